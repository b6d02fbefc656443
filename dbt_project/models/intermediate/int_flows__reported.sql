{{ config(materialized="ephemeral") }}

-- Every used line of a return that says from whom something came or to whom it went: power and heat; what
-- was bought or sold through a pipe; CO2 handed over. In the canonical unit, before the unit's share.
with
    traded as (
        select
            activity.submission_id,
            activity.table_name,
            activity.line_id,
            activity.unit_code,
            activity.activity_code,
            case
                when activity.activity_code = 'energy/SAL' then 'sender' else 'receiver'
            end as reported_by_code,
            activity.carrier_code as commodity_code,
            energy.counterparty_kind_code,
            energy.counterparty_code,
            activity.canonical_unit_code,
            activity.canonical_quantity,
            activity.notation_key_code,
            activity.quantity_reason_code
        from {{ ref("int_activity__energy") }} as activity
        inner join
            {{ ref("stg_park_return__energy") }} as energy
            on activity.submission_id = energy.submission_id
            and activity.line_id = energy.line_id
        where
            activity.activity_code in ('energy/PUR', 'energy/SAL')
            and energy.row_disposition = 'used'
            and energy.counterparty_kind_code is not null
    ),

    handed_over as (
        select
            activity.submission_id,
            activity.table_name,
            activity.line_id,
            activity.unit_code,
            activity.activity_code,
            sides.reported_by_code,
            activity.gas_code as commodity_code,
            case
                when sides.reported_by_code = 'sender'
                then removals.transferred_to
                else removals.received_from
            end as counterparty_code,
            activity.canonical_unit_code,
            activity.canonical_quantity,
            activity.notation_key_code,
            activity.quantity_reason_code
        from {{ ref("int_activity__removals") }} as activity
        inner join
            {{ ref("stg_park_return__removals") }} as removals
            on activity.submission_id = removals.submission_id
            and activity.line_id = removals.line_id
        -- CO2 that is passed on is received and sent.
        cross join
            (
                select 'sender' as reported_by_code
                union all
                select 'receiver' as reported_by_code
            ) as sides
        where activity.role_code <> 'credit_sold' and removals.row_disposition = 'used'
    )

select
    submission_id,
    'power_heat' as table_name,
    line_id,
    unit_code,
    activity_code,
    case when direction_code = 'sent' then 'sender' else 'receiver' end as reported_by_code,
    carrier_code as commodity_code,
    kind_code,
    medium_code,
    counterparty_kind_code,
    counterparty_code,
    canonical_unit_code,
    canonical_quantity as flow_quantity,
    notation_key_code,
    quantity_reason_code
from {{ ref("int_activity__power_heat_reported") }}
union all
select
    submission_id,
    table_name,
    line_id,
    unit_code,
    activity_code,
    reported_by_code,
    commodity_code,
    cast(null as string) as kind_code,
    cast(null as string) as medium_code,
    counterparty_kind_code,
    counterparty_code,
    canonical_unit_code,
    canonical_quantity as flow_quantity,
    notation_key_code,
    quantity_reason_code
from traded
union all
select
    submission_id,
    table_name,
    line_id,
    unit_code,
    activity_code,
    reported_by_code,
    commodity_code,
    cast(null as string) as kind_code,
    cast(null as string) as medium_code,
    -- Told by the code alone: a unit of the return, a registered park, or somebody outside.
    cast(null as string) as counterparty_kind_code,
    counterparty_code,
    canonical_unit_code,
    canonical_quantity as flow_quantity,
    notation_key_code,
    quantity_reason_code
from handed_over
where counterparty_code is not null
