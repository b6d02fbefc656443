{{ config(materialized="table") }}

-- Received power of every unit that has, or claims, green power: how much of a line is already
-- covered by trade or by the certificates it reports, and how much of it is grid power. Power over a direct
-- line that is blocked is grid power without certificates of its own.
with
    blocked as (
        select submission_id, unit_code, line_id
        from {{ ref("int_claims__direct") }}
        where claim_outcome_code = 'exceeds_direct_supply'
    ),

    units_to_clear as (
        select submission_id, unit_code
        from {{ ref("int_activity__power_heat_reported") }}
        where activity_code in ('E-GT/received', 'E-GEC/received')
        union
        select submission_id, unit_code
        from {{ ref("int_clearing__claims") }}
        union
        select submission_id, unit_code
        from blocked
    ),

    lines as (
        select
            power.submission_id,
            power.unit_code,
            power.line_id,
            power.kind_code,
            coalesce(power.counterparty_kind_code, '') = 'unit' as is_internal_supply,
            power.canonical_quantity as quantity,
            case
                power.kind_code
                when 'E-GT'
                then coalesce(claims.trade_claims_mwh, 0)
                when 'E-GEC'
                then coalesce(claims.unbundled_claims_mwh, 0)
                else 0
            end as claims_mwh,
            coalesce(
                sum(power.canonical_quantity) over (
                    partition by power.submission_id, power.unit_code, power.kind_code
                    order by power.line_id nulls last
                    rows between unbounded preceding and 1 preceding
                ),
                0
            ) as quantity_before
        from {{ ref("int_activity__power_heat_reported") }} as power
        inner join
            units_to_clear
            on power.submission_id = units_to_clear.submission_id
            and power.unit_code = units_to_clear.unit_code
        left join
            {{ ref("int_clearing__claims") }} as claims
            on power.submission_id = claims.submission_id
            and power.unit_code = claims.unit_code
        left join blocked on power.submission_id = blocked.submission_id and power.line_id = blocked.line_id
        where
            (
                power.activity_code in ('E-GT/received', 'E-GEC/received', 'E-GRID/received')
                or blocked.line_id is not null
            )
            and power.canonical_quantity is not null
            and power.quantity_reason_code is null
    )

select
    submission_id,
    unit_code,
    line_id,
    kind_code,
    is_internal_supply,
    quantity,
    cast(
        case
            when claims_mwh <= quantity_before
            then 0
            when claims_mwh - quantity_before >= quantity
            then quantity
            else claims_mwh - quantity_before
        end as decimal(20, 6)
    ) as covered_quantity
from lines
