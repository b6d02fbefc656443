{{ config(materialized="ephemeral") }}

-- Where the two ends of a reported flow lie, in each boundary of a counted return, and who speaks for them
-- (L6). What a unit of a nested park states, the outermost park that lists the unit states as well; between
-- two units of a park only where it lists both. Another park may name either, so that both are the outermost
-- park around with a year there.
with
    outermost as (
        select
            ancestors.reference_year,
            ancestors.park_code,
            around.boundary_code,
            around.park_code as outermost_park_code,
            row_number() over (
                partition by ancestors.reference_year, ancestors.park_code, around.boundary_code
                order by ancestors.distance desc nulls last
            ) as outermost_rank
        from {{ source("plan", "park_ancestors") }} as ancestors
        inner join
            {{ ref("int_parks__boundaries") }} as around
            on ancestors.reference_year = around.reference_year
            and ancestors.ancestor_park_code = around.park_code
    )

select
    lines.*,
    periods.boundary_code,
    periods.reference_year,
    periods.period_code,
    periods.park_code,
    periods.province_code,
    coalesce(own.outermost_park_code, periods.park_code) as own_outermost_code,
    coalesce(other.outermost_park_code, registered.park_code) as other_outermost_code,
    nested.counted_park_code as listed_by_code,
    nested_neighbours.counted_park_code as neighbour_listed_by_code,
    case
        when lines.counterparty_kind_code is not null
        then lines.counterparty_kind_code
        when neighbours.unit_code is not null
        then 'unit'
        when registered.park_code is not null
        then 'park'
        else 'outside_unit'
    end as end_kind_code,
    neighbours.unit_code is not null and not neighbours.is_outside as is_neighbour,
    registered.park_code is not null as is_registered_park,
    counted.province_code as other_province_code
from {{ ref("int_flows__reported") }} as lines
inner join
    {{ ref("int_periods__boundaries") }} as periods
    on lines.submission_id = periods.submission_id
    and periods.is_counted
left join
    {{ ref("int_units__boundaries") }} as units
    on lines.submission_id = units.submission_id
    and periods.boundary_code = units.boundary_code
    and lines.unit_code = units.unit_code
left join
    {{ ref("int_units__boundaries") }} as neighbours
    on lines.submission_id = neighbours.submission_id
    and periods.boundary_code = neighbours.boundary_code
    and case when coalesce(lines.counterparty_kind_code, 'unit') = 'unit' then lines.counterparty_code end
    = neighbours.unit_code
left join
    {{ ref("int_parks__registered") }} as registered
    on periods.reference_year = registered.reference_year
    and case when coalesce(lines.counterparty_kind_code, 'park') = 'park' then lines.counterparty_code end
    = registered.park_code
left join
    {{ ref("int_parks__boundaries") }} as counted
    on periods.boundary_code = counted.boundary_code
    and registered.reference_year = counted.reference_year
    and registered.park_code = counted.park_code
    and counted.is_registered
left join
    {{ ref("int_units__nested") }} as nested
    on lines.submission_id = nested.submission_id
    and periods.boundary_code = nested.boundary_code
    and lines.unit_code = nested.unit_code
left join
    {{ ref("int_units__nested") }} as nested_neighbours
    on neighbours.submission_id = nested_neighbours.submission_id
    and neighbours.boundary_code = nested_neighbours.boundary_code
    and neighbours.unit_code = nested_neighbours.unit_code
left join
    outermost as own
    on periods.reference_year = own.reference_year
    and periods.park_code = own.park_code
    and periods.boundary_code = own.boundary_code
    and own.outermost_rank = 1
left join
    outermost as other
    on counted.reference_year = other.reference_year
    and counted.park_code = other.park_code
    and counted.boundary_code = other.boundary_code
    and other.outermost_rank = 1
where not coalesce(units.is_outside, false)
