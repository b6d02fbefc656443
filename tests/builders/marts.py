"""Canonical tables of a release, small and by hand, with the columns that the bulletin reads."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

METHOD = "CN-NZCP-2025"
INVENTORY = "CEADS-PROV"
_MASS = "decimal(38,12)"

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "dim_parks": {
        "reference_year": "integer", "park_code": "varchar", "park_name_zh": "varchar", "park_name_en": "varchar",
        "province_code": "varchar", "province_name_zh": "varchar", "province_name_en": "varchar",
        "is_synthetic": "boolean", "has_return": "boolean", "submission_id": "varchar",
    },
    "dim_documents": {"document_code": "varchar", "title_zh": "varchar", "title_en": "varchar"},
    "dim_factors": {
        "factor_id": "varchar", "factor_set_code": "varchar", "purpose_code": "varchar",
        "activity_code": "varchar", "carrier_code": "varchar", "value": "decimal(17,12)", "unit": "varchar",
        "document_code": "varchar", "is_verified": "boolean",
    },
    "dim_terms": {
        "method_code": "varchar", "method_version": "varchar", "term_code": "varchar",
        "activity_code": "varchar", "finding_code": "varchar", "name_zh": "varchar", "name_en": "varchar",
    },
    "fct_emissions": {
        "submission_id": "varchar", "line_id": "varchar", "boundary_code": "varchar", "entry_kind_code": "varchar",
        "method_code": "varchar", "method_version": "varchar", "term_code": "varchar",
        "activity_code": "varchar", "reference_year": "integer", "park_code": "varchar",
        "quantity": "decimal(20,6)", "factor_id": "varchar",
    },
    "fct_province_emissions": {
        "submission_id": "varchar", "method_code": "varchar", "reference_year": "integer",
        "province_code": "varchar", "factor_id": "varchar",
    },
    "mart_park_year": {
        "reference_year": "integer", "park_code": "varchar", "boundary_code": "varchar", "method_code": "varchar",
        "province_code": "varchar", "emission_tco2e": _MASS, "is_partial": "boolean",
    },
    "mart_park_component_year": {
        "reference_year": "integer", "park_code": "varchar", "boundary_code": "varchar", "method_code": "varchar",
        "component_code": "varchar", "province_code": "varchar", "emission_tco2e": _MASS, "is_partial": "boolean",
    },
    "mart_national_year": {
        "reference_year": "integer", "boundary_code": "varchar", "method_code": "varchar",
        "component_code": "varchar", "emission_tco2e": _MASS, "park_count_registered": "bigint",
        "park_count_reported": "bigint", "park_count_partial": "bigint",
    },
    "mart_province_year": {
        "reference_year": "integer", "province_code": "varchar", "boundary_code": "varchar",
        "method_code": "varchar", "component_code": "varchar", "emission_tco2e": _MASS,
        "park_count_registered": "bigint", "park_count_reported": "bigint", "park_count_partial": "bigint",
    },
    "mart_coverage": {
        "reference_year": "integer", "province_code": "varchar", "park_code": "varchar", "method_code": "varchar",
        "term_code": "varchar", "reason_code": "varchar", "line_count": "bigint", "energy_tce": _MASS,
        "reason_zh": "varchar", "reason_en": "varchar",
    },
    "mart_carbon_per_energy": {
        "reference_year": "integer", "park_code": "varchar", "boundary_code": "varchar", "method_code": "varchar",
        "energy_method_code": "varchar", "emission_tco2e": _MASS, "energy_tce": _MASS,
        "size_class_code": "varchar", "threshold_value": "decimal(10,6)", "carbon_per_energy": "decimal(26,12)",
        "difference": "decimal(26,12)", "is_partial": "boolean", "not_determined_reason_code": "varchar",
    },
    "cmp_peer_position": {
        "reference_year": "integer", "park_code": "varchar", "boundary_code": "varchar", "method_code": "varchar",
        "energy_method_code": "varchar", "size_class_code": "varchar", "peer_count": "bigint",
        "peer_median": "decimal(26,12)",
    },
    "mart_province_inventory_year": {
        "reference_year": "integer", "province_code": "varchar", "method_code": "varchar", "emission_tco2e": _MASS,
        "not_estimated_count": "bigint", "is_partial": "boolean",
    },
    "mart_national_inventory_year": {
        "reference_year": "integer", "method_code": "varchar", "emission_tco2e": _MASS, "province_count": "bigint",
        "not_estimated_count": "bigint", "is_partial": "boolean",
    },
}  # fmt: skip

Tables = dict[str, list[dict[str, Any]]]


def _park(year: int, code: str, province: tuple[str, str, str], *, has_return: bool) -> dict[str, Any]:
    return {
        "reference_year": year, "park_code": code, "park_name_zh": f"示例园区{code}",
        "park_name_en": f"Sample park {code}", "province_code": province[0], "province_name_zh": province[1],
        "province_name_en": province[2], "is_synthetic": True, "has_return": has_return,
        "submission_id": f"S-{code}-{year}" if has_return else None,
    }  # fmt: skip


def _carbon(park: str, variant: str, size: str | None, **values: Any) -> dict[str, Any]:
    return {
        "reference_year": 2026, "park_code": park, "boundary_code": "physical", "method_code": METHOD,
        "energy_method_code": variant, "size_class_code": size, "is_partial": False, **values,
    }  # fmt: skip


def small_nation() -> Tables:
    """Two years, three provinces, four parks: one silent, one partial, one that only sells heat."""
    jiangsu, zhejiang = ("320000", "江苏省", "Jiangsu"), ("330000", "浙江省", "Zhejiang")
    tibet = ("540000", "西藏自治区", "Tibet")
    tables: Tables = {name: [] for name in COLUMNS}
    for year in (2025, 2026):
        tables["dim_parks"] += [
            _park(year, "P1", jiangsu, has_return=True),
            _park(year, "P2", jiangsu, has_return=True),
            _park(year, "P3", zhejiang, has_return=True),
            _park(year, "P4", tibet, has_return=False),
        ]
    results = {"P1": ("320000", "1234567.890050", False), "P2": ("320000", "0.49", True),
               "P3": ("330000", "-55000.5", False)}  # fmt: skip
    for code, (province, emission, is_partial) in results.items():
        tables["mart_park_year"].append(
            {
                "reference_year": 2026,
                "park_code": code,
                "boundary_code": "physical",
                "method_code": METHOD,
                "province_code": province,
                "emission_tco2e": Decimal(emission),
                "is_partial": is_partial,
            }  # fmt: skip
        )
    for park, province, name, emission in [
        ("P1", "320000", "fuel", "1234565.01"), ("P1", "320000", "power", "2.880050"), ("P2", "320000", "fuel", "0.49"),
        ("P2", "320000", "process", None), ("P3", "330000", "heat", "-55000.5"),
    ]:  # fmt: skip
        tables["mart_park_component_year"].append(
            {
                "reference_year": 2026,
                "park_code": park,
                "province_code": province,
                "component_code": name,
                "boundary_code": "physical",
                "method_code": METHOD,
                "is_partial": emission is None,
                "emission_tco2e": None if emission is None else Decimal(emission),
            }  # fmt: skip
        )
    component = {"boundary_code": "physical", "method_code": METHOD, "park_count_registered": 4}
    for year, name, emission in [
        (2025, "fuel", "1000000"), (2026, "fuel", "1234565.5"), (2025, "conversion", None),
        (2026, "conversion", None), (2025, "power", "20000.5"), (2026, "power", "2.880050"), (2025, "heat", "0"),
        (2026, "heat", "-55000.5"), (2025, "process", None), (2026, "process", None),
    ]:  # fmt: skip
        tables["mart_national_year"].append(
            {
                **component,
                "reference_year": year,
                "component_code": name,
                "emission_tco2e": None if emission is None else Decimal(emission),
                "park_count_reported": 3,
                "park_count_partial": 1,
            }  # fmt: skip
        )
    for province, registered, reported, name, emission in [
        ("320000", 2, 2, "fuel", "1234565.5"), ("320000", 2, 2, "power", "2.880050"),
        ("320000", 2, 2, "process", None), ("330000", 1, 1, "heat", "-55000.5"), 
        *(("320000", 2, 2, name, None) for name in ("conversion", "heat")),
        *(("330000", 1, 1, name, None) for name in ("fuel", "conversion", "power", "process")),
        *(("540000", 1, 0, name, None) for name in ("fuel", "conversion", "power", "heat", "process")),
    ]:  # fmt: skip
        tables["mart_province_year"].append(
            {
                "reference_year": 2026,
                "province_code": province,
                "boundary_code": "physical",
                "method_code": METHOD,
                "component_code": name,
                "park_count_registered": registered,
                "emission_tco2e": None if emission is None else Decimal(emission),
                "park_count_reported": reported,
                "park_count_partial": 1 if province == "320000" else 0,
            }  # fmt: skip
        )
    tables["mart_carbon_per_energy"] = [
        _carbon("P1", "EN-CAL-F", "from_1m_tce", threshold_value=Decimal("0.3"),
                carbon_per_energy=Decimal("1.2345675"), energy_tce=Decimal(1_000_000)),
        _carbon("P2", "EN-CAL-F", "from_200k_to_1m_tce", threshold_value=Decimal("0.2"), is_partial=True,
                carbon_per_energy=Decimal("0.15"), energy_tce=Decimal(300_000),
                not_determined_reason_code="partial"),
        _carbon("P3", "EN-CAL-F", "below_200k_tce", energy_tce=Decimal(100),
                not_determined_reason_code="emission_negative"),
        *(_carbon(park, "EN-EQV-F", None, not_determined_reason_code="no_equivalent_coefficient")
          for park in ("P1", "P2", "P3")),
    ]  # fmt: skip
    tables["cmp_peer_position"] = [
        {
            "reference_year": 2026,
            "park_code": "P1",
            "boundary_code": "physical",
            "method_code": METHOD,
            "energy_method_code": "EN-CAL-F",
            "size_class_code": "from_1m_tce",
            "peer_count": 1,
            "peer_median": Decimal("1.2345675"),
        }  # fmt: skip
    ]
    tables["mart_coverage"] = [
        {
            "reference_year": 2026, "province_code": "320000", "park_code": "P2", "method_code": METHOD,
            "term_code": "PROCESS", "reason_code": "no_factor", "line_count": 2,
            "energy_tce": Decimal("12345.65"), "reason_zh": "无可用排放因子", "reason_en": "No factor exists",
        },
        {
            "reference_year": 2026, "province_code": "320000", "park_code": "P2", "method_code": METHOD,
            "term_code": "PROCESS", "reason_code": "<b>R-1</b>", "line_count": 1, "energy_tce": None,
            "reason_zh": "<script>拒收</script>", "reason_en": "<script>refused</script>",
        },
        {
            "reference_year": 2026, "province_code": "540000", "park_code": "P4", "method_code": METHOD,
            "term_code": "NA", "reason_code": "not_reported", "line_count": 1, "energy_tce": None,
            "reason_zh": "未报送", "reason_en": "Not reported",
        },
    ]  # fmt: skip
    tables["mart_province_inventory_year"] = [
        {"reference_year": 2026, "province_code": "320000", "method_code": INVENTORY,
         "emission_tco2e": Decimal("765432109.87654321"), "not_estimated_count": 0, "is_partial": False},
        {"reference_year": 2026, "province_code": "330000", "method_code": INVENTORY, "emission_tco2e": None,
         "not_estimated_count": 7, "is_partial": True},
    ]  # fmt: skip
    tables["mart_national_inventory_year"] = [
        {
            "reference_year": 2026,
            "method_code": INVENTORY,
            "province_count": 2,
            "not_estimated_count": 7,
            "is_partial": True,
            "emission_tco2e": Decimal("765432109.87654321"),
        }  # fmt: skip
    ]
    tables["dim_documents"] = [
        {"document_code": "D-1", "title_zh": "示例文件", "title_en": "Sample document"},
        {"document_code": "SUBMISSION", "title_zh": "报送资料", "title_en": "The submission itself"},
    ]
    factor = {"factor_set_code": "SET", "purpose_code": "process", "carrier_code": "NA", "unit": "tCO2/t"}
    tables["dim_factors"] = [
        {**factor, "factor_id": "F-USED", "activity_code": "calcium_carbide", "value": Decimal("1.09"),
         "document_code": "D-1", "is_verified": False},
        {**factor, "factor_id": "F-UNUSED", "activity_code": "lime", "value": Decimal("0.683"),
         "document_code": "D-1", "is_verified": False},
        {**factor, "factor_id": "F-OWN", "activity_code": "lime", "value": Decimal("0.7"),
         "document_code": "SUBMISSION", "is_verified": False},
        {**factor, "factor_id": "F-OFFICE", "activity_code": "S01", "value": Decimal("2.5"),
         "document_code": "D-1", "is_verified": False},
    ]  # fmt: skip
    tables["dim_terms"] = [
        {"method_code": METHOD, "method_version": "1", "term_code": "POWER-E-GT-RECEIVED",
         "activity_code": "E-GT/received", "finding_code": "not_cleared", "name_zh": "绿电交易电力 受入",
         "name_en": "Green-power trade, received"},
        {"method_code": METHOD, "method_version": "1", "term_code": "PROCESS", "activity_code": "process/product",
         "finding_code": None, "name_zh": "产品产量", "name_en": "Product output"},
    ]  # fmt: skip
    line = {"boundary_code": "physical", "entry_kind_code": "own", "method_code": METHOD, "method_version": "1",
            "reference_year": 2026, "submission_id": "S-P1-2026"}  # fmt: skip
    tables["fct_emissions"] = [
        {**line, "line_id": "1", "park_code": "P1", "term_code": "PROCESS", "activity_code": "process/product",
         "factor_id": "F-USED", "quantity": Decimal(1)},
        {**line, "line_id": "2", "park_code": "P1", "term_code": "PROCESS", "activity_code": "process/product",
         "factor_id": "F-OWN", "quantity": Decimal(1)},
        {**line, "line_id": "3", "park_code": "P1", "term_code": "POWER-E-GT-RECEIVED",
         "activity_code": "E-GT/received", "factor_id": None, "quantity": Decimal("123456.785")},
    ]  # fmt: skip
    tables["fct_province_emissions"] = [
        {"submission_id": "S-320000", "method_code": INVENTORY, "reference_year": 2026,
         "province_code": "320000", "factor_id": "F-OFFICE"}
    ]  # fmt: skip
    return tables


def write_marts(folder: Path, tables: Mapping[str, Sequence[Mapping[str, Any]]] | None = None) -> Path:
    """Write one Parquet file a table; columns that a row leaves out are null."""
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as connection:
        for name, rows in (small_nation() if tables is None else tables).items():
            columns = COLUMNS[name]
            connection.execute(f"create table {name} ({', '.join(f'{c} {t}' for c, t in columns.items())})")
            if rows:
                connection.executemany(
                    f"insert into {name} values ({', '.join('?' * len(columns))})",
                    [[row.get(column) for column in columns] for row in rows],
                )
            connection.execute(f"copy {name} to '{folder / name}.parquet' (format parquet)")
    return folder
