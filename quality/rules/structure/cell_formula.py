"""A cell holds a formula; its stored result is taken."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="CELL_FORMULA",
    severity="info",
    scope="form",
    codes=("formula_cell",),
    title=(
        "公式单元格",
        "A cell holds a formula",
    ),
    reason=(
        "取文件中保存的计算结果，不重新计算。",
        "The result stored in the file is taken; nothing is computed again.",
    ),
    formula="cell holds a formula",
    message=(
        "{sheet} {cell}：“{detail}”为公式，采用文件中保存的结果：{found}。",
        "{sheet} {cell}: “{detail}” is a formula; the result stored in the file is taken: {found}.",
    ),
    action=(
        "请核对结果；建议以数值报送。",
        "Check the result; better send the value itself.",
    ),
)
