{{ config(materialized="table") }}

-- What each received line counts as after clearing (ACCOUNTING section 3): what trade with serials and
-- reported certificates cover stays; the rest is grid power; certificates that remain cover grid power,
-- from outside first, up to what the unit received less what it sent, and none of it where nobody knows
-- what it sent (L7). A line becomes up to three.
with
    sent as (
        select
            submission_id,
            unit_code,
            sum(canonical_quantity) as sent_quantity,
            max(case when quantity_reason_code is not null then 1 else 0 end) = 1 as is_unknown
        from {{ ref("int_activity__power_heat_reported") }}
        where activity_code = 'E-GRID/sent'
        group by submission_id, unit_code
    ),

    pooled as (
        select
            lines.*,
            cast(lines.quantity - lines.covered_quantity as decimal(20, 6)) as grid_quantity,
            coalesce(
                claims.unbundled_claims_mwh,
                0
            ) - sum(case when lines.kind_code = 'E-GEC' then lines.covered_quantity else 0 end) over (
                partition by lines.submission_id, lines.unit_code
            ) as claims_left,
            sum(lines.quantity - lines.covered_quantity) over (
                partition by lines.submission_id, lines.unit_code
            )
            - coalesce(sent.sent_quantity, 0) as net_grid_quantity,
            coalesce(sent.is_unknown, false) as is_net_unknown,
            coalesce(
                sum(lines.quantity - lines.covered_quantity) over (
                    partition by lines.submission_id, lines.unit_code
                    order by lines.is_internal_supply nulls last, lines.line_id nulls last
                    rows between unbounded preceding and 1 preceding
                ),
                0
            ) as grid_before
        from {{ ref("int_clearing__lines") }} as lines
        left join
            {{ ref("int_clearing__claims") }} as claims
            on lines.submission_id = claims.submission_id
            and lines.unit_code = claims.unit_code
        left join sent on lines.submission_id = sent.submission_id and lines.unit_code = sent.unit_code
    ),

    budgeted as (
        select
            *,
            case
                when is_net_unknown
                then 0
                when claims_left < net_grid_quantity
                then claims_left
                else net_grid_quantity
            end
            - grid_before as budget
        from pooled
    ),

    applied as (
        select
            *,
            cast(
                case
                    when budget <= 0 then 0 when budget >= grid_quantity then grid_quantity else budget
                end as decimal(20, 6)
            ) as applied_quantity
        from budgeted
    ),

    parts as (
        select submission_id, unit_code, line_id, kind_code, covered_quantity as quantity
        from applied
        where kind_code <> 'E-GRID' and (covered_quantity > 0 or quantity = 0)
        union all
        select submission_id, unit_code, line_id, 'E-GEC' as kind_code, applied_quantity as quantity
        from applied
        where applied_quantity > 0
        union all
        select
            submission_id,
            unit_code,
            line_id,
            'E-GRID' as kind_code,
            cast(grid_quantity - applied_quantity as decimal(20, 6)) as quantity
        from applied
        where grid_quantity > applied_quantity or (kind_code = 'E-GRID' and quantity = 0)
    )

select submission_id, unit_code, line_id, kind_code, quantity
from parts
