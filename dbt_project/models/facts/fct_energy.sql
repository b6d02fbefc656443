with
    counted_before as (
        select distinct submission_id, unit_code, carrier_code
        from {{ ref("int_activity") }}
        where
            activity_code in ('energy/PUR', 'energy/PRD', 'energy/C-OUT', 'energy/REC-G')
            and coalesce(notation_key_code, '') not in ('NO', 'NA', 'IE')
    ),

    measured as (
        select
            activity.*,
            carriers.is_fuel,
            counted_before.carrier_code is not null as is_counted_before,
            {{
                lingtan.round_half_up(
                    lingtan.product(
                        "activity.measured_net_calorific_value", 10, 6, "conversions.tce_per_gj", 17, 12
                    ),
                    17,
                    12,
                )
            }} as measured_coefficient_tce
        from {{ ref("int_activity") }} as activity
        cross join {{ ref("int_conversions__constants") }} as conversions
        left join {{ ref("carriers") }} as carriers on activity.carrier_code = carriers.carrier_code
        left join
            counted_before
            on activity.activity_code = 'energy/FLARE'
            and activity.submission_id = counted_before.submission_id
            and activity.unit_code = counted_before.unit_code
            and activity.carrier_code = counted_before.carrier_code
        where activity.table_name <> 'process'
    ),

    weighed as (
        select
            measured.*,
            terms.energy_method_code,
            terms.sign,
            coalesce(measured.measured_coefficient_tce, coefficients.coefficient_tce) as coefficient_tce,
            case
                when measured.measured_coefficient_tce is not null
                then 'measured'
                else coefficients.coefficient_source_code
            end as coefficient_source_code
        from measured
        inner join
            {{ ref("energy_terms") }} as terms
            on measured.activity_code = terms.activity_code
            and terms.sign <> 0
        inner join
            {{ ref("int_energy__methods") }} as methods
            on measured.reference_year = methods.reference_year
            and terms.energy_method_code = methods.energy_method_code
            and methods.is_available
        left join
            {{ ref("int_energy__coefficients") }} as coefficients
            on measured.reference_year = coefficients.reference_year
            and methods.energy_basis_code = coefficients.energy_basis_code
            and measured.carrier_code = coefficients.carrier_code
        where
            case
                terms.condition_code
                when 'counted_before'
                then measured.is_counted_before
                when 'primary_power_heat'
                then measured.carrier_code in ('electricity', 'heat')
                when 'fuels_only'
                then measured.is_fuel
                else true
            end
    ),

    multiplied as (
        select *, {{ lingtan.product("quantity", 20, 6, "coefficient_tce", 17, 12) }} as exact_energy
        from weighed
    ),

    judged as (
        select
            *,
            case
                when notation_key_code in ('NO', 'NA', 'IE')
                then null
                when quantity_reason_code is not null
                then quantity_reason_code
                when coefficient_tce is null and quantity <> 0
                then 'no_energy_coefficient'
                when not {{ lingtan.fits_decimal("exact_energy", 26, 12) }}
                then 'value_out_of_range'
            end as reason_code
        from multiplied
    ),

    own as (
        select
            *,
            case
                when reason_code is not null or notation_key_code in ('NA', 'IE')
                then null
                when notation_key_code = 'NO' or quantity = 0
                then cast(0 as decimal(26, 12))
                else cast(sign * {{ lingtan.round_half_up("exact_energy", 26, 12) }} as decimal(26, 12))
            end as energy
        from judged
    ),

    entries as (
        select own.*, 'unit' as view_code, 'own' as entry_kind_code, 1 as entry_sign
        from own
        union all
        select own.*, 'park' as view_code, 'elimination' as entry_kind_code, -1 as entry_sign
        from own
        where is_internal
    )

select
    submission_id,
    table_name,
    line_id,
    'physical' as boundary_code,
    view_code,
    entry_kind_code,
    energy_method_code,
    reference_year,
    period_code,
    park_code,
    province_code,
    unit_code,
    activity_code,
    carrier_code,
    cast(entry_sign * sign as integer) as sign,
    quantity,
    canonical_unit_code,
    coefficient_tce,
    coefficient_source_code,
    cast(entry_sign * energy as decimal(26, 12)) as energy_tce,
    case
        when notation_key_code is not null then notation_key_code when reason_code is not null then 'NE'
    end as notation_key_code,
    reason_code as not_estimated_reason_code
from entries
