"""Power and heat do not share units."""

from quality.rules.park_return.return_unit_does_not_fit_kind import RULE
from tests.builders.batches import build_batch, judge


def test_finds_power_in_gigajoule() -> None:
    batch = build_batch("park_return", {"power_heat": [{"kind_code": "E-GRID", "quantity_unit": "GJ"}]})
    assert judge(RULE, batch) == [("power_heat", 1, "quantity_unit", "GJ", "MWh", "E-GRID")]


def test_finds_heat_in_kilowatt_hours() -> None:
    batch = build_batch("park_return", {"power_heat": [{"kind_code": "H-FOS", "quantity_unit": "kWh"}]})
    assert judge(RULE, batch) == [("power_heat", 1, "quantity_unit", "kWh", "GJ", "H-FOS")]


def test_passes_units_that_fit() -> None:
    batch = build_batch(
        "park_return",
        {
            "power_heat": [
                {"kind_code": "E-GRID", "quantity_unit": "10MWh"},
                {"kind_code": "H-FOS", "quantity_unit": "TJ"},
                {"kind_code": "H-FOS", "quantity_unit": "t"},
            ]
        },
    )
    assert judge(RULE, batch) == []
