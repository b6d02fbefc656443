"""G-ELIMINATION: what moves inside a park is in its units' figures and not in its own."""

from quality.gate_rule import Check, GateRule


def _cancels(fact: str, key: str, value: str) -> Check:
    return Check(
        checked=f"select count(*) from {fact} where entry_kind_code = 'elimination'",
        failing=(
            "with internal as (select submission_id, line_id from fct_power_heat where is_internal),"
            f" entries as (select {key}, sum({value}) as remainder, count({value}) as valued_count,"
            " count(*) filter (where entry_kind_code = 'own') as own_count,"
            " count(*) filter (where entry_kind_code = 'elimination') as elimination_count"
            f" from {fact} group by {key})"
            " select entries.submission_id || ' ' || entries.line_id from entries left join internal"
            " on entries.submission_id = internal.submission_id and entries.line_id = internal.line_id"
            " and entries.table_name = 'power_heat'"
            " where (elimination_count > 0 and (own_count <> 1 or elimination_count <> 1"
            " or coalesce(remainder, 0) <> 0 or internal.line_id is null))"
            " or (internal.line_id is not null and valued_count > 0 and elimination_count = 0)"
            " order by all"
        ),
    )


RULE = GateRule(
    id="G-ELIMINATION",
    version="1",
    checks={
        "fct_emissions": _cancels(
            "fct_emissions",
            "submission_id, table_name, line_id, boundary_code, method_code, method_version, term_code,"
            " gas_code, scope2_basis_code",
            "emission_tco2e",
        ),
        "fct_energy": _cancels(
            "fct_energy",
            "submission_id, table_name, line_id, boundary_code, energy_method_code",
            "energy_tce",
        ),
    },
    title_zh="园区内部电热往来已全部抵消",
    title_en="Power and heat moved inside a park are eliminated, all of them and nothing else",
    reason_zh="转供电、内部供热不得重复计算（L6）。",
    reason_en="Resold power and internal heat must not count twice (L6).",
    action_zh="请检查该行的对方单位代码和抵消模型。",
    action_en="Check the line's counterparty and the model of eliminations.",
)
