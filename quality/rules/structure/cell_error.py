"""A cell holds a spreadsheet error."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="CELL_ERROR",
    severity="error",
    scope="form",
    codes=("error_cell",),
    place="tables",
    title=(
        "错误值",
        "A cell holds an error",
    ),
    reason=(
        "错误值不是数值，也不是零。",
        "An error is neither a number nor zero.",
    ),
    formula="cell type = error, such as #REF! or #DIV/0!",
    message=(
        "{sheet} {cell}：“{detail}”为错误值 {found}。",
        "{sheet} {cell}: “{detail}” holds the error {found}.",
    ),
    action=(
        "请填写数值或符号 NO、NE、NA、IE、C 后重新报送。",
        "Give the value or one of NO, NE, NA, IE, C and send the form again.",
    ),
)
