"""Text stands where a number is expected."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="CELL_NOT_A_NUMBER",
    severity="error",
    scope="form",
    codes=("not_a_number",),
    place="tables",
    title=(
        "数值栏中为文字",
        "Text in a number cell",
    ),
    reason=(
        "文字不能换算，也不能读作零。",
        "Text cannot be converted, and is never read as zero.",
    ),
    formula="text is neither a decimal number nor a notation key",
    message=(
        "{sheet} {cell}：“{detail}”应为数值，填写的是“{found}”。",
        "{sheet} {cell}: “{detail}” must be a number, but “{found}” was found.",
    ),
    action=(
        "请只填数字，计量单位填入单位栏；无数值时填 NO、NE、NA、IE 或 C（如本栏允许）。",
        "Give digits only, the unit in its own cell; NO, NE, NA, IE or C where the cell allows it.",
    ),
)
