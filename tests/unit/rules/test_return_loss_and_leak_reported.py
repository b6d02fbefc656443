"""Leaked methane is counted once (L6)."""

import pytest

from quality.rules.park_return.return_loss_and_leak_reported import RULE
from tests.builders.batches import build_batch, judge

LOSS = {"unit_code": "U1", "flow_code": "LOSS", "carrier_code": "natural_gas", "quantity": "3"}
LEAK = {"unit_code": "U1", "source_code": "gas_system", "gas_code": "CH4", "emitted": "2"}


def found(loss: dict[str, str], leak: dict[str, str]) -> list[tuple[object, ...]]:
    return [*judge(RULE, build_batch("park_return", {"energy": [loss], "other_gases": [leak]}))]


@pytest.mark.parametrize("carrier", ["natural_gas", "lng", "coke_oven_gas", "biogas"])
def test_asks_whether_both_are_one_leak(carrier: str) -> None:
    loss = LOSS | {"carrier_code": carrier}
    assert found(loss, LEAK) == [("other_gases", 1, "gas_code", "CH4", "能源 D6", carrier)]


@pytest.mark.parametrize(
    ("loss", "leak"),
    [
        ({"carrier_code": "raw_coal"}, {}),
        ({"quantity": "NO"}, {}),
        ({"flow_code": "FIN"}, {}),
        ({}, {"unit_code": "U2"}),
        ({}, {"gas_code": "CO2"}),
        ({}, {"source_code": "wastewater"}),
        ({}, {"emitted": "NO"}),
    ],
)
def test_passes_a_loss_or_a_leak_alone(loss: dict[str, str], leak: dict[str, str]) -> None:
    assert found(LOSS | loss, LEAK | leak) == []
