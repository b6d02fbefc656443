"""A number has more decimals than are stored; the rounded one is taken."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="CELL_NUMBER_ROUNDED",
    severity="info",
    scope="form",
    codes=("rounded_number",),
    title=(
        "数值已舍入保存",
        "A number is stored rounded",
    ),
    reason=(
        "保存 12 位小数；更多的小数四舍五入一次，原文一并保存。",
        "Twelve decimals are stored; more are rounded half up, once, and the text that was sent is kept.",
    ),
    formula="more than 12 digits after the decimal point, and not all of the further ones are 0",
    message=(
        "{sheet} {cell}：“{detail}”报送 {found}，保存为 {expected}。",
        "{sheet} {cell}: {found} in “{detail}” is stored as {expected}.",
    ),
    action=(
        "通常无需处理；如须精确，请减少小数位数或改用更小的计量单位。",
        "Usually nothing; where it must be exact, send fewer decimals or use a smaller unit.",
    ),
)
