"""A number has more digits than can be stored exactly."""

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
        "不能精确保存的数值不会被舍入。",
        "A number that cannot be stored exactly is not rounded.",
    ),
    formula="more than 13 digits before or 12 after the decimal point",
    message=(
        "{sheet} {cell}：“{detail}”的 {found} 位数过多，整数最多 13 位，小数最多 12 位。",
        "{sheet} {cell}: {found} in “{detail}” has too many digits: at most 13 and 12 decimals.",
    ),
    action=(
        "请改用更大的计量单位，或减少小数位数。",
        "Use a larger unit, or fewer decimals.",
    ),
)
