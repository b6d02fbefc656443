"""The file is a workbook of the old binary format."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="DELIVERY_XLS_NOT_ACCEPTED",
    severity="fatal",
    scope="delivery",
    codes=("xls_not_accepted",),
    title=(
        "暂不接收 .xls 文件",
        "Files of type .xls are not accepted yet",
    ),
    reason=(
        "旧版二进制工作簿尚不能在不丢失信息的情况下读取。",
        "The old binary workbook cannot be read yet without losing something.",
    ),
    formula="file = OLE2 container, not encrypted",
    message=(
        "文件是旧版 .xls 工作簿，暂不接收。",
        "The file is a workbook of the old .xls format, which is not accepted yet.",
    ),
    action=(
        "请另存为 .xlsx 后重新报送。",
        "Save it as .xlsx and send it again.",
    ),
)
