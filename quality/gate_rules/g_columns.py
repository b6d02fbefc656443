"""G-COLUMNS: no released quantity is a floating-point number."""

from quality.gate_rule import EVERY_TABLE, Check, GateRule

RULE = GateRule(
    id="G-COLUMNS",
    version="1",
    checks={
        EVERY_TABLE: Check(
            checked="select count(*) from (describe {table})",
            failing=(
                "select column_name || ' ' || column_type from (describe {table})"
                " where column_type in ('FLOAT', 'DOUBLE', 'REAL')"
            ),
        )
    },
    title_zh="发布表没有浮点数列",
    title_en="No released column is a floating-point number",
    reason_zh="浮点数求和不可重复，四舍五入位置不明（L3）。",
    reason_en="Sums of floating-point numbers cannot be repeated and round at unknown places (L3).",
    action_zh="请把该列改为 DECIMAL 后重新构建。",
    action_en="Make the column a DECIMAL and build again.",
)
