"""A cell is no integer, date or yes/no."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="CELL_WRONG_TYPE",
    severity="error",
    scope="form",
    codes=("not_an_integer", "not_a_date", "not_a_boolean"),
    place="tables",
    title=(
        "类型不符",
        "A value is not of its type",
    ),
    reason=(
        "整数、日期和是否栏按合同读取，从不猜测。",
        "Integers, dates and yes/no cells are read by contract, never by guess.",
    ),
    formula="text is not of type integer, date or boolean",
    message=(
        "{sheet} {cell}：“{detail}”填写为“{found}”，应为 {expected}。",
        "{sheet} {cell}: “{detail}” is “{found}”; expected {expected}.",
    ),
    action=(
        "请按模板说明填写。",
        "Fill it in as the template says.",
    ),
)
