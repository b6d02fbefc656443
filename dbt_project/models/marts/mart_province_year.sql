-- Sums of park results by component: never a province's emissions. A province with registered
-- parks is there with every component of the method, null where no reported park has one.
with
    provinces as (
        select
            parks.reference_year,
            parks.province_code,
            methods.method_code,
            cast(count(*) as bigint) as park_count_registered,
            cast(count(results.park_code) as bigint) as park_count_reported,
            cast(count(case when results.is_partial then 1 end) as bigint) as park_count_partial
        from {{ ref("dim_parks") }} as parks
        inner join {{ ref("int_methods__planned") }} as methods on methods.is_park_method
        left join
            {{ ref("mart_park_year") }} as results
            on parks.reference_year = results.reference_year
            and parks.park_code = results.park_code
            and methods.method_code = results.method_code
        group by parks.reference_year, parks.province_code, methods.method_code
    ),

    sums as (
        select
            reference_year,
            province_code,
            method_code,
            component_code,
            cast(sum(emission_tco2e) as decimal(38, 12)) as emission_tco2e
        from {{ ref("mart_park_component_year") }}
        group by reference_year, province_code, method_code, component_code
    )

select
    provinces.reference_year,
    provinces.province_code,
    'physical' as boundary_code,
    provinces.method_code,
    components.component_code,
    sums.emission_tco2e,
    provinces.park_count_registered,
    provinces.park_count_reported,
    provinces.park_count_partial
from provinces
inner join {{ ref("components") }} as components on provinces.method_code = components.method_code
left join
    sums
    on provinces.reference_year = sums.reference_year
    and provinces.province_code = sums.province_code
    and provinces.method_code = sums.method_code
    and components.component_code = sums.component_code
