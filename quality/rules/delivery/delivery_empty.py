"""The delivery holds nothing."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="DELIVERY_EMPTY",
    severity="fatal",
    scope="delivery",
    codes=("empty_delivery",),
    title=(
        "空文件",
        "The delivery is empty",
    ),
    reason=(
        "空文件不是零申报。",
        "An empty file is not a return of zeros.",
    ),
    formula="no bytes, or no cell with content",
    message=(
        "文件中没有任何内容。",
        "The file holds nothing.",
    ),
    action=(
        "请检查所报送的文件后重新报送。",
        "Check which file was sent and send it again.",
    ),
)
