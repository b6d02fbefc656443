{{ config(materialized="table") }}

-- In which boundaries a return counts, is compared or at hand, and in which province it lies.
select
    periods.submission_id,
    periods.boundary_code,
    periods.reference_year,
    periods.period_code,
    periods.first_month,
    periods.last_month,
    periods.park_code,
    coalesce(parks.province_code, 'NA') as province_code,
    parks.park_code is not null as is_registered,
    periods.year_source_code,
    periods.is_counted,
    periods.is_compared,
    periods.is_at_hand
from {{ ref("int_periods__counted") }} as periods
left join
    {{ ref("int_parks__registered") }} as parks
    on periods.reference_year = parks.reference_year
    and periods.park_code = parks.park_code
