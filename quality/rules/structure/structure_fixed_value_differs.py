"""A cell with a fixed value holds another."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="STRUCTURE_FIXED_VALUE_DIFFERS",
    severity="fatal",
    scope="structure",
    codes=("fixed_value_differs",),
    title=(
        "固定内容被改动",
        "A fixed value was changed",
    ),
    reason=(
        "固定内容说明这是哪一张报表、哪一版。",
        "The fixed value says which form and version this is.",
    ),
    formula="text ≠ fixed value of the contract",
    message=(
        "{sheet} {cell}：“{detail}”应为“{expected}”，填写的是“{found}”。",
        "{sheet} {cell}: “{detail}” must be “{expected}”, but “{found}” was found.",
    ),
    action=(
        "请恢复模板原有内容。",
        "Restore what the template says.",
    ),
)
