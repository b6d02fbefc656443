"""An offset is retired (L6)."""

from quality.rules.park_return.return_offset_without_retirement import RULE
from tests.builders.batches import build_batch, judge

LINE = {"instrument_type_code": "offset", "quantity": "100", "quantity_unit": "t"}


def test_finds_no_retirement_and_no_serial() -> None:
    lines = [LINE, LINE | {"serial_from": "K1"}, LINE | {"retired_on": "2025-12-01"}]
    assert judge(RULE, build_batch("park_return", {"instruments": lines})) == [
        ("instruments", 1, "retired_on", "", "", "100 t"),
        ("instruments", 2, "retired_on", "", "", "100 t"),
        ("instruments", 3, "serial_from", "", "", "100 t"),
    ]


def test_passes_a_retirement_no_quantity_and_certificates() -> None:
    lines = [
        LINE | {"retired_on": "2025-12-01", "serial_from": "K1"},
        LINE | {"quantity": "NO"},
        LINE | {"instrument_type_code": "green_certificate"},
    ]
    assert judge(RULE, build_batch("park_return", {"instruments": lines})) == []
