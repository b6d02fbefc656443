{{ config(materialized="table") }}

-- In which boundaries a return counts. A boundary that only some of the periods of
-- a year report is not counted: a part of a year is no year (L7).
with
    reported as (
        select submission_id, min(boundaries_reported_code) as boundaries_reported_code
        from {{ ref("stg_park_return__cover") }}
        group by submission_id
    ),

    boundaries as (select code as boundary_code from {{ ref("code_lists") }} where list_code = 'boundaries'),

    shown as (
        select
            periods.*,
            boundaries.boundary_code,
            reported.boundaries_reported_code in (boundaries.boundary_code, 'both') as is_reported
        from {{ ref("int_periods__counted") }} as periods
        inner join reported on periods.submission_id = reported.submission_id
        cross join boundaries
    ),

    sets as (
        select
            *,
            max(case when is_counted and not is_reported then 1 else 0 end) over (
                partition by reference_year, park_code, boundary_code
            ) as counted_without,
            max(case when is_compared and not is_reported then 1 else 0 end) over (
                partition by reference_year, park_code, boundary_code
            ) as compared_without
        from shown
    )

select
    sets.submission_id,
    sets.boundary_code,
    sets.reference_year,
    sets.period_code,
    sets.park_code,
    coalesce(parks.province_code, 'NA') as province_code,
    parks.park_code is not null as is_registered,
    sets.year_source_code,
    sets.is_counted and sets.counted_without = 0 as is_counted,
    -- Where the annual return lacks the boundary, its periods have nothing to be compared with.
    sets.is_compared and sets.compared_without = 0 and sets.counted_without = 0 as is_compared
from sets
left join
    {{ ref("int_parks__registered") }} as parks
    on sets.reference_year = parks.reference_year
    and sets.park_code = parks.park_code
where sets.is_reported
