"""G-REGISTER: every park with figures stands in the register of its year, in one province."""

from quality.gate_rule import Check, GateRule


def _registered(table: str) -> Check:
    return Check(
        checked=f"select count(distinct (reference_year, park_code)) from {table}",
        failing=(
            f"select distinct cast(f.reference_year as varchar) || ' ' || f.park_code from {table} as f"
            " left join dim_parks as p on f.reference_year = p.reference_year and f.park_code = p.park_code"
            " where p.park_code is null or f.province_code is distinct from p.province_code order by all"
        ),
    )


RULE = GateRule(
    id="G-REGISTER",
    version="1",
    checks={
        "fct_emissions": _registered("fct_emissions"),
        "fct_energy": _registered("fct_energy"),
        "mart_park_year": _registered("mart_park_year"),
    },
    title_zh="有数据的园区均在当年名录中",
    title_en="Every park with figures is registered for its year",
    reason_zh="名录之外的园区会使覆盖率和合计失真（L6）。",
    reason_en="A park outside the register distorts coverage and totals (L6).",
    action_zh="请由所在省份报送更新的园区名录。",
    action_en="Ask the province for an updated park register.",
    is_cause=True,
)
