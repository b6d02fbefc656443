"""A column belongs to no column of the table."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="STRUCTURE_UNKNOWN_COLUMN",
    severity="error",
    scope="structure",
    codes=("unknown_column",),
    title=(
        "未知列",
        "A column is not known",
    ),
    reason=(
        "该列数据未被使用；表中其他列照常使用。",
        "The data of the column are not used; the other columns are.",
    ),
    formula="column code is not in the contract's table; the other columns of its rows are used",
    message=(
        "{sheet} {cell}：列“{found}”不属于本表，该列数据未被使用。{expected}",
        "{sheet} {cell}: column “{found}” is not part of the table; its data are not used. {expected}",
    ),
    action=(
        "请恢复模板的列代码，或删除该列。",
        "Restore the column code of the template, or delete the column.",
    ),
)
