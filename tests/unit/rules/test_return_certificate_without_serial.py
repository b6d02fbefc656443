"""A claim has serials (L6)."""

from quality.rules.park_return.return_certificate_without_serial import RULE
from tests.builders.batches import build_batch, judge

LINE = {"instrument_type_code": "green_certificate", "quantity": "100", "quantity_unit": "MWh"}


def test_finds_a_certificate_without_serial() -> None:
    assert judge(RULE, build_batch("park_return", {"instruments": [LINE]})) == [
        ("instruments", 1, "serial_from", "", "", "100 MWh")
    ]


def test_passes_serials_no_claim_and_offsets() -> None:
    lines = [
        LINE | {"serial_from": "G1"},
        LINE | {"quantity": "NO"},
        LINE | {"instrument_type_code": "offset"},
    ]
    assert judge(RULE, build_batch("park_return", {"instruments": lines})) == []
