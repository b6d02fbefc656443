"""G-VERIFIED: lists the released figures that rest on reference rows nobody compared with their document."""

from quality.gate_rule import Check, GateRule

_CELL = "boundary_code, method_code, scope_code, scope2_basis_code, component_code, gas_group_code"
_UNVERIFIED = "(select * from mart_unverified_year where unverified_row_count > 0)"


def _listed(table: str, key: str, figure: str, source: str, condition: str) -> Check:
    """The figures of a table that meet a row of a source; `t` and `u` stand for the two."""
    text = " || ' ' || ".join(f"cast(t.{name} as varchar)" for name in key.split(", "))
    return Check(
        checked=f"select count({figure}) from {table} as t",
        failing=(
            f"select {text} from {table} as t where {figure} is not null"
            f" and exists (select 1 from {source} as u where {condition}) order by all"
        ),
    )


def _same(names: str) -> str:
    return " and ".join(f"t.{name} = u.{name}" for name in names.split(", "))


def _cells(table: str, level: str, area: str, key: str) -> Check:
    """Cells stand one to one beside the rows of their level."""
    condition = f"u.figure_level_code = '{level}' and {_same(key)} and {area}"
    return _listed(table, key, "t.emission_tco2e", _UNVERIFIED, condition)


_PARK = "reference_year, park_code, boundary_code"
_OF_BASIS = f"{_same('boundary_code, method_code')} and u.scope2_basis_code in ('NA', t.scope2_basis_code)"
_GROSS = "u.scope_code in ('NA', '1', '2') and not u.is_memo"
_OF_PARK = (
    "u.figure_level_code = 'park' and t.reference_year = u.reference_year and t.park_code = u.park_code"
)
_CARBON = (
    "(select reference_year, park_code, boundary_code, method_code, null as energy_method_code"
    f" from {_UNVERIFIED} where figure_level_code = 'park' and scope2_basis_code = 'NA'"
    " and scope_code = 'NA' and not is_memo union all"
    " select reference_year, park_code, boundary_code, null, energy_method_code"
    " from mart_unverified_energy_year where unverified_row_count > 0 and side_code = 'use' union all"
    " select reference_year, park_code, boundary_code, method_code, energy_method_code"
    " from mart_carbon_per_energy where not is_threshold_verified)"
)

RULE = GateRule(
    id="G-VERIFIED",
    version="2",
    checks={
        "mart_park_year": _listed(
            "mart_park_year",
            f"{_PARK}, method_code, scope2_basis_code",
            "t.emission_tco2e",
            _UNVERIFIED,
            f"{_OF_PARK} and {_OF_BASIS} and {_GROSS}",
        ),
        "mart_park_net_year": _listed(
            "mart_park_net_year",
            f"{_PARK}, method_code, scope2_basis_code",
            "t.net_after_offsets_tco2e",
            _UNVERIFIED,
            f"{_OF_PARK} and {_OF_BASIS} and u.scope_code <> '3' and not u.is_memo",
        ),
        "mart_account_bridge": _listed(
            "mart_account_bridge",
            f"{_PARK}, method_code",
            "t.park_tco2e",
            _UNVERIFIED,
            f"{_OF_PARK} and {_same('boundary_code, method_code')} and u.scope_code = 'account'",
        ),
        "mart_park_component_year": _cells(
            "mart_park_component_year", "park", "not u.is_memo", f"reference_year, park_code, {_CELL}"
        ),
        "mart_park_memo_year": _cells(
            "mart_park_memo_year", "park", "u.is_memo", f"reference_year, park_code, {_CELL}"
        ),
        "mart_park_energy_year": _listed(
            "mart_park_energy_year",
            f"{_PARK}, energy_method_code",
            "t.energy_tce",
            "(select * from mart_unverified_energy_year where unverified_row_count > 0)",
            _same(f"{_PARK}, energy_method_code"),
        ),
        "mart_carbon_per_energy": _listed(
            "mart_carbon_per_energy",
            f"{_PARK}, method_code, energy_method_code",
            "t.carbon_per_energy",
            _CARBON,
            f"{_same(_PARK)} and t.method_code = coalesce(u.method_code, t.method_code)"
            " and t.energy_method_code = coalesce(u.energy_method_code, t.energy_method_code)",
        ),
        "mart_sector_year": _cells(
            "mart_sector_year",
            "sector",
            "u.area_code = t.province_code",
            "reference_year, boundary_code, method_code, industry_division_code, scope_code, component_code,"
            " gas_group_code",
        ),
        "mart_province_year": _cells(
            "mart_province_year", "province", "u.area_code = t.province_code", f"reference_year, {_CELL}"
        ),
        "mart_national_year": _cells(
            "mart_national_year", "nation", "u.area_code = 'CN'", f"reference_year, {_CELL}"
        ),
        "mart_production_consumption": _listed(
            "mart_production_consumption",
            "reference_year, area_code, boundary_code, method_code, scope2_basis_code",
            "t.consumption_tco2e",
            _UNVERIFIED,
            "u.figure_level_code in ('province', 'nation')"
            f" and {_same('reference_year, area_code')} and {_OF_BASIS}"
            " and (u.component_code = 'own_generation_sent'"
            " or (u.scope_code in ('1', '2') and not u.is_memo))",
        ),
        "mart_province_inventory_year": _cells(
            "mart_province_inventory_year",
            "province",
            "u.area_code = t.province_code",
            "reference_year, method_code",
        ),
        "mart_national_inventory_year": _cells(
            "mart_national_inventory_year", "nation", "u.area_code = 'CN'", "reference_year, method_code"
        ),
    },
    title_zh="所列数值均依据已核实的因子",
    title_en="The figures rest on verified factors alone",
    reason_zh="有的因子尚无人与原始文件核对；依据它们的数值照用，但须列出并标注（L8）。",
    reason_en="Some factors were never compared with their document; figures that rest on them are used,"
    " listed and marked (L8).",
    action_zh="请对照文件核实 mart_unverified_year 所列因子，再将其 is_verified 改为 true。",
    action_en="Compare the rows named in mart_unverified_year with their documents, then set is_verified.",
    severity="query",
)
