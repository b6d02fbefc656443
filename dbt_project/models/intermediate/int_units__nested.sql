{{ config(materialized="table") }}

-- Units of a nested park that a park around it counts as well: above the parks they count there alone (L6).
-- The same unit has the same unified social credit code and the same unit code in counted returns of the
-- same year and boundary. One listing park of the same province takes it out of the province.
with
    listed as (
        select
            units.submission_id,
            inside.boundary_code,
            units.reference_year,
            units.park_code,
            units.province_code,
            units.unit_code,
            units.credit_code
        from {{ ref("int_units__current") }} as units
        inner join
            {{ ref("int_units__boundaries") }} as inside
            on units.submission_id = inside.submission_id
            and units.unit_code = inside.unit_code
            and not inside.is_outside
        inner join
            {{ ref("int_periods__boundaries") }} as periods
            on units.submission_id = periods.submission_id
            and inside.boundary_code = periods.boundary_code
            and periods.is_counted
        where units.credit_code is not null
    ),

    listed_around as (
        select
            own.submission_id,
            own.boundary_code,
            own.unit_code,
            own.province_code,
            around.park_code,
            around.province_code as around_province_code,
            row_number() over (
                partition by own.submission_id, own.boundary_code, own.unit_code
                order by ancestors.distance desc nulls last, around.submission_id nulls last
            ) as outermost_rank
        from listed as own
        inner join
            {{ source("plan", "park_ancestors") }} as ancestors
            on own.reference_year = ancestors.reference_year
            and own.park_code = ancestors.park_code
        inner join
            listed as around
            on own.reference_year = around.reference_year
            and own.boundary_code = around.boundary_code
            and ancestors.ancestor_park_code = around.park_code
            and own.unit_code = around.unit_code
            and own.credit_code = around.credit_code
    )

select
    submission_id,
    boundary_code,
    unit_code,
    max(case when outermost_rank = 1 then park_code end) as counted_park_code,
    case
        when max(case when around_province_code = province_code then 1 else 0 end) = 1
        then 'province'
        else 'nation'
    end as nesting_view_code
from listed_around
group by submission_id, boundary_code, unit_code
