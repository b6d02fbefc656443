-- Each flow once, with what its two ends say of it; a unit of nested parks speaks in the outermost park that
-- lists it (L6). A figure that one end cannot give is never read as zero (L7).
with
    categories as (
        select activity_code, max(source_category_code) as source_category_code
        from {{ ref("method_terms") }}
        where scope_code <> '3'
        group by activity_code
    ),

    sides as (
        select
            flows.reference_year,
            flows.boundary_code,
            flows.commodity_code,
            flows.from_node_code,
            flows.to_node_code,
            max(flows.from_kind_code) as from_kind_code,
            max(flows.to_kind_code) as to_kind_code,
            max(flows.from_park_code) as from_park_code,
            max(flows.to_park_code) as to_park_code,
            max(categories.source_category_code) as source_category_code,
            case
                when min(flows.medium_code) = max(flows.medium_code) then min(flows.medium_code)
            end as medium_code,
            max(flows.canonical_unit_code) as canonical_unit_code,
            -- nation, park, province: of parks across a border the wider view.
            min(flows.elimination_view_code) as elimination_view_code,
            -- inside, not_reported, outside: the first in the alphabet is the best known.
            min(flows.other_end_code) as other_end_code,
            {%- for side, name in {"sender": "sent", "receiver": "received"}.items() %}
                count(case when flows.reported_by_code = '{{ side }}' then 1 end)
                > 0 as is_{{ name }}_reported,
                count(
                    case
                        when
                            flows.reported_by_code = '{{ side }}'
                            and flows.flow_quantity is null
                            and coalesce(flows.notation_key_code, '') <> 'NO'
                        then 1
                    end
                )
                > 0 as is_{{ name }}_unknown,
                cast(
                    sum(
                        case
                            when flows.reported_by_code = '{{ side }}'
                            then
                                coalesce(
                                    flows.flow_quantity, case when flows.notation_key_code = 'NO' then 0 end
                                )
                        end
                    ) as decimal(38, 6)
                ) as known_{{ name }}_quantity
                {%- if not loop.last %},{% endif %}
            {%- endfor %}
        from {{ ref("fct_flows") }} as flows
        left join categories on flows.activity_code = categories.activity_code
        where flows.counted_park_code is null
        group by
            flows.reference_year,
            flows.boundary_code,
            flows.commodity_code,
            flows.from_node_code,
            flows.to_node_code
    ),

    judged as (
        select
            sides.*,
            case when not is_sent_unknown then known_sent_quantity end as sent_quantity,
            case when not is_received_unknown then known_received_quantity end as received_quantity,
            case
                when sides.other_end_code = 'outside'
                then 'one_end_outside'
                when sides.other_end_code = 'not_reported'
                then 'not_reported'
                when is_sent_unknown or is_received_unknown
                then 'not_estimated'
                when coalesce(known_sent_quantity, 0) = coalesce(known_received_quantity, 0)
                then 'agree'
                when
                    (is_received_reported and senders.park_code is not null)
                    or (is_sent_reported and receivers.park_code is not null)
                then 'not_estimated'
                when not is_received_reported
                then 'only_sender'
                when not is_sent_reported
                then 'only_receiver'
                else 'differ'
            end as flow_state_code
        from sides
        left join
            {{ ref("int_flows__gaps") }} as senders
            on sides.reference_year = senders.reference_year
            and sides.boundary_code = senders.boundary_code
            and sides.from_park_code = senders.park_code
            and sides.source_category_code = senders.source_category_code
        left join
            {{ ref("int_flows__gaps") }} as receivers
            on sides.reference_year = receivers.reference_year
            and sides.boundary_code = receivers.boundary_code
            and sides.to_park_code = receivers.park_code
            and sides.source_category_code = receivers.source_category_code
    )

select
    reference_year,
    boundary_code,
    commodity_code,
    from_node_code,
    to_node_code,
    from_kind_code,
    to_kind_code,
    from_park_code,
    to_park_code,
    medium_code,
    elimination_view_code,
    canonical_unit_code,
    sent_quantity,
    received_quantity,
    case
        when flow_state_code in ('agree', 'differ', 'only_sender', 'only_receiver')
        then cast(coalesce(sent_quantity, 0) - coalesce(received_quantity, 0) as decimal(38, 6))
    end as difference_quantity,
    flow_state_code
from judged
