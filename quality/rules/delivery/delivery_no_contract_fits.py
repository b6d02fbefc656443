"""No form and no declared layout fits the file."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="DELIVERY_NO_CONTRACT_FITS",
    severity="fatal",
    scope="delivery",
    codes=("no_contract_fits",),
    title=(
        "没有对应的报表或版式",
        "No form or layout fits",
    ),
    reason=(
        "内容按报表合同或已声明的版式读取，从不猜测。",
        "Content is read by a form's contract or a declared layout, never by guess.",
    ),
    formula="no cover with a known form and version, and no layout that matches",
    message=(
        "文件与任何报表或已声明的版式都不相符：{found}。",
        "The file fits no form and no declared layout: {found}.",
    ),
    action=(
        "请检查封面的报表代码和版本；自有版式请先声明，再用 receive --again 重读。",
        "Check form and version on the cover, or declare a layout and read again with receive --again.",
    ),
)
