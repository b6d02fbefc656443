-- The register's parks with what their year is made of: one annual
-- return, returns of parts of the year, or none that make a year.
with
    years as (
        select
            reference_year,
            park_code,
            year_source_code,
            sum(case when is_counted then 1 else 0 end) as submission_count
        from {{ ref("int_periods__counted") }}
        group by reference_year, park_code, year_source_code
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
    parks.is_publishable,
    parks.is_synthetic,
    coalesce(years.submission_count, 0) > 0 as has_return,
    coalesce(years.year_source_code, 'none') as year_source_code,
    cast(coalesce(years.submission_count, 0) as bigint) as submission_count
from {{ ref("int_parks__registered") }} as parks
left join years on parks.reference_year = years.reference_year and parks.park_code = years.park_code
