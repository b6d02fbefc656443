"""A parameter is given in a unit of its own."""

from quality.rules.park_return.return_unit_does_not_fit_parameter import RULE
from tests.builders.batches import build_batch, judge


def test_finds_a_unit_of_something_else() -> None:
    rows = [{"parameter_code": "dry_matter", "value": "80", "quantity_unit": "t"}]
    assert judge(RULE, build_batch("park_return", {"parameters": rows})) == [
        ("parameters", 1, "quantity_unit", "t", "ratio", "dry_matter")
    ]


def test_passes_every_unit_that_converts_and_what_is_not_known() -> None:
    rows = [
        {"parameter_code": "dry_matter", "quantity_unit": "percent"},
        {"parameter_code": "methane_recovered", "quantity_unit": "kg"},
        {"parameter_code": "dry_matter", "quantity_unit": "?"},
        {"parameter_code": "?", "quantity_unit": "t"},
    ]
    assert judge(RULE, build_batch("park_return", {"parameters": rows})) == []
