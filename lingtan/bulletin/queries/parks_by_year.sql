-- One row a year: the sum of park results over all components, and how many parks stand behind it.
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
    parks.reference_year,
    sum(results.emission_tco2e) as emission_tco2e,
    count(*) as park_count_registered,
    count(results.park_code) as park_count_reported,
    count(*) filter (where results.is_partial) as park_count_partial,
    count(*) filter (where not results.is_partial) as park_count_complete,
    count(*) filter (where absent.reason_code = 'periods_incomplete') as park_count_periods_incomplete,
    count(*) filter (where absent.reason_code = 'boundary_not_reported') as park_count_boundary_not_reported,
    count(*) filter (where absent.reason_code = 'not_reported') as park_count_not_reported,
    count(distinct parks.province_code) as province_count
from dim_parks as parks
left join
    mart_park_year as results
    on parks.reference_year = results.reference_year
    and parks.park_code = results.park_code
    and results.method_code = $method
    and results.boundary_code = $boundary
left join absent on parks.reference_year = absent.reference_year and parks.park_code = absent.park_code
group by parks.reference_year
order by parks.reference_year
