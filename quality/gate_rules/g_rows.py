"""G-ROWS: every row read from a planned submission has exactly one disposition."""

from quality.gate_rule import Check, GateRule

RULE = GateRule(
    id="G-ROWS",
    version="1",
    checks={
        "dim_submissions": Check(
            checked="select count(*) from dim_submissions",
            failing=(
                "select submission_id from dim_submissions"
                " where rows_read is distinct from rows_used + rows_refused + rows_context"
                " union all select 'no submission' from dim_submissions having count(*) = 0"
                " order by all"
            ),
        )
    },
    title_zh="读取行数等于各处置行数之和",
    title_en="Rows read are the sum of their dispositions",
    reason_zh="任何一行都不得无声丢失（L2）。",
    reason_en="No row may be lost silently (L2).",
    action_zh="请检查该报送的回执和数据湖。",
    action_en="Check the submission's receipt and the lake.",
)
