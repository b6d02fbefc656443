"""A range of serials holds one certificate a serial."""

from quality.rules.park_return.return_serials_short import RULE
from tests.builders.batches import build_batch, judge


def line(first: str, last: str, quantity: str, unit: str = "MWh") -> dict[str, str]:
    return {
        "instrument_type_code": "green_certificate",
        "serial_from": first,
        "serial_to": last,
        "quantity": quantity,
        "quantity_unit": unit,
    }


def test_finds_more_power_than_certificates() -> None:
    lines = [line("A001", "A100", "101"), line("A200", "A200", "1.5"), line("A001", "A100", "0.2", "GWh")]
    assert judge(RULE, build_batch("park_return", {"instruments": lines})) == [
        ("instruments", 1, "quantity", "101", "100", "A001 … A100"),
        ("instruments", 2, "quantity", "1.5", "1", "A200 … A200"),
        ("instruments", 3, "quantity", "0.2", "100", "A001 … A100"),
    ]


def test_passes_ranges_that_hold_enough_and_those_that_cannot_be_counted() -> None:
    lines = [
        line("A001", "A100", "100"),
        line("A001", "", "500"),
        line("A001", "A0100", "500"),
        line("A001", "B100", "500"),
        line("A100", "A001", "500"),
        line("001A", "100A", "500"),
        line("A001", "A100", "NE"),
        line("A001", "A100", "500", "t"),
        line("A001", "A100", "500") | {"instrument_type_code": "offset"},
    ]
    assert judge(RULE, build_batch("park_return", {"instruments": lines})) == []
