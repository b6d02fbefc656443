-- One row a province with registered parks, largest sum of park results first, those without a result last.
with
    -- Why a park has no result: one reason a park (the gate holds it), other gaps are not counted here.
    absent as (
        select reference_year, park_code, reason_code
        from mart_coverage
        where
            method_code = $method
            and boundary_code = $boundary
            and reason_code in ('periods_incomplete', 'boundary_not_reported', 'not_reported')
    )

select
    parks.province_code,
    min(parks.province_name_zh) as full_name_zh,
    coalesce(min(provinces.short_name_zh), min(parks.province_name_zh), parks.province_code) as name_zh,
    coalesce(min(parks.province_name_en), parks.province_code) as name_en,
    sum(results.emission_tco2e) as emission_tco2e,
    count(*) as park_count_registered,
    count(results.park_code) as park_count_reported,
    count(*) filter (where results.is_partial) as park_count_partial,
    count(*) filter (where not results.is_partial) as park_count_complete,
    count(*) filter (where absent.reason_code = 'periods_incomplete') as park_count_periods_incomplete,
    count(*) filter (where absent.reason_code = 'boundary_not_reported') as park_count_boundary_not_reported,
    count(*) filter (where absent.reason_code = 'not_reported') as park_count_not_reported
from dim_parks as parks
left join
    mart_park_year as results
    on parks.reference_year = results.reference_year
    and parks.park_code = results.park_code
    and results.method_code = $method
    and results.boundary_code = $boundary
left join absent on parks.reference_year = absent.reference_year and parks.park_code = absent.park_code
left join seed_provinces as provinces on parks.province_code = provinces.province_code
where parks.reference_year = $year
group by parks.province_code
order by emission_tco2e desc nulls last, parks.province_code
