"""Canonical tables of a release, small and by hand, for the bulletin."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.builders.full_marts import full_inventory
from tests.builders.mart_files import write_tables

METHOD = "CN-NZCP-2025"
INVENTORY = "CEADS-PROV"

Row = dict[str, Any]
Tables = dict[str, list[Row]]


def _rows(names: str, *values: tuple[Any, ...], **common: Any) -> list[Row]:
    return [{**common, **dict(zip(names.split(), row, strict=True))} for row in values]


def _parks() -> Tables:
    park = {"boundary_code": "physical", "method_code": METHOD}
    places = "park_code province_code province_name_zh province_name_en has_return"
    registered = [
        ("P1", "320000", "江苏省", "Jiangsu", True),
        ("P2", "320000", "江苏省", "Jiangsu", True),
        ("P3", "330000", "浙江省", "Zhejiang", True),
        ("P4", "540000", "西藏自治区", "Tibet", False),
    ]
    return {
        "dim_parks": [
            row
            for year in (2025, 2026)
            for row in _rows(places, *registered, reference_year=year, is_synthetic=True)
        ],
        "mart_park_year": _rows(
            "reference_year park_code emission_tco2e is_partial",
            (2025, "P1", "1020000.5", False),
            (2025, "P2", "0", False),
            (2025, "P3", None, True),
            (2026, "P1", "1234567.890050", False),
            (2026, "P2", "0.49", True),
            (2026, "P3", "-55000.5", False),
            **park,
        ),
        "mart_park_component_year": _rows(
            "reference_year park_code province_code component_code is_partial",
            (2025, "P1", "320000", "fuel", False),
            (2025, "P1", "320000", "power", False),
            (2025, "P2", "320000", "heat", False),
            (2025, "P3", "330000", "process", True),
            (2026, "P1", "320000", "fuel", False),
            (2026, "P1", "320000", "power", False),
            (2026, "P2", "320000", "fuel", False),
            (2026, "P2", "320000", "process", True),
            (2026, "P3", "330000", "heat", False),
            **park,
        ),
    }


def _sums() -> Tables:
    common = {"boundary_code": "physical", "method_code": METHOD}
    names = ("fuel", "conversion", "power", "heat", "process")
    national = {
        2025: ("1000000", None, "20000.5", "0", None),
        2026: ("1234565.5", None, "2.880050", "-55000.5", None),
    }
    provinces = {
        ("320000", 2): ("1234565.5", None, "2.880050", None, None),
        ("330000", 1): (None, None, None, "-55000.5", None),
        ("540000", 0): (None, None, None, None, None),
    }
    return {
        "mart_national_year": [
            row
            for year, sums in national.items()
            for row in _rows(
                "component_code emission_tco2e",
                *zip(names, sums, strict=True),
                reference_year=year,
                park_count_reported=3,
                **common,
            )
        ],
        "mart_province_year": [
            row
            for (province, reported), sums in provinces.items()
            for row in _rows(
                "component_code emission_tco2e",
                *zip(names, sums, strict=True),
                reference_year=2026,
                province_code=province,
                park_count_reported=reported,
                **common,
            )
        ],
    }


def _comparison() -> Tables:
    common = {"reference_year": 2026, "boundary_code": "physical", "method_code": METHOD}
    return {
        "mart_carbon_per_energy": _rows(
            "park_code energy_method_code size_class_code threshold_value carbon_per_energy is_partial"
            " not_determined_reason_code",
            ("P1", "EN-CAL-F", "from_1m_tce", "0.3", "1.2345675", False, None),
            ("P2", "EN-CAL-F", "from_200k_to_1m_tce", "0.2", "0.15", True, "partial"),
            ("P3", "EN-CAL-F", "below_200k_tce", None, None, False, "emission_negative"),
            ("P1", "EN-EQV-F", None, None, None, False, "no_equivalent_coefficient"),
            ("P2", "EN-EQV-F", None, None, None, True, "no_equivalent_coefficient"),
            ("P3", "EN-EQV-F", None, None, None, False, "no_equivalent_coefficient"),
            **common,
        ),
        "mart_park_indicator": _rows(
            "park_code indicator_code status_code not_determined_reason_code",
            ("P1", "N-C1", "met", None),
            ("P2", "N-C1", "not_determined", "partial"),
            ("P3", "N-C1", "not_determined", "variants_disagree"),
            ("P1", "N-G1", "not_met", None),
            ("P2", "N-G1", "not_determined", "energy_not_positive"),
            **{key: value for key, value in common.items() if key != "method_code"},
        ),
        "cmp_peer_position": _rows(
            "park_code energy_method_code size_class_code peer_median",
            ("P1", "EN-CAL-F", "from_1m_tce", "1.2345675"),
            **common,
        ),
        "mart_coverage": _rows(
            "province_code park_code term_code reason_code line_count energy_tce reason_zh reason_en",
            ("320000", "P2", "PROCESS", "no_factor", 2, "12345.65", "无可用排放因子", "No factor exists"),
            ("320000", "P2", "SENT", "no_factor", 1, "1000", "无可用排放因子", "No factor exists"),
            ("320000", "P2", "PROCESS", "R-1", 1, None, "<script>拒收</script>", "<script>refused</script>"),
            ("540000", "P4", "NA", "not_reported", 1, None, "未报送", "Not reported"),
            reference_year=2026,
            boundary_code="physical",
            method_code=METHOD,
        ),
    }


def _inventories() -> Tables:
    return {
        "mart_province_inventory_year": _rows(
            "province_code emission_tco2e not_estimated_count is_partial",
            ("320000", "765432109.87654321", 0, False),
            ("330000", None, 7, True),
            reference_year=2026,
            method_code=INVENTORY,
        ),
        "mart_national_inventory_year": _rows(
            "emission_tco2e province_count not_estimated_count is_partial",
            ("765432109.87654321", 2, 7, True),
            reference_year=2026,
            method_code=INVENTORY,
        ),
        "fct_province_emissions": _rows(
            "province_code factor_id", ("320000", "F-OFFICE"), reference_year=2026, method_code=INVENTORY
        ),
    }


def _factors() -> Tables:
    version = {"method_code": METHOD, "method_version": "1"}
    return {
        "dim_documents": _rows(
            "document_code title_zh title_en",
            ("D-1", "示例文件", "Sample document"),
            ("SUBMISSION", "报送资料", "The submission itself"),
        ),
        "dim_factors": _rows(
            "factor_id purpose_code activity_code value document_code is_verified",
            ("F-USED", "process", "calcium_carbide", "1.09", "D-1", False),
            ("F-CHECKED", "process", "ferrosilicon", "4.3", "D-1", True),
            ("F-UNUSED", "process", "lime_cao", "0.683", "D-1", False),
            ("F-OWN", "own", "lime_cao", "0.7", "SUBMISSION", False),
            ("F-OFFICE", "provincial_inventory", "S01", "2.5", "D-1", False),
            factor_set_code="SET",
            carrier_code="NA",
            unit="tCO2/t",
        ),
        "dim_terms": _rows(
            "term_code activity_code finding_code name_zh name_en",
            ("PROCESS", "process/product", None, "产品产量", "Product output"),
            **version,
        ),
        "fct_emissions": _rows(
            "term_code activity_code factor_id quantity",
            ("PROCESS", "process/product", "F-USED", "1"),
            ("PROCESS", "process/product", "F-CHECKED", "1"),
            ("PROCESS", "process/product", "F-OWN", "1"),
            ("E-GRID-IN", "E-GRID/received", None, "123456.785"),
            reference_year=2026,
            park_code="P1",
            boundary_code="physical",
            entry_kind_code="own",
            **version,
        ),
    }


def small_nation() -> Tables:
    """Two years, three provinces, four parks: one silent, one partial, one negative by heat sold."""
    nation = {**_parks(), **_sums(), **_comparison(), **_inventories(), **_factors()}
    for name, rows in full_inventory().items():
        nation[name] = [*nation.get(name, []), *rows]
    return nation


def write_marts(folder: Path, tables: Mapping[str, Sequence[Mapping[str, Any]]] | None = None) -> Path:
    """Write these tables, or those of the small nation, one Parquet file each."""
    return write_tables(folder, small_nation() if tables is None else tables)
