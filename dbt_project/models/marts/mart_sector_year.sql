-- Emissions of units by their industry, with what moves inside a park eliminated: the sectors of a province
-- add up to the results of its parks by the national method, and to their scope 1.
{%- set cell = [
    "boundary_code",
    "method_code",
    "industry_division_code",
    "scope_code",
    "component_code",
    "gas_group_code",
] %}
with
    units as (
        select
            reference_year,
            province_code,
            park_code,
            unit_code,
            {{ cell | join(", ") }},
            {{ lingtan.netted_entries() }}
        from {{ ref("fct_emissions") }}
        where not is_memo and scope_code in ('NA', '1') and view_code in ('unit', 'park')
        group by reference_year, province_code, park_code, unit_code, {{ cell | join(", ") }}
    ),

    partial as (
        select reference_year, park_code, boundary_code, method_code
        from {{ ref("mart_park_year") }}
        where is_partial
        group by reference_year, park_code, boundary_code, method_code
    ),

    judged as (
        select units.*, case when partial.park_code is not null then units.park_code end as partial_park_code
        from units
        left join
            partial
            on units.reference_year = partial.reference_year
            and units.park_code = partial.park_code
            and units.boundary_code = partial.boundary_code
            and units.method_code = partial.method_code
    ),

    areas as (
        select *, province_code as area_code
        from judged
        union all
        select *, 'CN' as area_code
        from judged
    )

select
    reference_year,
    area_code as province_code,
    {{ cell | join(", ") }},
    cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e,
    cast(count(distinct park_code || '/' || unit_code) as bigint) as unit_count,
    cast(count(distinct park_code) as bigint) as park_count,
    cast(sum(not_estimated_count) as bigint) as not_estimated_count,
    cast(count(distinct partial_park_code) as bigint) as park_count_partial
from areas
group by reference_year, area_code, {{ cell | join(", ") }}
