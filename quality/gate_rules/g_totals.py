"""G-TOTALS: the park totals are the sums of the facts, exactly."""

from quality.gate_rule import Check, GateRule

_PARK = "reference_year, park_code, boundary_code, method_code"


def _equal(mart: str, key: str, value: str, source: str) -> Check:
    text = " || ' ' || ".join(f"cast({name} as varchar)" for name in key.split(", "))
    return Check(
        checked=f"select count(*) from {mart}",
        failing=(
            f"with source as (select {key}, sum({value}) as total from {source} group by {key}),"
            f" mart as (select {key}, sum({value}) as total from {mart} group by {key})"
            f" select {text} from source full join mart using ({key})"
            " where coalesce(source.total, 0) <> coalesce(mart.total, 0)"
            f" order by {key}"
        ),
    )


RULE = GateRule(
    id="G-TOTALS",
    version="1",
    checks={
        "mart_park_component_year": _equal(
            "mart_park_component_year",
            f"{_PARK}, component_code",
            "emission_tco2e",
            "(select * from fct_emissions where not is_memo)",
        ),
        "mart_park_year": _equal("mart_park_year", _PARK, "emission_tco2e", "mart_park_component_year"),
        "mart_park_energy_year": Check(
            checked="select count(*) from mart_park_energy_year",
            failing=(
                "with source as (select reference_year, park_code, boundary_code, energy_method_code,"
                " sum(energy_tce) as total from fct_energy group by all)"
                " select cast(reference_year as varchar) || ' ' || park_code || ' ' || energy_method_code"
                " from source full join mart_park_energy_year as mart"
                " using (reference_year, park_code, boundary_code, energy_method_code)"
                " where coalesce(mart.energy_tce, 0) <> coalesce(source.total, 0)"
                " order by all"
            ),
        ),
    },
    title_zh="园区合计等于事实表之和",
    title_en="Park totals are the sums of the facts",
    reason_zh="合计必须精确可追溯到每一行（L3、L13）。",
    reason_en="A total has to be the exact sum of the lines it is traced to (L3, L13).",
    action_zh="请检查园区汇总模型。",
    action_en="Check the models of the park totals.",
)
