"""A code is not in its list: a carrier, a unit, any other."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="CELL_UNKNOWN_CODE",
    severity="error",
    scope="form",
    codes=("unknown_code",),
    place="tables",
    title=(
        "未知代码",
        "A code is not known",
    ),
    reason=(
        "未知的品种、单位或代码不能归入任何合计。",
        "An unknown carrier, unit or code belongs in no total.",
    ),
    formula="text is neither code nor Chinese or English name of an entry of the code list",
    message=(
        "{sheet} {cell}：“{detail}”的“{found}”不在代码表中，应为 {expected}。",
        "{sheet} {cell}: “{found}” is not in the list of “{detail}”; expected {expected}.",
    ),
    action=(
        "请从下拉列表中选择，或填写代码表中的代码或名称。",
        "Choose from the drop-down, or give a code or name of the list.",
    ),
)
