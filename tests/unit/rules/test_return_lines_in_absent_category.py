"""Statement and lines agree (L7)."""

from quality.rules.park_return.return_lines_in_absent_category import RULE
from tests.builders.batches import build_batch, judge

CATEGORIES = ("fuel_combustion", "power", "industrial_process", "heat")


def test_finds_lines_of_all_tables() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [{"flow_code": "FIN", "quantity": "1"}, {"flow_code": "T-PWR", "quantity": "2"}],
            "power_heat": [{"kind_code": "E-GRID", "direction_code": "received", "quantity": "1"}],
            "process": [{"role_code": "product", "own_use": "1"}],
            "completeness": [
                {"source_category_code": code, "completeness_code": "NO"} for code in CATEGORIES
            ],
        },
    )
    assert judge(RULE, batch) == [
        ("completeness", 1, "completeness_code", "NO", "2", "fuel_combustion"),
        ("completeness", 2, "completeness_code", "NO", "1", "power"),
        ("completeness", 3, "completeness_code", "NO", "1", "industrial_process"),
    ]


def test_passes_reported_categories_and_zeros() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                {"flow_code": "FIN", "quantity": "0"},
                {"flow_code": "C-IN", "quantity": "1"},
                {"flow_code": "FLARE", "quantity": "NO"},
            ],
            "completeness": [
                {"source_category_code": "fuel_combustion", "completeness_code": "NO"},
                {"source_category_code": "energy_conversion", "completeness_code": "reported"},
                {"source_category_code": "flaring", "completeness_code": "NA"},
            ],
        },
    )
    assert judge(RULE, batch) == []
