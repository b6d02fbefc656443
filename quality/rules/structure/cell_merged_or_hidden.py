"""Data stand in a merged cell, or in a hidden row, column or sheet."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="CELL_MERGED_OR_HIDDEN",
    severity="info",
    scope="form",
    codes=("merged_cell", "hidden_row"),
    title=(
        "合并或隐藏的单元格",
        "A cell is merged or hidden",
    ),
    reason=(
        "其中的数据照常读取，填表人可能没有看到。",
        "Its data are read like any other, and the clerk may not have seen them.",
    ),
    formula="cell in a merged range, or row, column or sheet hidden",
    message=(
        "{sheet} {cell}：此处为合并单元格，或隐藏的行、列、工作表（{detail}），其中数据照常读取。",
        "{sheet} {cell}: a merged cell, or a hidden row, column or sheet ({detail}), read like any other.",
    ),
    action=(
        "请取消合并或隐藏并核对。",
        "Unmerge or unhide it and check.",
    ),
)
