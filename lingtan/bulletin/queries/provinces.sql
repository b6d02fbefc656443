-- One row a province with registered parks, largest sum of park results first, those without a result last.
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
    count(*) filter (where results.park_code is null) as park_count_silent
from dim_parks as parks
left join
    mart_park_year as results
    on parks.reference_year = results.reference_year
    and parks.park_code = results.park_code
    and results.method_code = $method
    and results.boundary_code = $boundary
left join seed_provinces as provinces on parks.province_code = provinces.province_code
where parks.reference_year = $year
group by parks.province_code
order by emission_tco2e desc nulls last, parks.province_code
