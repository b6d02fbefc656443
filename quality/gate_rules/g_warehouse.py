"""G-WAREHOUSE: the checks that the warehouse computes itself found nothing."""

from quality.gate_rule import EVERY_CHECK_TABLE, Check, GateRule

RULE = GateRule(
    id="G-WAREHOUSE",
    version="1",
    checks={
        EVERY_CHECK_TABLE: Check(
            checked="select coalesce(sum(checked_count), 0) from {table}",
            failing=(
                "select rule_id || ' ' || scope || ': ' || coalesce(failing_keys, '') from {table}"
                " where failing_count is distinct from 0"
                " union all select 'no check' from {table} having count(*) = 0 order by all"
            ),
        )
    },
    title_zh="仓库自带检查全部通过",
    title_en="The checks in the warehouse found nothing",
    reason_zh="qa_* 表记录构建时逐条核对的结果。",
    reason_en="The qa_* tables hold what was checked line by line during the build.",
    action_zh="请按所列主键检查数据或模型。",
    action_en="Check data or model by the keys named.",
)
