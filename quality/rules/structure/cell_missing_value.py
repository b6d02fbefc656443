"""A required cell is blank."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="CELL_MISSING_VALUE",
    severity="error",
    scope="form",
    codes=("missing_value",),
    place="tables",
    title=(
        "必填项为空",
        "A required value is missing",
    ),
    reason=(
        "空白从不读作零。",
        "A blank is never read as zero.",
    ),
    formula="required cell is blank",
    message=(
        "{sheet} {cell}：必填项“{detail}”为空。",
        "{sheet} {cell}: the required cell “{detail}” is blank.",
    ),
    action=(
        "请填写；数值未发生时填 NO，未估算时填 NE（如本栏允许）。",
        "Fill it in; where the cell allows it, NO says that it does not occur, NE that it was not estimated.",
    ),
)
