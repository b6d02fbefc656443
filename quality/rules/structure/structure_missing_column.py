"""A required column is missing."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="STRUCTURE_MISSING_COLUMN",
    severity="fatal",
    scope="structure",
    codes=("missing_column",),
    title=(
        "缺少必填列",
        "A required column is missing",
    ),
    reason=(
        "缺少必填列则每一行都不完整。",
        "Without a required column no row is complete.",
    ),
    formula="a column with required: true is not in the table",
    message=(
        "{sheet}：缺少必填列“{expected}”。",
        "{sheet}: the required column “{expected}” is missing.",
    ),
    action=(
        "请恢复模板的列。",
        "Restore the column of the template.",
    ),
)
