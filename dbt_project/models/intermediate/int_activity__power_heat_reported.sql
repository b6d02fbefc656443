{{ config(materialized="table") }}

-- Power in MWh, heat in GJ. Steam by mass becomes heat by its own enthalpy, never by a constant:
-- GJ = t x (enthalpy - return enthalpy), kJ/kg being MJ/t and the MJ row of `units` the way to GJ.
with
    lines as (
        select
            power_heat.*,
            kinds.carrier_code,
            case when kinds.carrier_code = 'electricity' then 'MWh' else 'GJ' end as canonical_unit_code,
            kinds.carrier_code = 'heat' and units.dimension_code = 'mass' as is_steam_mass,
            units.canonical_unit_code as reported_canonical_unit_code,
            {{ lingtan.canonical_quantity("power_heat.reported_quantity", "units.multiplier") }}
            as canonical_quantity,
            case
                when
                    {{ lingtan.fits_decimal("power_heat.enthalpy_kj_per_kg", 10, 6) }}
                    and {{
                        lingtan.fits_decimal(
                            "coalesce(power_heat.return_enthalpy_kj_per_kg, conversions.feed_water_enthalpy)",
                            10,
                            6,
                        )
                    }}
                then
                    {{ lingtan.round_half_up("power_heat.enthalpy_kj_per_kg", 10, 6) }}
                    - {{
                        lingtan.round_half_up(
                            "coalesce(power_heat.return_enthalpy_kj_per_kg, conversions.feed_water_enthalpy)",
                            10,
                            6,
                        )
                    }}
            end as enthalpy_difference,
            conversions.gj_per_mj
        from {{ ref("stg_park_return__power_heat") }} as power_heat
        left join {{ ref("power_heat_kinds") }} as kinds on power_heat.kind_code = kinds.kind_code
        left join {{ ref("units") }} as units on power_heat.reported_unit_code = units.unit_code
        cross join {{ ref("int_conversions__constants") }} as conversions
        where power_heat.row_disposition = 'used'
    ),

    -- Nine decimals hold a difference of six times 0.001 exactly.
    enthalpies as (
        select
            *,
            {{
                lingtan.round_half_up(
                    lingtan.product("enthalpy_difference", 11, 6, "gj_per_mj", 12, 6), 14, 9
                )
            }} as gj_per_t
        from lines
    ),

    heat as (
        select
            *,
            {{ lingtan.product("canonical_quantity", 20, 6, "gj_per_t", 14, 9) }} as exact_heat,
            is_steam_mass or reported_canonical_unit_code = canonical_unit_code as is_convertible
        from enthalpies
    ),

    quantities as (
        select
            *,
            case
                when not is_steam_mass
                then canonical_quantity
                when {{ lingtan.fits_decimal("exact_heat", 20, 6) }}
                then {{ lingtan.round_half_up("exact_heat", 20, 6) }}
            end as quantity
        from heat
    )

select
    submission_id,
    line_id,
    unit_code,
    kind_code || '/' || direction_code as activity_code,
    carrier_code,
    kind_code,
    direction_code,
    counterparty_kind_code,
    counterparty_code,
    supply_origin_code,
    medium_code,
    canonical_unit_code,
    case when is_convertible and notation_key_code is null then quantity end as canonical_quantity,
    notation_key_code,
    case
        when notation_key_code is null and is_steam_mass and enthalpy_difference is null
        then 'no_enthalpy'
        else
            {{
                lingtan.quantity_reason(
                    "notation_key_code", "reported_quantity", "coalesce(is_convertible, false)", "quantity"
                )
            }}
    end as quantity_reason_code,
    -- A factor of power is its supplier's whatever the tier says of the
    -- quantity; one of heat stands against a default and must be measured.
    case
        when
            (carrier_code = 'electricity' or evidence_tier_code in ('accredited_lab', 'measured'))
            and {{ lingtan.fits_decimal("measured_factor", 17, 12) }}
        then {{ lingtan.round_half_up("measured_factor", 17, 12) }}
    end as measured_factor
from quantities
