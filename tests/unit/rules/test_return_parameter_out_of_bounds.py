"""A share is no more than one, in whatever unit it is written."""

from quality.rules.park_return.return_parameter_out_of_bounds import RULE
from tests.builders.batches import build_batch, judge


def parameter(code: str, value: str, unit: str) -> dict[str, str]:
    return {"parameter_code": code, "value": value, "quantity_unit": unit}


def test_finds_what_is_above_and_below() -> None:
    rows = [
        parameter("dry_matter", "100.1", "percent"),
        parameter("anode_effect_minutes", "1441", "min/cell-day"),
        parameter("sludge_organics", "-1", "kg"),
        parameter("quantity_uncertainty", "-3", "percent"),
    ]
    assert judge(RULE, build_batch("park_return", {"parameters": rows})) == [
        ("parameters", 1, "value", "100.1", "0 – 1 ratio", "dry_matter"),
        ("parameters", 2, "value", "1441", "0 – 1440 min/cell-day", "anode_effect_minutes"),
        ("parameters", 3, "value", "-1", "0 – … t", "sludge_organics"),
        ("parameters", 4, "value", "-3", "0 – … ratio", "quantity_uncertainty"),
    ]


def test_passes_the_bounds_themselves_and_what_another_rule_finds() -> None:
    rows = [
        parameter("dry_matter", "100", "percent"),
        parameter("dry_matter", "0", "ratio"),
        # An order of magnitude is a large uncertainty, and a possible one.
        parameter("factor_uncertainty", "900", "percent"),
        parameter("sludge_organics", "900000", "t"),
        parameter("dry_matter", "80", "t"),
        parameter("?", "80", "ratio"),
    ]
    assert judge(RULE, build_batch("park_return", {"parameters": rows})) == []
