-- Every return of the plan has its row, also one whose
-- lines meet no term: then the emission is null, not zero.
with
    returns as (
        select
            planned.reference_year,
            planned.reporting_unit_code as park_code,
            methods.method_code,
            planned.rows_refused,
            coalesce(parks.province_code, 'NA') as province_code
        from {{ ref("stg_plan__submissions") }} as planned
        inner join {{ ref("int_methods__planned") }} as methods on methods.is_park_method
        left join
            {{ ref("dim_parks") }} as parks
            on planned.reference_year = parks.reference_year
            and planned.reporting_unit_code = parks.park_code
        where planned.form = 'park_return'
    ),

    components as (
        select
            reference_year,
            park_code,
            method_code,
            cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e,
            cast(sum(not_estimated_count) as bigint) as not_estimated_count
        from {{ ref("mart_park_component_year") }}
        group by reference_year, park_code, method_code
    ),

    declared as (select distinct reference_year, park_code, method_code from {{ ref("int_gaps__declared") }})

select
    returns.reference_year,
    returns.park_code,
    'physical' as boundary_code,
    returns.method_code,
    returns.province_code,
    components.emission_tco2e,
    coalesce(components.not_estimated_count, 0) as not_estimated_count,
    returns.rows_refused as refused_row_count,
    coalesce(components.not_estimated_count, 0) > 0
    or returns.rows_refused > 0
    or declared.park_code is not null as is_partial
from returns
left join
    components
    on returns.reference_year = components.reference_year
    and returns.park_code = components.park_code
    and returns.method_code = components.method_code
left join
    declared
    on returns.reference_year = declared.reference_year
    and returns.park_code = declared.park_code
    and returns.method_code = declared.method_code
