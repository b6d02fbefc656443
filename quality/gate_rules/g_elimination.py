"""G-ELIMINATION: what moves inside a park, a province or the nation is not in their totals."""

from quality.gate_rule import Check, GateRule


def _cancels(fact: str, key: str, value: str, summed: str) -> Check:
    """An elimination takes back exactly its own entry; an internal line has one, at the view of its park.

    What a unit of a nested park states has one above the parks where `summed` says that areas sum it.
    """
    return Check(
        checked=f"select count(*) from {fact} where entry_kind_code = 'elimination'",
        failing=(
            # A condition on the entries alone would keep the engine from joining by key.
            "with lines as (select distinct submission_id, 'power_heat' as table_name, line_id,"
            " boundary_code, activity_code, elimination_view_code from fct_power_heat),"
            f" entries as (select {key}, sum({value}) as remainder, count({value}) as valued_count,"
            " count(*) filter (where entry_kind_code = 'own') as own_count,"
            " count(*) filter (where entry_kind_code = 'elimination') as elimination_count,"
            " min(view_code) filter (where entry_kind_code = 'elimination') as found_view_code,"
            f" count(*) filter (where entry_kind_code = 'own' and {summed}) as summed_count,"
            f" min(unit_code) as unit_code from {fact} group by {key})"
            " select e.submission_id || ' ' || e.line_id || ' ' || e.activity_code from entries as e"
            " left join lines as l on e.submission_id = l.submission_id and e.line_id = l.line_id"
            " and e.boundary_code = l.boundary_code and e.activity_code = l.activity_code"
            " and e.table_name = l.table_name"
            " left join fct_units as u on e.submission_id = u.submission_id and e.unit_code = u.unit_code"
            " and e.boundary_code = u.boundary_code"
            " where (elimination_count > 0 and (own_count <> 1 or elimination_count <> 1"
            " or coalesce(remainder, 0) <> 0 or found_view_code not in"
            " (coalesce(l.elimination_view_code, ''), coalesce(u.nesting_view_code, ''))))"
            " or (l.elimination_view_code = 'park' and valued_count > 0"
            " and coalesce(found_view_code, '') <> 'park')"
            " or (u.nesting_view_code is not null and summed_count > 0 and elimination_count = 0)"
            " order by all"
        ),
    )


RULE = GateRule(
    id="G-ELIMINATION",
    version="3",
    checks={
        "fct_emissions": _cancels(
            "fct_emissions",
            "submission_id, table_name, line_id, activity_code, boundary_code, method_code, method_version,"
            " term_code, gas_code, scope2_basis_code",
            "emission_tco2e",
            "scope_code not in ('3', 'account')",
        ),
        "fct_energy": _cancels(
            "fct_energy",
            "submission_id, table_name, line_id, activity_code, boundary_code, energy_method_code, side_code",
            "energy_tce",
            "true",
        ),
    },
    title_zh="园区内部、园区之间的电热往来与园中园的重复部分已全部抵消",
    title_en="What moves inside a total or is stated by two parks is eliminated, all of it and nothing else",
    reason_zh="转供电、内部供热、园区间供能、园中园的同一单位不得重复计算（L6）。",
    reason_en="Resold power, internal heat, exchanges and units of nested parks must not count twice (L6).",
    action_zh="请检查该行的对方单位代码和抵消模型。",
    action_en="Check the line's counterparty and the model of eliminations.",
)
