{{ config(materialized="ephemeral") }}

-- Fuels and other carriers by flow, in the carrier's canonical unit, with
-- what the unit measured itself. A measured value counts as such only by
-- tier, as received and net; a wet or gross one would be a silent error.
with
    lines as (
        select
            energy.submission_id,
            energy.line_id,
            energy.unit_code,
            energy.carrier_code,
            energy.flow_code,
            energy.use_code,
            energy.reported_quantity,
            energy.notation_key_code,
            energy.net_calorific_value,
            energy.carbon_content,
            energy.oxidation_ratio,
            energy.biogenic_share_ratio as reported_biogenic_share,
            energy.balance_code,
            energy.carried_by_line,
            carriers.canonical_unit_code,
            carriers.is_biomass,
            units.canonical_unit_code = carriers.canonical_unit_code as is_convertible,
            {{ lingtan.canonical_quantity("energy.reported_quantity", "units.multiplier") }} as quantity,
            energy.evidence_tier_code in ('accredited_lab', 'measured')
            and coalesce(energy.moisture_basis_code, 'as_received') = 'as_received'
            and coalesce(energy.calorific_basis_code, 'net') = 'net' as is_measured
        from {{ ref("stg_park_return__energy") }} as energy
        left join {{ ref("carriers") }} as carriers on energy.carrier_code = carriers.carrier_code
        left join {{ ref("units") }} as units on energy.reported_unit_code = units.unit_code
        where energy.row_disposition = 'used'
    ),

    judged as (
        select
            *,
            'energy' as table_name,
            'energy/' || flow_code as activity_code,
            case
                when
                    coalesce(is_measured, false)
                    and not (
                        {{ lingtan.fits_decimal("coalesce(net_calorific_value, 0)", 10, 6) }}
                        and {{ lingtan.fits_decimal("coalesce(carbon_content, 0)", 10, 6) }}
                    )
                then 'parameter_out_of_range'
                else
                    {{
                        lingtan.quantity_reason(
                            "notation_key_code",
                            "reported_quantity",
                            "coalesce(is_convertible, false)",
                            "quantity",
                        )
                    }}
            end as quantity_reason_code,
            case when is_convertible and notation_key_code is null then quantity end as canonical_quantity,
            case
                when is_measured and {{ lingtan.fits_decimal("net_calorific_value", 10, 6) }}
                then {{ lingtan.round_half_up("net_calorific_value", 10, 6) }}
            end as measured_net_calorific_value,
            case
                when is_measured and {{ lingtan.fits_decimal("carbon_content", 10, 6) }}
                then {{ lingtan.round_half_up("carbon_content", 10, 6) }}
            end as measured_carbon_content,
            case
                when is_measured then {{ lingtan.round_half_up("oxidation_ratio", 7, 6) }}
            end as measured_oxidation_ratio,
            case
                when is_biomass then null else {{ lingtan.round_half_up("reported_biogenic_share", 7, 6) }}
            end as biogenic_share_ratio
        from lines
    )

select
    {{
        lingtan.activity_columns(
            [
                "carrier_code",
                "use_code",
                "measured_net_calorific_value",
                "measured_carbon_content",
                "measured_oxidation_ratio",
                "biogenic_share_ratio",
                "balance_code",
                "carried_by_line",
            ]
        )
    }}
from judged
