"""G-FACTORS: every factor in a fact is a documented row with the same value, and nothing is guessed."""

from quality.gate_rule import Check, GateRule


def _in_fact(fact: str, line: str) -> Check:
    """A factor used is a row with this value; what has no emission has a notation key or a reason."""
    return Check(
        checked=f"select count(*) from {fact}",
        failing=(
            f"select f.submission_id || ' ' || {line} from {fact} as f"
            " left join dim_factors as d on f.factor_id = d.factor_id"
            " where (f.factor_id is not null and d.factor_id is null)"
            " or (f.factor_id is not null and f.factor_value is distinct from d.value)"
            " or (f.factor_id is null and f.factor_value is not null)"
            " or (f.emission_tco2e is null and f.notation_key_code is null)"
            " or (f.notation_key_code = 'NE'"
            " and (f.emission_tco2e is not null or f.not_estimated_reason_code is null))"
            " order by all"
        ),
    )


RULE = GateRule(
    id="G-FACTORS",
    version="1",
    checks={
        "fct_emissions": _in_fact("fct_emissions", "f.line_id"),
        "fct_province_emissions": _in_fact("fct_province_emissions", "f.row_code || ' ' || f.carrier_code"),
        "dim_factors": Check(
            checked="select count(*) from dim_factors",
            failing=(
                "select f.factor_id from dim_factors as f"
                " left join dim_documents as d on f.document_code = d.document_code"
                " where d.document_code is null or f.unit is null or f.value is null"
                " order by f.factor_id"
            ),
        ),
    },
    title_zh="所用因子均有出处，且与因子表一致",
    title_en="Every factor used has its document and the value of its row",
    reason_zh="无出处的因子不得进入合计；没有因子的项目为 NE 并注明原因（L8、L7）。",
    reason_en="A factor needs its document; a term without a factor is NE with a reason (L8, L7).",
    action_zh="请补充或更正参考数据后重新构建。",
    action_en="Add or correct the reference row and build again.",
)
