"""An optional cell of the cover cannot be used."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="STRUCTURE_COVER_OPTIONAL_CELL",
    severity="query",
    scope="form",
    codes=(
        "error_cell",
        "not_a_number",
        "not_an_integer",
        "not_a_date",
        "not_a_boolean",
        "unknown_code",
        "notation_not_allowed",
        "missing_value",
        "out_of_range",
        "too_many_digits",
    ),
    place="cover_optional",
    title=(
        "封面选填项不能使用",
        "An optional cell of the cover cannot be used",
    ),
    reason=(
        "该项按未填处理，报表其余部分照常使用。",
        "The cell counts as not filled in; the rest of the return is used.",
    ),
    formula="an optional cover cell is an error, not of its type, no known code or out of range",
    message=(
        "{sheet} {cell}：封面选填项“{detail}”不能使用，填写为“{found}”，应为 {expected}。",
        "{sheet} {cell}: the optional cover cell “{detail}” cannot be used: “{found}”, expected {expected}.",
    ),
    action=(
        "请更正或清空该项。",
        "Correct the cell or clear it.",
    ),
)
