-- A flow as one of its two ends reports it. Between units of one park both nodes are units; all else goes
-- from and to the park as a whole, since a park names another park, never its units.
with
    spoken_for as (
        select
            *,
            case
                when end_kind_code <> 'unit' or listed_by_code = neighbour_listed_by_code then listed_by_code
            end as counted_park_code,
            -- What two parks of which one lies around the other, or a third around both, send each other
            -- stays between the two.
            coalesce(
                end_kind_code = 'park' and own_outermost_code <> other_outermost_code, false
            ) as is_between_outermost
        from {{ ref("int_flows__placed") }}
    ),

    nodes as (
        select
            *,
            case
                when end_kind_code = 'unit'
                then coalesce(counted_park_code, park_code)
                when is_between_outermost
                then own_outermost_code
                else park_code
            end as own_park_code,
            case
                when end_kind_code = 'unit'
                then coalesce(counted_park_code, park_code)
                when is_between_outermost
                then other_outermost_code
                when end_kind_code = 'park' and is_registered_park
                then counterparty_code
            end as other_park_code
        from spoken_for
    ),

    ends as (
        select
            *,
            case when end_kind_code = 'unit' then 'unit' else 'park' end as own_kind_code,
            end_kind_code as other_kind_code,
            case
                when end_kind_code = 'unit' then own_park_code || '/' || unit_code else own_park_code
            end as own_node_code,
            case
                when counterparty_code is null
                then end_kind_code
                when end_kind_code = 'unit'
                then other_park_code || '/' || counterparty_code
                when end_kind_code = 'park'
                then coalesce(other_park_code, counterparty_code)
                when counterparty_code like 'GRID:%'
                then counterparty_code
                else end_kind_code || ':' || counterparty_code
            end as other_node_code,
            case
                when end_kind_code = 'unit' and is_neighbour
                then 'inside'
                when end_kind_code = 'park' and other_province_code is not null
                then 'inside'
                when end_kind_code = 'park' and is_registered_park
                then 'not_reported'
                else 'outside'
            end as other_end_code
        from nodes
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
    counted_park_code,
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
            when reported_by_code = '{{ side }}' then own_park_code else other_park_code
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
