"""G-KEYS: the key of every released table identifies its rows."""

from quality.gate_rule import EVERY_TABLE, Check, GateRule

RULE = GateRule(
    id="G-KEYS",
    version="1",
    checks={
        EVERY_TABLE: Check(
            checked="select count(*) from {table}",
            failing=(
                "select {key_text} from {table} group by {key}"
                " having count(*) > 1 or {key_has_null} order by {key}"
            ),
        )
    },
    title_zh="主键唯一且不为空",
    title_en="Keys are unique and never null",
    reason_zh="重复的行会使合计重复计算（L6）。",
    reason_en="A row that is there twice is counted twice in every total (L6).",
    action_zh="请检查产生该表的模型。",
    action_en="Check the model that makes this table.",
)
