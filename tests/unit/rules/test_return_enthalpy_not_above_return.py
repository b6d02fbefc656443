"""Heat by mass is positive."""

from quality.rules.park_return.return_enthalpy_not_above_return import RULE
from tests.builders.batches import build_batch, judge

LINE = {
    "unit_code": "U1",
    "kind_code": "H-FOS",
    "direction_code": "sent",
    "quantity": "8",
    "quantity_unit": "t",
}


def test_finds_no_difference() -> None:
    batch = build_batch(
        "park_return",
        {"power_heat": [{**LINE, "enthalpy_kj_per_kg": "400", "return_enthalpy_kj_per_kg": "400"}]},
    )
    assert judge(RULE, batch) == [("power_heat", 1, "enthalpy_kj_per_kg", "400", "400", "H-FOS")]


def test_finds_a_wrong_unit_below_feed_water() -> None:
    batch = build_batch("park_return", {"power_heat": [{**LINE, "enthalpy_kj_per_kg": "2.8"}]})
    assert judge(RULE, batch) == [("power_heat", 1, "enthalpy_kj_per_kg", "2.8", "83.74", "H-FOS")]


def test_passes_a_difference() -> None:
    batch = build_batch(
        "park_return",
        {
            "power_heat": [
                {**LINE, "enthalpy_kj_per_kg": "2800", "return_enthalpy_kj_per_kg": "400"},
                {**LINE, "enthalpy_kj_per_kg": "83.75"},
            ]
        },
    )
    assert judge(RULE, batch) == []


def test_passes_cold_and_heat_by_energy() -> None:
    batch = build_batch(
        "park_return",
        {
            "power_heat": [
                {**LINE, "kind_code": "H-COLD", "enthalpy_kj_per_kg": "29"},
                {**LINE, "quantity_unit": "GJ", "enthalpy_kj_per_kg": "2.8"},
            ]
        },
    )
    assert judge(RULE, batch) == []
