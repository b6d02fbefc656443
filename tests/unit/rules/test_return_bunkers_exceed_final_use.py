"""Bunkers are a part of final use, compared exactly in canonical units (L3)."""

from quality.rules.park_return.return_bunkers_exceed_final_use import RULE
from tests.builders.batches import build_batch, judge


def line(flow: str, quantity: str, measure: str = "t", unit: str = "U1") -> dict[str, str]:
    carrier = {"unit_code": unit, "carrier_code": "jet_kerosene"}
    return {**carrier, "flow_code": flow, "quantity": quantity, "quantity_unit": measure}


def test_finds_more_bunkers_than_final_use() -> None:
    batch = build_batch(
        "park_return", {"energy": [line("FIN", "1"), line("BNK", "600.001", "kg"), line("BNK", "0.4")]}
    )
    assert judge(RULE, batch) == [("energy", 2, "quantity", "1.000001", "1", "U1, jet_kerosene, t")]


def test_finds_bunkers_of_another_unit() -> None:
    batch = build_batch("park_return", {"energy": [line("FIN", "1"), line("BNK", "0.5", unit="U2")]})
    assert judge(RULE, batch) == [("energy", 2, "quantity", "0.5", "0", "U2, jet_kerosene, t")]


def test_passes_a_part() -> None:
    batch = build_batch("park_return", {"energy": [line("FIN", "1"), line("BNK", "1000", "kg")]})
    assert judge(RULE, batch) == []


def test_passes_final_use_that_is_not_known() -> None:
    batch = build_batch("park_return", {"energy": [line("FIN", "NE"), line("BNK", "1")]})
    assert judge(RULE, batch) == []


def test_passes_a_unit_that_does_not_fit() -> None:
    batch = build_batch("park_return", {"energy": [line("FIN", "1"), line("BNK", "5", "m3")]})
    assert judge(RULE, batch) == []
