{{ config(materialized="table") }}

-- The parks whose year is counted, in which boundary and out of how many returns.
select
    reference_year,
    park_code,
    boundary_code,
    province_code,
    is_registered,
    year_source_code,
    cast(count(*) as bigint) as submission_count
from {{ ref("int_periods__boundaries") }}
where is_counted
group by reference_year, park_code, boundary_code, province_code, is_registered, year_source_code
