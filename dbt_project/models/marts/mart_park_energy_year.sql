-- A measure that does not exist for the year has a row that says why, not a number.
with
    returns as (
        select
            planned.reference_year,
            planned.reporting_unit_code as park_code,
            planned.rows_refused,
            coalesce(parks.province_code, 'NA') as province_code,
            methods.energy_method_code,
            methods.is_available
        from {{ ref("stg_plan__submissions") }} as planned
        inner join
            {{ ref("int_energy__methods") }} as methods on planned.reference_year = methods.reference_year
        left join
            {{ ref("dim_parks") }} as parks
            on planned.reference_year = parks.reference_year
            and planned.reporting_unit_code = parks.park_code
        where planned.form = 'park_return'
    ),

    sums as (
        select
            reference_year,
            park_code,
            energy_method_code,
            cast(sum(energy_tce) as decimal(38, 12)) as energy_tce,
            cast(
                sum(
                    case
                        when not_estimated_reason_code is null
                        then 0
                        when entry_kind_code = 'elimination'
                        then -1
                        else 1
                    end
                ) as bigint
            ) as not_estimated_count
        from {{ ref("fct_energy") }}
        where view_code in ('unit', 'park')
        group by reference_year, park_code, energy_method_code
    )

select
    returns.reference_year,
    returns.park_code,
    'physical' as boundary_code,
    returns.energy_method_code,
    returns.province_code,
    sums.energy_tce,
    coalesce(sums.not_estimated_count, 0) as not_estimated_count,
    returns.rows_refused as refused_row_count,
    coalesce(sums.not_estimated_count, 0) > 0 or returns.rows_refused > 0 as is_partial,
    case when not returns.is_available then 'no_equivalent_coefficient' end as exists_reason_code
from returns
left join
    sums
    on returns.reference_year = sums.reference_year
    and returns.park_code = sums.park_code
    and returns.energy_method_code = sums.energy_method_code
