"""G-CLAIMS: a serial counts once in the nation, and no claim counts more than it claims."""

from quality.gate_rule import Check, GateRule

RULE = GateRule(
    id="G-CLAIMS",
    version="4",
    checks={
        "mart_claims": Check(
            checked="select count(*) from mart_claims",
            failing=(
                # Sorted by their first serial, what counts begins after everything before it has ended.
                "with counted as (select *, max(serial_last) over (partition by boundary_code,"
                " claim_type_code, length(serial_first) order by serial_first, submission_id, line_id"
                " rows between unbounded preceding and 1 preceding) as last_before from mart_claims"
                # What a nested park's unit claims, the park around it states too.
                " where counted_quantity > 0 and claim_type_code <> 'removal_credit'"
                " and counted_park_code is null)"
                " select 'twice ' || park_code || ' ' || submission_id || ' ' || line_id from counted"
                " where serial_first <= last_before"
                " union all select 'quantity ' || park_code || ' ' || submission_id || ' ' || line_id"
                " from mart_claims where counted_quantity < 0 or blocked_quantity < 0"
                " or counted_quantity + blocked_quantity > claimed_quantity"
                " or claim_outcome_code = 'claimed_twice' and claim_type_code <> 'removal_credit'"
                " and blocked_quantity <> claimed_quantity"
                # More of a plant is claimed than it sent to the grid: every line of it, naming the plant.
                " or claim_outcome_code = 'exceeds_grid_power' and (counted_quantity <> 0"
                " or blocked_quantity <> claimed_quantity or collides_with = '')"
                # More is received of a supplier than it sent: every line that names it, naming it.
                " or claim_outcome_code = 'exceeds_direct_supply' and (claim_type_code <> 'direct_line'"
                " or counted_quantity <> 0 or blocked_quantity <> claimed_quantity or collides_with = '')"
                " or claim_outcome_code = 'counted' and counted_quantity is distinct from claimed_quantity"
                " or collision_count = 0 and claim_outcome_code in ('claimed_twice', 'repeated') order by all"
            ),
        ),
    },
    title_zh="全国同一编号只计一次，计入不超过核销",
    title_en="A serial counts once in the nation, and never more than is claimed",
    reason_zh="一份凭证只有一个用户、一个年度（L6）。",
    reason_en="An instrument has one consumer and one year (L6).",
    action_zh="请检查核销登记模型。",
    action_en="Check the model of claims.",
)
