"""Tonnes of steam are never turned into heat by a constant (L8)."""

from quality.rules.park_return.return_steam_without_enthalpy import RULE
from tests.builders.batches import build_batch, judge

LINE = {
    "unit_code": "U1",
    "kind_code": "H-FOS",
    "direction_code": "sent",
    "quantity": "8",
    "quantity_unit": "GJ",
}


def test_finds_steam_by_mass() -> None:
    batch = build_batch("park_return", {"power_heat": [{**LINE, "quantity_unit": "10kt"}]})
    assert judge(RULE, batch) == [("power_heat", 1, "enthalpy_kj_per_kg", "", "", "8 10kt")]


def test_passes_steam_with_enthalpy_and_heat() -> None:
    batch = build_batch(
        "park_return", {"power_heat": [{**LINE, "quantity_unit": "t", "enthalpy_kj_per_kg": "2800"}, LINE]}
    )
    assert judge(RULE, batch) == []


def test_passes_an_enthalpy_that_cannot_be_read() -> None:
    batch = build_batch(
        "park_return", {"power_heat": [{**LINE, "quantity_unit": "t", "enthalpy_kj_per_kg": "hot"}]}
    )
    assert judge(RULE, batch) == []
