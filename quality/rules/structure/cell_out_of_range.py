"""A value is below the minimum or above the maximum of its column."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="CELL_OUT_OF_RANGE",
    severity="error",
    scope="form",
    codes=("out_of_range",),
    place="tables",
    title=(
        "超出取值范围",
        "A value is out of range",
    ),
    reason=(
        "超出合同范围的数值不可能成立。",
        "A value outside the range of the contract cannot be true.",
    ),
    formula="value < min or value > max of the contract",
    message=(
        "{sheet} {cell}：“{detail}”为 {found}，应在 {expected} 之内。",
        "{sheet} {cell}: “{detail}” is {found}; expected {expected}.",
    ),
    action=(
        "请核对数值和计量单位。",
        "Check the value and its unit.",
    ),
)
