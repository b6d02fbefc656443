"""The file is damaged."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="DELIVERY_UNREADABLE_FILE",
    severity="fatal",
    scope="delivery",
    codes=("unreadable_file",),
    title=(
        "文件无法读取",
        "The file cannot be read",
    ),
    reason=(
        "损坏的文件不能猜测其内容。",
        "What a damaged file said is not guessed.",
    ),
    formula="the reader of the file's kind fails",
    message=(
        "文件已损坏或不完整，无法读取：{found}。",
        "The file is damaged or incomplete and cannot be read: {found}.",
    ),
    action=(
        "请打开原文件检查，另存后重新报送。",
        "Open the original, check it, save it and send it again.",
    ),
)
