"""A mass of gas is given in units of mass."""

from quality.rules.park_return.return_unit_does_not_fit_gas import RULE
from tests.builders.batches import build_batch, judge


def test_finds_another_dimension() -> None:
    lines = [
        {"gas_code": "SF6", "calculation_method_code": method, "quantity_unit": "1000m3"}
        for method in ("balance", "emitted", "activity")
    ]
    assert judge(RULE, build_batch("park_return", {"other_gases": lines})) == [
        ("other_gases", 1, "quantity_unit", "1000m3", "t", "SF6"),
        ("other_gases", 2, "quantity_unit", "1000m3", "t", "SF6"),
    ]


def test_passes_units_of_mass() -> None:
    lines = [{"calculation_method_code": "balance", "quantity_unit": measure} for measure in ("kg", "t", "?")]
    assert judge(RULE, build_batch("park_return", {"other_gases": lines})) == []
