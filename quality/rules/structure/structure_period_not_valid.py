"""The period is none, or none of this form."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="STRUCTURE_PERIOD_NOT_VALID",
    severity="fatal",
    scope="structure",
    codes=("period_not_valid",),
    title=(
        "报告期无效",
        "The period is not valid",
    ),
    reason=(
        "没有报告期就无法确定数据属于哪一年。",
        "Without its period nobody knows what the data are about.",
    ),
    formula="period is not of a type of the contract, or outside valid_from … valid_to",
    message=(
        "{sheet} {cell}：报告期“{found}”无效，应为 {expected}。",
        "{sheet} {cell}: period “{found}” is not valid; expected {expected}.",
    ),
    action=(
        "请按说明填写报告期。",
        "Write the period as the guide says.",
    ),
)
