"""A text file is not UTF-8."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="DELIVERY_ENCODING_NOT_ACCEPTED",
    severity="fatal",
    scope="delivery",
    codes=("encoding_not_accepted",),
    title=(
        "文本编码暂不接收",
        "The text encoding is not accepted yet",
    ),
    reason=(
        "按错误的编码读取会改变文字，因此只读 UTF-8。",
        "Text read in the wrong encoding is changed text, so only UTF-8 is read.",
    ),
    formula="bytes are not valid UTF-8",
    message=(
        "文本文件不是 UTF-8 编码（可能是 {found}）。",
        "The text file is not in UTF-8 (it may be {found}).",
    ),
    action=(
        "请用 UTF-8 编码另存后重新报送。",
        "Save it in UTF-8 and send it again.",
    ),
)
