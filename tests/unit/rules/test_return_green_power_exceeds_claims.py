"""Green power is cleared by certificates with serials (L6)."""

import pytest

from lingtan.contracts.batch import Batch
from quality.rules.park_return.return_green_power_exceeds_claims import RULE
from tests.builders.batches import build_batch, judge

POWER = {"unit_code": "U1", "direction_code": "received", "kind_code": "E-GT", "quantity_unit": "MWh"}
CLAIM = {
    "unit_code": "U1",
    "instrument_type_code": "green_certificate",
    "bundle_code": "green_trade",
    "is_tradable": "true",
    "serial_from": "G1",
    "consumption_year": "2025",
    "quantity": "100",
    "quantity_unit": "MWh",
}


def of(power: list[dict[str, str]], claims: list[dict[str, str]]) -> Batch:
    return build_batch(
        "park_return",
        {"cover": [{"period": "2025"}], "power_heat": power, "instruments": claims},
    )


def test_finds_more_than_the_claims_of_the_unit() -> None:
    power = [
        POWER | {"quantity": "90"},
        POWER | {"quantity": "0.03", "quantity_unit": "GWh"},
        POWER | {"unit_code": "U2", "quantity": "5"},
        POWER | {"kind_code": "E-GEC", "quantity": "1"},
    ]
    assert judge(RULE, of(power, [CLAIM])) == [
        ("power_heat", 1, "quantity", "120", "100", "U1, E-GT"),
        ("power_heat", 3, "quantity", "5", "0", "U2, E-GT"),
        ("power_heat", 4, "quantity", "1", "0", "U1, E-GEC"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"serial_from": ""},
        {"is_tradable": "false"},
        {"bundle_code": "self_use"},
        {"consumption_year": "2024"},
        {"instrument_type_code": "offset"},
        {"unit_code": "U2"},
        {"quantity": "NO"},
    ],
)
def test_finds_what_such_a_claim_does_not_cover(change: dict[str, str]) -> None:
    assert len(judge(RULE, of([POWER | {"quantity": "1"}], [CLAIM | change]))) == 1


def test_passes_what_is_covered() -> None:
    power = [
        POWER | {"quantity": "100"},
        POWER | {"kind_code": "E-GEC", "quantity": "50"},
        POWER | {"kind_code": "E-GRID", "quantity": "900"},
        POWER | {"unit_code": "U2", "quantity": "NE"},
        POWER | {"unit_code": "U3", "quantity": "9", "direction_code": "sent"},
    ]
    claims = [CLAIM, CLAIM | {"bundle_code": "unbundled", "serial_from": "G2", "quantity": "60"}]
    assert judge(RULE, of(power, claims)) == []
