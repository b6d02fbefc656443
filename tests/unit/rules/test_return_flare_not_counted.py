"""Gas flared before its meter is in the input already (L6)."""

from quality.rules.park_return.return_flare_not_counted import RULE
from tests.builders.batches import build_batch, judge


def line(flow: str, unit: str = "U1", quantity: str = "2") -> dict[str, str]:
    carrier = {"unit_code": unit, "carrier_code": "other_gas"}
    return {**carrier, "flow_code": flow, "quantity": quantity, "quantity_unit": "1000m3"}


# A unit for each flow that counts the gas.
UNITS = (("U1", "PUR"), ("U2", "PRD"), ("U3", "C-OUT"), ("U4", "REC-G"))


def test_finds_gas_of_another_unit() -> None:
    batch = build_batch("park_return", {"energy": [line("C-OUT", "U2"), line("FLARE")]})
    assert judge(RULE, batch) == [("energy", 2, "quantity", "2", "", "other_gas")]


def test_passes_gas_that_was_counted() -> None:
    batch = build_batch(
        "park_return",
        {"energy": [line(flow, unit) for unit, flow in UNITS] + [line("FLARE", unit) for unit, _ in UNITS]},
    )
    assert judge(RULE, batch) == []


def test_passes_nothing_flared() -> None:
    batch = build_batch("park_return", {"energy": [line("FLARE", quantity="NO")]})
    assert judge(RULE, batch) == []
