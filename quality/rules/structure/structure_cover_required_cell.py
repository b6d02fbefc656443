"""A required cell of the cover cannot be used."""

from quality.problem import problem_rule

RULE = problem_rule(
    rule_id="STRUCTURE_COVER_REQUIRED_CELL",
    severity="fatal",
    scope="structure",
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
    place="cover_required",
    title=(
        "封面必填项不能使用",
        "A required cell of the cover cannot be used",
    ),
    reason=(
        "封面说明谁在何时报送何种数据，缺一则无法登记。",
        "The cover says whose data these are and when; without it nothing can be registered.",
    ),
    formula="a required cover cell is blank, an error, not of its type, no known code or out of range",
    message=(
        "{sheet} {cell}：封面必填项“{detail}”不能使用，填写为“{found}”，应为 {expected}。",
        "{sheet} {cell}: the required cover cell “{detail}” cannot be used: “{found}”, expected {expected}.",
    ),
    action=(
        "请填写该项后重新报送。",
        "Fill in the cell and send the form again.",
    ),
)
