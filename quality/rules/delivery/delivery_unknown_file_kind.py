"""The file is of no kind the intake reads."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="DELIVERY_UNKNOWN_FILE_KIND",
    severity="fatal",
    scope="delivery",
    codes=("unknown_file_kind",),
    title=(
        "文件类型不明",
        "The kind of the file is not known",
    ),
    reason=(
        "文件按内容识别，不按扩展名。",
        "A file is recognised by its content, never by its name.",
    ),
    formula="content is neither XLSX, CSV, ZIP with CSV nor OLE2",
    message=(
        "无法识别文件类型：{found}。",
        "The kind of the file is not recognised: {found}.",
    ),
    action=(
        "请用 .xlsx 报表，或每表一个 CSV 的 .zip 报送。",
        "Send the .xlsx form, or a .zip with one CSV a table.",
    ),
)
