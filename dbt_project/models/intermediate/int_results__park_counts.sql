-- How many parks stand behind a sum: registered, reported in the boundary, and of these with a
-- result that is partial on any basis. The nation is the area CN.
with
    results as (
        select
            reference_year,
            park_code,
            boundary_code,
            method_code,
            count(case when is_partial then 1 end) > 0 as is_partial
        from {{ ref("mart_park_year") }}
        group by reference_year, park_code, boundary_code, method_code
    ),

    methods as (
        select distinct reference_year, method_code, boundary_code from {{ ref("int_results__methods") }}
    ),

    provinces as (
        select
            parks.reference_year,
            parks.province_code,
            methods.boundary_code,
            methods.method_code,
            cast(count(*) as bigint) as park_count_registered,
            cast(count(results.park_code) as bigint) as park_count_reported,
            cast(count(case when results.is_partial then 1 end) as bigint) as park_count_partial
        from {{ ref("dim_parks") }} as parks
        inner join methods on parks.reference_year = methods.reference_year
        left join
            results
            on parks.reference_year = results.reference_year
            and parks.park_code = results.park_code
            and methods.boundary_code = results.boundary_code
            and methods.method_code = results.method_code
        group by parks.reference_year, parks.province_code, methods.boundary_code, methods.method_code
    )

select
    reference_year,
    province_code as area_code,
    boundary_code,
    method_code,
    park_count_registered,
    park_count_reported,
    park_count_partial
from provinces
union all
select
    reference_year,
    'CN' as area_code,
    boundary_code,
    method_code,
    cast(sum(park_count_registered) as bigint) as park_count_registered,
    cast(sum(park_count_reported) as bigint) as park_count_reported,
    cast(sum(park_count_partial) as bigint) as park_count_partial
from provinces
group by reference_year, boundary_code, method_code
