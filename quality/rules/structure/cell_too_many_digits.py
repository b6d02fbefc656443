"""A number is too large to be stored."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="CELL_TOO_MANY_DIGITS",
    severity="error",
    scope="form",
    codes=("too_many_digits",),
    place="tables",
    title=(
        "位数过多",
        "A number has too many digits",
    ),
    reason=(
        "整数部分超出存储位数的数值不会被截断；12 位以后的小数四舍五入一次，原文一并保存。",
        "A number too large for its column is never cut; decimals beyond twelve are rounded once, text kept.",
    ),
    formula="more than 13 digits before the decimal point; a whole-number column: more than 64 bits",
    message=(
        "{sheet} {cell}：“{detail}”的 {found} 位数过多，小数点前最多 13 位。",
        "{sheet} {cell}: {found} in “{detail}” has too many digits: at most 13 before the point.",
    ),
    action=(
        "请核对数值，或改用更大的计量单位。",
        "Check the value, or use a larger unit.",
    ),
)
