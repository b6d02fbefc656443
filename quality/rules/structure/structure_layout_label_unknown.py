"""A label of a declared layout is not mapped."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="STRUCTURE_LAYOUT_LABEL_UNKNOWN",
    severity="fatal",
    scope="structure",
    codes=("layout_label_unknown",),
    title=(
        "版式中有未映射的标签",
        "A label is not mapped by the layout",
    ),
    reason=(
        "未映射的行或列会从合计中消失。",
        "A row or column that is not mapped would vanish from the totals.",
    ),
    formula="label of a row, column or unit is not in the layout's map",
    message=(
        "{sheet} {cell}：版式未说明标签“{found}”。",
        "{sheet} {cell}: the layout does not say what “{found}” is.",
    ),
    action=(
        "请在版式中补充该标签，再用 receive --again 重读。",
        "Add the label to the layout, then read again with receive --again.",
    ),
)
