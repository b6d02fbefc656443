"""A small public tier: every planned table, with withheld cells, zero, one below zero, areas without any."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any, Final

import polars as pl

from lingtan.disclosure.public_tables import Measure, PublicTable, PublicTables
from lingtan.public.edition import Edition, read_edition
from tests.builders.protection_rules import PROTECTION_RULES
from tests.builders.public_amounts import AMOUNTS, NAMES, SECTIONS, WITHHELD

PLAN_ID: Final = "P-0123456789abcdef"
TOTAL: Final = "TOTAL"

_PARK_METHOD: Final = {"method_code": "CN-NZCP-2025"}
_INVENTORY: Final = {"method_code": "GHGI"}
#: Measure -> fact, what is selected of it, quantity, unit, Chinese and English title.
_MEASURES: Final[Mapping[str, tuple[str, Mapping[str, str], str, str, str, str]]] = {
    "cn_nzcp": ("fct_emissions", _PARK_METHOD, "emission_tco2", "tCO2", "园区碳排放", "Carbon of parks"),
    "ghgi_scope_1": ("fct_emissions", _INVENTORY, "emission_tco2e", "tCO2e", "范围一排放", "Scope 1"),
    "ghgi_scope_2_location": (
        "fct_emissions", _INVENTORY, "emission_tco2e", "tCO2e", "范围二（位置）", "Scope 2 by location",
    ),
    "ghgi_scope_2_market": (
        "fct_emissions", _INVENTORY, "emission_tco2e", "tCO2e", "范围二（市场）", "Scope 2 by market",
    ),
    "ghgi_scope_3": ("fct_emissions", _INVENTORY, "emission_tco2e", "tCO2e", "范围三排放", "Scope 3"),
    "removals": ("fct_emissions", _INVENTORY, "emission_tco2e", "tCO2e", "碳清除量", "Removals"),
    "offsets": ("fct_emissions", _INVENTORY, "emission_tco2e", "tCO2e", "碳抵销量", "Offsets"),
    "energy": ("fct_energy", {}, "energy_tce", "tce", "综合能源消费量", "Energy use"),
    "power_received": ("fct_power_heat", {}, "power_mwh", "MWh", "受入电力", "Power received"),
    "parks_registered": ("dim_parks", {}, "park_count", "parks", "登记的园区数", "Registered parks"),
    "parks_reporting": ("dim_parks", {}, "park_count", "parks", "已报送的园区数", "Parks that reported"),
    "parks_operational": (
        "mart_park_stage_year", {}, "park_count", "parks", "按运营净零判定", "By operational net zero",
    ),
    "parks_full": (
        "mart_park_stage_year", {}, "park_count", "parks", "按全面净零判定", "By full net zero",
    ),
}  # fmt: skip
#: Dimension -> the levels that cells have, and its titles.
_DIMENSIONS: Final = {
    "area": (["province_code"], "地区", "Area"),
    "component": (["component_code"], "核算分项", "Component"),
    "gas": (["gas_group_code"], "气体", "Gas"),
    "industry": (["section_code", "industry_division_code"], "行业", "Industry"),
    "park_type": (["park_type_code"], "园区类型", "Park type"),
    "park_level": (["park_level_code"], "园区级别", "Park level"),
    "size_class": (["size_class_code"], "用能规模", "Size by energy use"),
    "energy_fifth": (["energy_fifth_code"], "用能五分组", "Fifth by energy"),
    "emission_fifth": (["emission_fifth_code"], "排放五分组", "Fifth by carbon"),
    "scope3_category": (["scope3_category_code"], "范围三类别", "Scope 3 category"),
    "carrier_group": (["carrier_group_code"], "能源品种类别", "Group of carriers"),
    "power_kind": (["power_kind_code"], "电力来源", "Kind of power"),
    "year_source": (["year_source_code"], "年度数据来源", "What a year rests on"),
    "stage_status": (["stage_status_code"], "阶段判定", "Status of the stage"),
}
#: Table -> its measure, and its dimensions with their finest level.
_TABLES: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = {
    "emissions_by_area_and_component": ("cn_nzcp", {"area": "province_code", "component": "component_code"}),
    "emissions_by_area_and_section": ("cn_nzcp", {"area": "province_code", "industry": "section_code"}),
    "emissions_by_division": ("cn_nzcp", {"industry": "industry_division_code"}),
    "emissions_by_park_type_and_level": (
        "cn_nzcp", {"park_type": "park_type_code", "park_level": "park_level_code"},
    ),
    "emissions_by_size_class": ("cn_nzcp", {"size_class": "size_class_code"}),
    "emissions_by_fifth": ("cn_nzcp", {"emission_fifth": "emission_fifth_code"}),
    "scope_1_by_area_and_gas": ("ghgi_scope_1", {"area": "province_code", "gas": "gas_group_code"}),
    "scope_1_by_division": ("ghgi_scope_1", {"industry": "industry_division_code"}),
    "scope_1_by_component": ("ghgi_scope_1", {"component": "component_code"}),
    "scope_2_location_by_area": ("ghgi_scope_2_location", {"area": "province_code"}),
    "scope_2_market_by_area": ("ghgi_scope_2_market", {"area": "province_code"}),
    "scope_3_by_category": ("ghgi_scope_3", {"scope3_category": "scope3_category_code"}),
    "removals_by_area": ("removals", {"area": "province_code"}),
    "offsets_by_area": ("offsets", {"area": "province_code"}),
    "energy_by_area_and_section": ("energy", {"area": "province_code", "industry": "section_code"}),
    "energy_by_park_type_and_level": (
        "energy", {"park_type": "park_type_code", "park_level": "park_level_code"},
    ),
    "energy_by_carrier_group": ("energy", {"carrier_group": "carrier_group_code"}),
    "energy_by_size_class": ("energy", {"size_class": "size_class_code"}),
    "energy_by_fifth": ("energy", {"energy_fifth": "energy_fifth_code"}),
    "power_by_kind": ("power_received", {"power_kind": "power_kind_code"}),
    "parks_by_area": ("parks_registered", {"area": "province_code"}),
    "parks_by_return": ("parks_reporting", {"year_source": "year_source_code"}),
    "parks_by_size_class": ("parks_reporting", {"size_class": "size_class_code"}),
    "parks_by_operational_stage": ("parks_operational", {"stage_status": "stage_status_code"}),
    "parks_by_full_stage": ("parks_full", {"stage_status": "stage_status_code"}),
}  # fmt: skip


def public_tables(tables: Sequence[str] = tuple(_TABLES)) -> PublicTables:
    """The declaration of the small public tier, with some of its tables."""
    return PublicTables.model_validate(
        {
            "rules": PROTECTION_RULES,
            "dimensions": {
                code: {"levels": levels, "names": code, "zh": zh, "en": en}
                for code, (levels, zh, en) in _DIMENSIONS.items()
            },
            "measures": [
                {
                    "code": code, "fact": fact, "column": quantity, "where": where, "quantity": quantity,
                    "unit": unit, "decimals": 0, "zh": zh, "en": en,
                }
                for code, (fact, where, quantity, unit, zh, en) in _MEASURES.items()
            ],
            "tables": [
                {
                    "code": code, "measure": measure, "by": by, "weight": "1",
                    "zh": f"表：{code.replace('_', ' ')}", "en": f"Table: {code.replace('_', ' ')}",
                }
                for code, (measure, by) in _TABLES.items()
                if code in tables
            ],
        }
    )  # fmt: skip


def edition(
    folder: Path,
    *,
    years: Sequence[int] = (2025,),
    names: Mapping[str, str] | None = None,
    withheld: Mapping[str, Sequence[tuple[str, ...]]] = WITHHELD,
    tables: Sequence[str] = tuple(_TABLES),
    is_synthetic: bool = True,
) -> Edition:
    """Write the public files of the small tier and read them back.

    Args:
        folder: where the Parquet files go.
        years: all have the same amounts.
        names: other names, Chinese and English, of some codes.
        withheld: table -> the cells that are withheld.
        tables: the tables that are published.
        is_synthetic: whether a synthetic park is in it.
    """
    public = public_tables(tables)
    measures = {one.code: one for one in public.measures}
    known = {**NAMES, **{code: (name, name) for code, name in (names or {}).items()}}
    folder.mkdir(parents=True, exist_ok=True)
    for table in public.tables:
        rows = [
            row
            for year in years
            for row in _rows(table, measures[table.measure], year, known, withheld.get(table.code, ()))
        ]
        quantity = measures[table.measure].quantity
        frame = pl.DataFrame(
            rows,
            schema_overrides={"reference_year": pl.Int32, quantity: pl.Decimal(38, 0)},
            infer_schema_length=None,
        )
        frame.write_parquet(folder / f"{table.code}.parquet")
    return read_edition(folder, public, plan_id=PLAN_ID, is_synthetic=is_synthetic)


def _rows(
    table: PublicTable,
    measure: Measure,
    year: int,
    names: Mapping[str, tuple[str, str]],
    withheld: Sequence[tuple[str, ...]],
) -> list[dict[str, Any]]:
    sums: dict[tuple[str, ...], int] = {}
    for codes, amount in AMOUNTS[table.code].items():
        for cell in product(*(_with_coarser(code) for code in codes)):
            sums[cell] = sums.get(cell, 0) + amount
    rows = []
    for cell, amount in sorted(sums.items()):
        is_withheld = cell in withheld
        row: dict[str, Any] = {"reference_year": year}
        for dimension, code in zip(table.by, cell, strict=True):
            zh, en = names[code]
            row |= {
                f"{dimension}_code": code,
                f"{dimension}_name_zh": zh,
                f"{dimension}_name_en": en,
            }
        row[measure.quantity] = None if is_withheld else Decimal(amount)
        row["confidentiality_code"] = "C" if is_withheld else "F"
        rows.append(row)
    return rows


def _with_coarser(code: str) -> list[str]:
    """A code, what it is a part of, and the total."""
    return [code, *([SECTIONS[code]] if code in SECTIONS else []), TOTAL]
