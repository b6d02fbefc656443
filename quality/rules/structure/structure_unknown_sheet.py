"""A sheet belongs to no table of the form."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="STRUCTURE_UNKNOWN_SHEET",
    severity="error",
    scope="structure",
    codes=("unknown_sheet",),
    title=(
        "未知工作表",
        "A sheet is not known",
    ),
    reason=(
        "其内容未被使用，但不会悄然丢弃。",
        "Its content is not used, and is not dropped in silence.",
    ),
    formula="sheet name is no table of the contract; its rows are refused",
    message=(
        "工作表“{sheet}”不属于本报表，其中数据未被使用；本报表的表为：{expected}。",
        "Sheet “{sheet}” is not part of the form; its data are not used. The tables are: {expected}.",
    ),
    action=(
        "请把数据移到本报表的表中，或删除该工作表。",
        "Move the data into the tables of the form, or delete the sheet.",
    ),
)
