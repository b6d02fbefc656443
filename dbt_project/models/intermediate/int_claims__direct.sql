{{ config(materialized="table") }}

-- Direct lines as claims (L6): every received MWh of direct non-fossil power of a return that counts or is at
-- hand. One MWh has one consumer: where more of a supplier was received than it sent, nobody can say whose
-- MWh are too many, and every line that names it is blocked.
with
    lines as (
        select distinct
            periods.reference_year,
            periods.park_code,
            power.submission_id,
            power.line_id,
            power.unit_code,
            power.counterparty_kind_code,
            power.counterparty_code,
            power.canonical_quantity as quantity
        from {{ ref("int_activity__power_heat_reported") }} as power
        inner join
            {{ ref("int_periods__counted") }} as periods
            on power.submission_id = periods.submission_id
            and (periods.is_counted or periods.is_at_hand)
        where power.activity_code = 'E-DL/received' and power.canonical_quantity is not null
    ),

    exceeded as (select * from {{ ref("int_claims__suppliers") }}),

    -- How a park names such a supplier: what is at hand beside its year says the same of it.
    named as (
        select
            lines.reference_year,
            lines.park_code,
            lines.counterparty_kind_code,
            lines.counterparty_code,
            min(flows.from_node_code) as supplier_code
        from lines
        inner join
            {{ ref("fct_flows") }} as flows
            on lines.submission_id = flows.submission_id
            and lines.line_id = flows.line_id
            and flows.table_name = 'power_heat'
        inner join
            exceeded
            on flows.reference_year = exceeded.reference_year
            and flows.from_node_code = exceeded.supplier_code
        group by lines.reference_year, lines.park_code, lines.counterparty_kind_code, lines.counterparty_code
    )

select
    lines.reference_year,
    lines.submission_id,
    lines.line_id,
    lines.unit_code,
    lines.quantity,
    case
        when exceeded.supplier_code is null then 'counted' else 'exceeds_direct_supply'
    end as claim_outcome_code,
    exceeded.supplier_code,
    exceeded.supplier_park_code,
    exceeded.claimed_mwh,
    exceeded.supplied_mwh
from lines
left join
    named
    on lines.reference_year = named.reference_year
    and lines.park_code = named.park_code
    and lines.counterparty_kind_code = named.counterparty_kind_code
    and lines.counterparty_code = named.counterparty_code
left join
    exceeded
    on named.reference_year = exceeded.reference_year
    and named.supplier_code = exceeded.supplier_code
    and lines.quantity > 0
