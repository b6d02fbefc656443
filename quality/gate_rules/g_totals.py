"""G-TOTALS: the park totals are the sums of the facts, exactly."""

from quality.gate_rule import Check, GateRule

_PARK = "reference_year, park_code, boundary_code, method_code"
_CELL = f"{_PARK}, scope_code, scope2_basis_code, component_code, gas_group_code"
_IN_BOUNDARY = _CELL.replace("park_code, ", "")
_BRIDGE = _CELL.replace("boundary_code, ", "")
_OF_PARK = "view_code in ('unit', 'park')"


def _equal(mart: str, key: str, source: str) -> Check:
    text = " || ' ' || ".join(f"cast({name} as varchar)" for name in key.split(", "))
    return Check(
        checked=f"select count(*) from {mart}",
        failing=(
            f"with source as (select {key}, sum(emission_tco2e) as total from {source} group by {key}),"
            f" mart as (select {key}, sum(emission_tco2e) as total from {mart} group by {key})"
            f" select {text} from source full join mart using ({key})"
            " where coalesce(source.total, 0) <> coalesce(mart.total, 0)"
            f" order by {key}"
        ),
    )


RULE = GateRule(
    id="G-TOTALS",
    version="3",
    checks={
        "mart_park_component_year": _equal(
            "mart_park_component_year",
            _CELL,
            f"(select * from fct_emissions where not is_memo and scope_code <> 'account' and {_OF_PARK})",
        ),
        "mart_park_memo_year": _equal(
            "mart_park_memo_year", _CELL, f"(select * from fct_emissions where is_memo and {_OF_PARK})"
        ),
        # Parks that are one line over the years: every year their sums are the sums of the parks.
        "mart_park_lineage_year": _equal(
            "mart_park_lineage_year", _IN_BOUNDARY, "(select * from mart_park_component_year)"
        ),
        "mart_boundary_bridge": Check(
            checked="select count(*) from mart_boundary_bridge",
            failing=(
                f"with source as (select {_BRIDGE},"
                " sum(emission_tco2e) filter (where boundary_code = 'physical') as physical,"
                " sum(emission_tco2e) filter (where boundary_code = 'administrative') as administrative"
                f" from mart_park_component_year group by {_BRIDGE})"
                " select cast(reference_year as varchar) || ' ' || park_code || ' ' || method_code || ' '"
                " || scope_code || ' ' || scope2_basis_code || ' ' || component_code || ' ' || gas_group_code"
                f" from source full join mart_boundary_bridge as mart using ({_BRIDGE})"
                " where coalesce(source.physical, 0) <> coalesce(mart.physical_tco2e, 0)"
                " or coalesce(source.administrative, 0) <> coalesce(mart.administrative_tco2e, 0)"
                " or coalesce(physical_tco2e, 0) + only_physical_tco2e + only_administrative_tco2e"
                " + in_both_tco2e + internal_exchange_tco2e + boundary_not_reported_tco2e"
                " <> coalesce(administrative_tco2e, 0) or remainder_tco2e is distinct from 0 order by all"
            ),
        ),
        # A row of a basis is what has no basis together with scope 2 on this one, never on both.
        "mart_park_year": Check(
            checked="select count(*) from mart_park_year",
            failing=(
                "with parts as (select * from mart_park_component_year where scope_code in ('NA', '1', '2')),"
                " orphans as (select distinct 'no total ' || p.park_code as found from parts as p"
                f" left join mart_park_year as m using ({_PARK}) where m.park_code is null)"
                " select cast(m.reference_year as varchar) || ' ' || m.park_code || ' ' || m.boundary_code"
                " || ' ' || m.method_code || ' ' || m.scope2_basis_code from mart_park_year as m"
                f" left join parts as p using ({_PARK})"
                " group by m.reference_year, m.park_code, m.boundary_code, m.method_code,"
                " m.scope2_basis_code, m.emission_tco2e"
                " having coalesce(sum(p.emission_tco2e) filter"
                " (where p.scope2_basis_code in ('NA', m.scope2_basis_code)), 0)"
                " <> coalesce(m.emission_tco2e, 0)"
                " union all select found from orphans order by all"
            ),
        ),
        "mart_park_energy_year": Check(
            checked="select count(*) from mart_park_energy_year",
            failing=(
                "with source as (select reference_year, park_code, boundary_code, energy_method_code,"
                " sum(energy_tce) filter (where side_code = 'use') as use_tce,"
                " sum(energy_tce) filter (where side_code = 'supply') as supply_tce,"
                " sum(energy_tce) filter (where side_code = 'use'"
                " or side_code = 'conversion' and entry_kind_code = 'own') as forms_tce"
                f" from fct_energy where {_OF_PARK} group by all)"
                " select cast(reference_year as varchar) || ' ' || park_code || ' ' || boundary_code"
                " || ' ' || energy_method_code from source full join mart_park_energy_year as mart"
                " using (reference_year, park_code, boundary_code, energy_method_code)"
                " where coalesce(mart.energy_tce, 0) <> coalesce(source.use_tce, 0)"
                " or (mart.supply_tce is not null and mart.supply_tce <> coalesce(source.supply_tce, 0))"
                " or (mart.forms_tce is not null and mart.forms_tce <> coalesce(source.forms_tce, 0))"
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
