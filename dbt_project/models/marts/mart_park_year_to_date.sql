-- The year so far: the periods at hand together, which never overlap, beside the newest earlier
-- year of the park in the plan. A month nobody reported lies between the first and the last one.
with
    sums as (
        select
            reference_year,
            park_code,
            boundary_code,
            method_code,
            scope2_basis_code,
            province_code,
            cast(count(*) as bigint) as period_count,
            cast(sum(last_month - first_month + 1) as bigint) as month_count,
            cast(max(last_month) as integer) as last_month,
            min(case when is_counted then 1 else 0 end) = 1 as is_counted,
            cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e,
            cast(sum(not_estimated_count) as bigint) as not_estimated_count,
            cast(sum(refused_row_count) as bigint) as refused_row_count
        from {{ ref("mart_park_period") }}
        group by reference_year, park_code, boundary_code, method_code, scope2_basis_code, province_code
    ),

    earlier as (
        select
            sums.reference_year,
            sums.park_code,
            sums.boundary_code,
            sums.method_code,
            sums.scope2_basis_code,
            years.reference_year as last_annual_year,
            years.emission_tco2e as last_annual_tco2e,
            years.is_partial as last_annual_is_partial,
            row_number() over (
                partition by
                    sums.reference_year,
                    sums.park_code,
                    sums.boundary_code,
                    sums.method_code,
                    sums.scope2_basis_code
                order by years.reference_year desc nulls last
            ) as age
        from sums
        inner join
            {{ ref("mart_park_year") }} as years
            on sums.park_code = years.park_code
            and sums.boundary_code = years.boundary_code
            and sums.method_code = years.method_code
            and sums.scope2_basis_code = years.scope2_basis_code
            and years.reference_year < sums.reference_year
    )

select
    sums.reference_year,
    sums.park_code,
    sums.boundary_code,
    sums.method_code,
    sums.scope2_basis_code,
    sums.province_code,
    sums.period_count,
    sums.month_count,
    sums.last_month,
    sums.is_counted,
    sums.emission_tco2e,
    sums.not_estimated_count,
    sums.refused_row_count,
    sums.not_estimated_count > 0
    or sums.refused_row_count > 0
    or sums.month_count < sums.last_month as is_partial,
    earlier.last_annual_year,
    earlier.last_annual_tco2e,
    earlier.last_annual_is_partial
from sums
left join
    earlier
    on sums.reference_year = earlier.reference_year
    and sums.park_code = earlier.park_code
    and sums.boundary_code = earlier.boundary_code
    and sums.method_code = earlier.method_code
    and sums.scope2_basis_code = earlier.scope2_basis_code
    and earlier.age = 1
