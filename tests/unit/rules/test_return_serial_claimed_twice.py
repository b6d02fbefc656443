"""One claim a serial (L6)."""

from quality.rules.park_return.return_serial_claimed_twice import RULE
from tests.builders.batches import build_batch, judge


def line(first: str, last: str, instrument: str = "green_certificate", **more: str) -> dict[str, str]:
    return {"instrument_type_code": instrument, "serial_from": first, "serial_to": last, **more}


def test_finds_the_later_of_two() -> None:
    lines = [
        line("G001", "G100"),
        line("G101", "G200"),
        line("G001", "G100"),
        line("G150", "G300"),
        line("G050", ""),
        # Ends before it begins: its first serial.
        line("G400", "G001"),
        line("G400", "G500"),
    ]
    assert judge(RULE, build_batch("park_return", {"instruments": lines})) == [
        ("instruments", 3, "serial_from", "G001", "", "I6"),
        ("instruments", 4, "serial_from", "G150", "", "I7"),
        ("instruments", 5, "serial_from", "G050", "", "I6"),
        ("instruments", 7, "serial_from", "G400", "", "I11"),
    ]


def test_passes_serials_of_their_own() -> None:
    lines = [
        line("G001", "G100"),
        line("G101", "G200"),
        line("G001", "G100", "offset"),
        line("G001", "G100", submission_id="S-2"),
        line("", ""),
        line("", ""),
        line("G0001", "G0100"),
    ]
    assert judge(RULE, build_batch("park_return", {"instruments": lines})) == []
