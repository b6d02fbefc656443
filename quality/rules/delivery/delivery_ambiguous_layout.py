"""More than one declared layout fits the file."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="DELIVERY_AMBIGUOUS_LAYOUT",
    severity="fatal",
    scope="delivery",
    codes=("ambiguous_layout",),
    title=(
        "版式不唯一",
        "More than one layout fits",
    ),
    reason=(
        "两种读法可能得出两种数值。",
        "Two ways to read may give two sets of numbers.",
    ),
    formula="count of layouts that match > 1",
    message=(
        "有多个版式与文件相符：{found}。",
        "More than one layout fits the file: {found}.",
    ),
    action=(
        "请修改版式的识别条件，使其只有一个相符。",
        "Change the layouts' conditions so that exactly one fits.",
    ),
)
