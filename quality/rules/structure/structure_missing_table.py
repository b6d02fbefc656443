"""A required table of the form was not sent."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="STRUCTURE_MISSING_TABLE",
    severity="fatal",
    scope="structure",
    codes=("missing_table",),
    title=(
        "缺少必报表",
        "A required table is missing",
    ),
    reason=(
        "缺表不等于该表为零。",
        "A table that was not sent does not mean zero.",
    ),
    formula="a required table of the contract is not in the submission",
    message=(
        "缺少表“{expected}”。",
        "Table “{expected}” is missing.",
    ),
    action=(
        "请使用完整模板；无数据的必报表保留表头。",
        "Use the whole template; leave the head of a required table without data in place.",
    ),
)
