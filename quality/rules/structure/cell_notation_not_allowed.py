"""A notation key stands where none is allowed."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="CELL_NOTATION_NOT_ALLOWED",
    severity="error",
    scope="form",
    codes=("notation_not_allowed",),
    place="tables",
    title=(
        "此处不能填写符号",
        "A notation key is not allowed here",
    ),
    reason=(
        "NO、NE、NA、IE、C 只在允许的栏中有意义。",
        "NO, NE, NA, IE and C mean something only where they are allowed.",
    ),
    formula="text is a notation key that is not in the column's list",
    message=(
        "{sheet} {cell}：“{detail}”不能填写符号“{found}”，应为 {expected}。",
        "{sheet} {cell}: “{detail}” cannot be “{found}”; expected {expected}.",
    ),
    action=(
        "请填写数值。",
        "Give a value.",
    ),
)
