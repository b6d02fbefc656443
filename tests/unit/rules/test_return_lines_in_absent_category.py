"""Statement and lines agree (L7)."""

from lingtan.contracts.code_lists import load_code_lists
from quality.rules.park_return.return_lines_in_absent_category import RULE
from tests.builders.batches import build_batch, judge, reference

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


def test_finds_lines_of_the_full_inventory() -> None:
    """The lines of every table that makes an activity belong to a category."""
    stored = {"removal_type_code": "ccs", "co2_origin_code": "fossil", "fate_code": "geological"}
    batch = build_batch(
        "park_return",
        {
            "other_gases": [
                {"source_code": "refrigeration", "bought": "1"},
                {"source_code": "wastewater", "emitted": "1"},
            ],
            "removals": [stored | {"quantity": "1"}, {"quantity": "2"}],
            "instruments": [
                {"instrument_type_code": "offset", "quantity": "1"},
                {"instrument_type_code": "green_certificate", "quantity": "1"},
            ],
            "generation": [{"attribute_sold": "1"}, {"attribute_sold": "NO", "generated": "5"}],
            "completeness": [
                {"source_category_code": code, "completeness_code": "NO"}
                for code in ("other_gases", "waste", "removals", "offsets", "power")
            ],
        },
    )
    found = [(category, count) for *_, count, category in judge(RULE, batch)]
    assert found == [
        ("other_gases", "1"),
        ("waste", "1"),
        ("removals", "2"),
        ("offsets", "1"),
        ("power", "1"),
    ]


def test_every_category_of_the_list_has_terms() -> None:
    """A category that no term is of could never be found (L10)."""
    of_terms = set(reference()["method_terms"]["source_category_code"].drop_nulls())
    of_list = set(load_code_lists()["source_categories"]["code"])
    assert of_list == {category for category in of_terms if not category.startswith("S3-")}
