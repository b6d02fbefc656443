-- Clean energy of the use side over all of it, in every energy measure, natural gas once counted as clean
-- and once not: which of them the national indicator means, no text at hand says. Grid power is not clean.
with
    listed as (
        select
            facts.reference_year,
            facts.park_code,
            facts.boundary_code,
            facts.energy_method_code,
            facts.energy_tce,
            clean.is_natural_gas
        from {{ ref("fct_energy") }} as facts
        inner join
            {{ ref("clean_energies") }} as clean
            on clean.system_code = 'CN-NDRC-910'
            and case
                when facts.table_name = 'power_heat'
                then replace(replace(facts.activity_code, '/received', ''), '/sent', '')
                else facts.carrier_code
            end
            = clean.energy_code
        where facts.side_code = 'use' and facts.view_code in ('unit', 'park')
    ),

    treatments as (
        select 'not_clean' as natural_gas_treatment_code
        union all
        select 'clean' as natural_gas_treatment_code
    ),

    sums as (
        select
            listed.reference_year,
            listed.park_code,
            listed.boundary_code,
            listed.energy_method_code,
            treatments.natural_gas_treatment_code,
            cast(sum(listed.energy_tce) as decimal(38, 12)) as clean_energy_tce
        from listed
        inner join treatments on not listed.is_natural_gas or treatments.natural_gas_treatment_code = 'clean'
        group by
            listed.reference_year,
            listed.park_code,
            listed.boundary_code,
            listed.energy_method_code,
            treatments.natural_gas_treatment_code
    ),

    shares as (
        select
            energy.reference_year,
            energy.park_code,
            energy.boundary_code,
            energy.energy_method_code,
            treatments.natural_gas_treatment_code,
            energy.province_code,
            energy.energy_tce,
            -- Where energy is known and no line is clean, none of it is.
            case
                when energy.energy_tce is not null
                then coalesce(sums.clean_energy_tce, cast(0 as decimal(38, 12)))
            end as clean_energy_tce,
            energy.is_partial,
            energy.exists_reason_code
        from {{ ref("mart_park_energy_year") }} as energy
        cross join treatments
        left join
            sums
            on energy.reference_year = sums.reference_year
            and energy.park_code = sums.park_code
            and energy.boundary_code = sums.boundary_code
            and energy.energy_method_code = sums.energy_method_code
            and treatments.natural_gas_treatment_code = sums.natural_gas_treatment_code
    ),

    fitted as (
        select
            *,
            {{ lingtan.fitting_decimal("clean_energy_tce", 26, 12) }} as clean,
            {{ lingtan.fitting_decimal("energy_tce", 26, 12) }} as energy
        from shares
    ),

    divided as (
        select
            *,
            -- A share beyond a million is a slip; it must not stop the build for want of digits.
            case
                when energy > 0 and abs(clean) <= energy * 1000000
                then {{ lingtan.exact_ratio("clean", 12, "energy", 12, 6, 20) }}
            end as ratio
        from fitted
    )

select
    reference_year,
    park_code,
    boundary_code,
    energy_method_code,
    natural_gas_treatment_code,
    province_code,
    clean_energy_tce,
    energy_tce,
    cast(ratio as decimal(26, 12)) as clean_share_ratio,
    is_partial,
    case
        when exists_reason_code is not null
        then exists_reason_code
        when energy_tce is null or energy_tce <= 0
        then 'energy_not_positive'
        when ratio is null
        then 'value_out_of_range'
        when is_partial
        then 'partial'
    end as not_determined_reason_code
from divided
