-- One row a year: the sum of park results over all components, and how many parks stand behind it.
select
    parks.reference_year,
    sum(results.emission_tco2e) as emission_tco2e,
    count(*) as park_count_registered,
    count(results.park_code) as park_count_reported,
    count(*) filter (where results.is_partial) as park_count_partial,
    count(*) filter (where not results.is_partial) as park_count_complete,
    count(*) filter (where results.park_code is null) as park_count_silent,
    count(distinct parks.province_code) as province_count
from dim_parks as parks
left join
    mart_park_year as results
    on parks.reference_year = results.reference_year
    and parks.park_code = results.park_code
    and results.method_code = $method
    and results.boundary_code = $boundary
group by parks.reference_year
order by parks.reference_year
