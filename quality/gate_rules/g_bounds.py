"""G-BOUNDS: figures lie where they can lie."""

from quality.gate_rule import Check, GateRule


def _within(table: str, key: str, condition: str) -> Check:
    return Check(
        checked=f"select count(*) from {table}",
        failing=f"select {key} from {table} where not ({condition}) order by all",
    )


#: The small marts are judged column by column by the suite of the same name.
RULE = GateRule(
    id="G-BOUNDS",
    version="1",
    checks={
        "dim_factors": _within("dim_factors", "factor_id", "value >= 0"),
        "fct_energy": _within(
            "fct_energy",
            "submission_id || ' ' || line_id",
            "coalesce(coefficient_tce, 0) >= 0 and sign in (-1, 0, 1)",
        ),
        "fct_province_emissions": _within(
            "fct_province_emissions",
            "submission_id || ' ' || row_code || ' ' || carrier_code",
            "coalesce(share_ratio, 0) between 0 and 1",
        ),
        "mart_province_year": None,
        "mart_national_year": None,
    },
    title_zh="数值在可能的范围内",
    title_en="Figures lie within their bounds",
    reason_zh="超出可能范围的数值说明计算或参考数据有误。",
    reason_en="A figure that cannot be points to an error in a computation or a reference row.",
    action_zh="请检查所列行及其来源。",
    action_en="Check the rows named and where they come from.",
)
