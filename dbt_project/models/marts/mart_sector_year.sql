-- Emissions of units by their industry, with what moves inside a park eliminated: the sectors of a province
-- add up to the results of its parks by the national method, and to their scope 1.
with
    units as (
        select
            reference_year,
            province_code,
            park_code,
            unit_code,
            boundary_code,
            method_code,
            industry_division_code,
            scope_code,
            component_code,
            gas_group_code,
            sum(emission_tco2e) as emission_tco2e
        from {{ ref("fct_emissions") }}
        where not is_memo and scope_code in ('NA', '1') and view_code in ('unit', 'park')
        group by
            reference_year,
            province_code,
            park_code,
            unit_code,
            boundary_code,
            method_code,
            industry_division_code,
            scope_code,
            component_code,
            gas_group_code
    ),

    areas as (
        select *, province_code as area_code
        from units
        union all
        select *, 'CN' as area_code
        from units
    )

select
    reference_year,
    area_code as province_code,
    boundary_code,
    method_code,
    industry_division_code,
    scope_code,
    component_code,
    gas_group_code,
    cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e,
    cast(count(distinct park_code || '/' || unit_code) as bigint) as unit_count,
    cast(count(distinct park_code) as bigint) as park_count
from areas
group by
    reference_year,
    area_code,
    boundary_code,
    method_code,
    industry_division_code,
    scope_code,
    component_code,
    gas_group_code
