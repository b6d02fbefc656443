{{ config(materialized="ephemeral") }}

-- Each counted energy line with its coefficient in each energy measure and side that adds or
-- takes it: what was measured by tier, else the listed coefficient of the carrier.
with
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
            {{ ref("int_activity__counted_before") }} as counted_before
            on activity.submission_id = counted_before.submission_id
            and activity.unit_code = counted_before.unit_code
            and activity.carrier_code = counted_before.carrier_code
        where activity.is_counted and activity.table_name in ('energy', 'power_heat', 'generation')
    )

select
    measured.*,
    terms.energy_method_code,
    terms.side_code,
    terms.sign,
    coalesce(measured.measured_coefficient_tce, coefficients.coefficient_tce) as coefficient_tce,
    case
        when measured.measured_coefficient_tce is not null
        then 'measured'
        else coefficients.coefficient_source_code
    end as coefficient_source_code
from measured
inner join
    {{ ref("energy_terms") }} as terms on measured.activity_code = terms.activity_code and terms.sign <> 0
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
        when 'power_only'
        then measured.carrier_code = 'electricity'
        when 'fuels_only'
        then measured.is_fuel
        else true
    end
