"""A table was sent twice."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="STRUCTURE_DUPLICATE_TABLE",
    severity="fatal",
    scope="structure",
    codes=("duplicate_table",),
    title=(
        "同一表出现两次",
        "A table is there twice",
    ),
    reason=(
        "两份不能相加，也不能替报送人选择。",
        "Two copies cannot be added, and the choice is not the office's.",
    ),
    formula="a table of the contract occurs more than once",
    message=(
        "表“{detail}”出现多次：{sheet} {cell}。",
        "Table “{detail}” occurs more than once: {sheet} {cell}.",
    ),
    action=(
        "请只保留一份。",
        "Keep one of them.",
    ),
)
