-- Value, threshold and difference for every energy measure: no verdict while
-- the denominator of the national indicator is not settled. The size class
-- follows the same measure; its bounds and thresholds are rows of a seed.
with
    pairs as (
        select
            emissions.reference_year,
            emissions.park_code,
            emissions.boundary_code,
            emissions.method_code,
            energy.energy_method_code,
            emissions.province_code,
            emissions.emission_tco2e,
            energy.energy_tce,
            emissions.is_partial or energy.is_partial as is_partial,
            {{ lingtan.fitting_decimal("emissions.emission_tco2e", 26, 12) }} as emission,
            {{ lingtan.fitting_decimal("energy.energy_tce", 26, 12) }} as energy,
            case
                when energy.exists_reason_code is not null
                then energy.exists_reason_code
                when emissions.emission_tco2e is null
                then 'partial'
                when energy.energy_tce is null or energy.energy_tce <= 0
                then 'energy_not_positive'
                when emissions.emission_tco2e < 0
                then 'emission_negative'
            end as reason_code
        from {{ ref("mart_park_year") }} as emissions
        inner join
            {{ ref("mart_park_energy_year") }} as energy
            on emissions.reference_year = energy.reference_year
            and emissions.park_code = energy.park_code
            and emissions.boundary_code = energy.boundary_code
        -- The national indicator: a method that knows no scopes, by one basis.
        where emissions.scope2_basis_code = 'NA'
    ),

    classed as (
        select
            pairs.*,
            thresholds.size_class_code,
            cast(thresholds.threshold_value as decimal(26, 12)) as threshold_value,
            case
                when thresholds.threshold_value is not null then thresholds.is_verified
            end as is_threshold_verified,
            -- A ratio beyond a million is a slip; it must not stop the build for want of digits.
            case
                when pairs.energy > 0 and abs(pairs.emission) <= pairs.energy * 1000000
                then {{ lingtan.exact_ratio("pairs.emission", 12, "pairs.energy", 12, 6, 20) }}
            end as ratio
        from pairs
        left join
            {{ ref("indicator_thresholds") }} as thresholds
            on thresholds.system_code = 'CN-NDRC-910'
            and thresholds.indicator_code = 'N-C1'
            and pairs.energy_tce >= coalesce(thresholds.energy_from_tce, pairs.energy_tce)
            and (thresholds.energy_below_tce is null or pairs.energy_tce < thresholds.energy_below_tce)
    )

select
    reference_year,
    park_code,
    boundary_code,
    method_code,
    energy_method_code,
    province_code,
    emission_tco2e,
    energy_tce,
    size_class_code,
    threshold_value,
    is_threshold_verified,
    cast(ratio as decimal(26, 12)) as carbon_per_energy,
    cast(cast(ratio as decimal(26, 12)) - threshold_value as decimal(26, 12)) as difference,
    is_partial,
    case
        when reason_code is not null
        then reason_code
        when ratio is null
        then 'value_out_of_range'
        -- What is not estimated would read as clean, below the thresholds as above them (L7).
        when is_partial
        then 'partial'
        when threshold_value is null
        then 'below_threshold_range'
    end as not_determined_reason_code
from classed
