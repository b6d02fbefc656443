"""A unit that is not listed has no share of the boundary."""

from quality.rules.park_return.return_unit_not_listed import RULE
from tests.builders.batches import build_batch, judge

UNITS = [{"unit_code": "U1"}, {"unit_code": "U2"}]


def test_finds_every_table() -> None:
    batch = build_batch(
        "park_return",
        {
            "units": UNITS,
            "energy": [{"unit_code": "U1"}, {"unit_code": "U3"}],
            "power_heat": [{"unit_code": "U4"}],
            "process": [{"unit_code": "u2"}],
        },
    )
    assert judge(RULE, batch) == [
        ("energy", 2, "unit_code", "U3", "", ""),
        ("power_heat", 1, "unit_code", "U4", "", ""),
        ("process", 1, "unit_code", "u2", "", ""),
    ]


def test_passes_listed_units() -> None:
    batch = build_batch(
        "park_return",
        {
            "units": UNITS,
            "energy": [{"unit_code": "U1"}],
            "power_heat": [{"unit_code": "U2"}],
            "process": [{"unit_code": "U1"}],
        },
    )
    assert judge(RULE, batch) == []


def test_passes_a_blank_which_is_another_finding() -> None:
    batch = build_batch("park_return", {"units": UNITS, "energy": [{"line_id": "1"}]})
    assert judge(RULE, batch) == []


def test_finds_it_in_every_table_that_names_a_unit() -> None:
    tables = ("generation", "other_gases", "scope3", "removals", "instruments", "product_energy")
    batch = build_batch("park_return", {"units": UNITS} | {table: [{"unit_code": "U9"}] for table in tables})
    assert judge(RULE, batch) == [(table, 1, "unit_code", "U9", "", "") for table in tables]
