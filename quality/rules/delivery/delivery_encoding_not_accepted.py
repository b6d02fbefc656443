"""A text file is in an encoding that cannot be read safely."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="DELIVERY_ENCODING_NOT_ACCEPTED",
    severity="fatal",
    scope="delivery",
    codes=("encoding_not_accepted",),
    title=(
        "文本编码不接收",
        "The text encoding is not accepted",
    ),
    reason=(
        "按错误的编码读取会改变文字，因此只读能够可靠辨认的 UTF-8 和 GB18030。",
        "Text read in the wrong encoding is changed text: only UTF-8 and GB18030 that can be told are read.",
    ),
    formula="bytes are neither valid UTF-8 nor GB18030 without private-use characters",
    message=(
        "无法可靠读取文本：{found}；应为 {expected}。",
        "The text cannot be read safely: {found}; expected {expected}.",
    ),
    action=(
        "请另存为“CSV UTF-8”（带 BOM）后重新报送。",
        "Save it as CSV UTF-8 (with its byte order mark) and send it again.",
    ),
)
