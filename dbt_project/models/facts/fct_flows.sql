-- A flow as one of its two ends reports it. Between units of one park both nodes are units; all else goes
-- from and to the park as a whole, since a park names another park, never its units.
with
    placed as (
        select
            lines.*,
            periods.boundary_code,
            periods.reference_year,
            periods.period_code,
            periods.park_code,
            periods.province_code,
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
            and case
                when coalesce(lines.counterparty_kind_code, 'unit') = 'unit' then lines.counterparty_code
            end
            = neighbours.unit_code
        left join
            {{ ref("int_parks__registered") }} as registered
            on periods.reference_year = registered.reference_year
            and case
                when coalesce(lines.counterparty_kind_code, 'park') = 'park' then lines.counterparty_code
            end
            = registered.park_code
        left join
            {{ ref("int_parks__boundaries") }} as counted
            on periods.boundary_code = counted.boundary_code
            and registered.reference_year = counted.reference_year
            and registered.park_code = counted.park_code
            and counted.is_registered
        where not coalesce(units.is_outside, false)
    ),

    ends as (
        select
            *,
            case when end_kind_code = 'unit' then 'unit' else 'park' end as own_kind_code,
            end_kind_code as other_kind_code,
            case
                when end_kind_code = 'unit' then park_code || '/' || unit_code else park_code
            end as own_node_code,
            case
                when counterparty_code is null
                then end_kind_code
                when end_kind_code = 'unit'
                then park_code || '/' || counterparty_code
                when end_kind_code = 'park' or counterparty_code like 'GRID:%'
                then counterparty_code
                else end_kind_code || ':' || counterparty_code
            end as other_node_code,
            case
                when end_kind_code = 'unit'
                then park_code
                when end_kind_code = 'park' and is_registered_park
                then counterparty_code
            end as other_park_code,
            case
                when end_kind_code = 'unit' and is_neighbour
                then 'inside'
                when end_kind_code = 'park' and other_province_code is not null
                then 'inside'
                when end_kind_code = 'park' and is_registered_park
                then 'not_reported'
                else 'outside'
            end as other_end_code
        from placed
    )

select
    submission_id,
    table_name,
    line_id,
    reported_by_code,
    boundary_code,
    reference_year,
    period_code,
    park_code,
    province_code,
    unit_code,
    activity_code,
    commodity_code,
    kind_code,
    medium_code,
    {%- for end, side in {"from": "sender", "to": "receiver"}.items() %}
        {%- for name in ["node", "kind"] %}
            case
                when reported_by_code = '{{ side }}' then own_{{ name }}_code else other_{{ name }}_code
            end as {{ end }}_{{ name }}_code,
        {%- endfor %}
        case
            when reported_by_code = '{{ side }}' then park_code else other_park_code
        end as {{ end }}_park_code,
    {%- endfor %}
    other_end_code,
    case
        when other_end_code <> 'inside'
        then null
        when end_kind_code = 'unit'
        then 'park'
        when other_province_code = province_code
        then 'province'
        else 'nation'
    end as elimination_view_code,
    canonical_unit_code,
    flow_quantity,
    case
        when notation_key_code is not null
        then notation_key_code
        when quantity_reason_code is not null
        then 'NE'
    end as notation_key_code,
    quantity_reason_code as not_estimated_reason_code
from ends
-- What a unit sends itself, or a park its own parts unnamed, flows between no two nodes.
where own_node_code <> other_node_code
