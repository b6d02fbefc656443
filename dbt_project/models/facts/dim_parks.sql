-- The register's parks with what their year is made of: one annual return, returns of parts of the
-- year that make it or do not, or none at all; in the physical boundary, or where that has no year the
-- administrative one.
with
    boundaries as (
        select
            reference_year,
            park_code,
            boundary_code,
            year_source_code,
            sum(case when is_counted then 1 else 0 end) as submission_count
        from {{ ref("int_periods__counted") }}
        group by reference_year, park_code, boundary_code, year_source_code
    ),

    years as (
        select
            *,
            row_number() over (
                partition by reference_year, park_code
                order by
                    case when submission_count > 0 then 0 else 1 end nulls last,
                    case when boundary_code = 'physical' then 0 else 1 end nulls last
            ) as boundary_rank
        from boundaries
    ),

    sent as (
        select distinct reference_year, reporting_unit_code as park_code
        from {{ ref("stg_plan__submissions") }}
        where form = 'park_return'
    ),

    nesting as (
        select reference_year, park_code, max(distance) as nesting_level
        from {{ source("plan", "park_ancestors") }}
        group by reference_year, park_code
    )

select
    parks.reference_year,
    parks.park_code,
    parks.park_name_zh,
    parks.park_name_en,
    parks.province_code,
    parks.province_name_zh,
    parks.province_name_en,
    parks.city_name,
    parks.park_level_code,
    parks.park_type_code,
    parks.park_status_code,
    parks.park_status_from,
    parks.parent_park_code,
    cast(coalesce(nesting.nesting_level, 0) as bigint) as nesting_level,
    parks.predecessor_park_codes,
    lineage.lineage_code,
    lineage.lineage_change_code,
    parks.is_publishable,
    parks.is_synthetic,
    coalesce(years.submission_count, 0) > 0 as has_return,
    coalesce(
        years.year_source_code, case when sent.park_code is null then 'none' else 'incomplete' end
    ) as year_source_code,
    cast(coalesce(years.submission_count, 0) as bigint) as submission_count
from {{ ref("int_parks__registered") }} as parks
left join
    years
    on parks.reference_year = years.reference_year
    and parks.park_code = years.park_code
    and years.boundary_rank = 1
left join sent on parks.reference_year = sent.reference_year and parks.park_code = sent.park_code
left join nesting on parks.reference_year = nesting.reference_year and parks.park_code = nesting.park_code
left join
    {{ source("plan", "park_lineage") }} as lineage
    on parks.reference_year = lineage.reference_year
    and parks.park_code = lineage.park_code
