-- Emissions of units by their industry, with what moves inside a park eliminated, and what a nested park and
-- the park around it both count: the sectors of a province add up to its total by the national method, and to
-- its scope 1. A unit counted in another park of the area is no unit more.
{%- set cell = [
    "boundary_code",
    "method_code",
    "industry_division_code",
    "scope_code",
    "component_code",
    "gas_group_code",
] %}
with
    entries as (
        select
            facts.*,
            case when facts.view_code = 'unit' then 'park' else facts.view_code end as counted_view_code,
            nested.nesting_view_code
        from {{ ref("fct_emissions") }} as facts
        left join
            {{ ref("int_units__nested") }} as nested
            on facts.submission_id = nested.submission_id
            and facts.boundary_code = nested.boundary_code
            and facts.unit_code = nested.unit_code
        where not facts.is_memo and facts.scope_code in ('NA', '1')
    ),

    units as (
        select
            reference_year,
            province_code,
            park_code,
            unit_code,
            counted_view_code,
            nesting_view_code,
            {{ cell | join(", ") }},
            {{ lingtan.netted_entries() }}
        from entries
        group by
            reference_year,
            province_code,
            park_code,
            unit_code,
            counted_view_code,
            nesting_view_code,
            {{ cell | join(", ") }}
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
        select *, province_code as area_code, coalesce(nesting_view_code, '') <> 'province' as is_here
        from judged
        where counted_view_code <> 'nation'
        union all
        select *, 'CN' as area_code, nesting_view_code is null as is_here
        from judged
    )

select
    reference_year,
    area_code as province_code,
    {{ cell | join(", ") }},
    cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e,
    cast(count(distinct case when is_here then park_code || '/' || unit_code end) as bigint) as unit_count,
    cast(count(distinct case when is_here then park_code end) as bigint) as park_count,
    cast(sum(not_estimated_count) as bigint) as not_estimated_count,
    cast(count(distinct case when is_here then partial_park_code end) as bigint) as park_count_partial
from areas
group by reference_year, area_code, {{ cell | join(", ") }}
