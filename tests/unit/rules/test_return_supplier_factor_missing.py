"""Without a factor a term is not estimated, and the sender is told (L8)."""

from quality.rules.park_return.return_supplier_factor_missing import RULE
from tests.builders.batches import build_batch, judge

LINE = {"quantity": "5", "quantity_unit": "MWh"}


def test_finds_the_kinds_without_a_listed_factor() -> None:
    kinds = [("E-DLF", "received"), ("H-WH", "received"), ("H-COLD", "sent")]
    lines = [LINE | {"kind_code": kind, "direction_code": direction} for kind, direction in kinds]
    assert judge(RULE, build_batch("park_return", {"power_heat": lines})) == [
        ("power_heat", 1, "measured_factor", "", "", "E-DLF 5 MWh"),
        ("power_heat", 2, "measured_factor", "", "", "H-WH 5 MWh"),
        ("power_heat", 3, "measured_factor", "", "", "H-COLD 5 MWh"),
    ]


def test_passes_a_factor_no_quantity_and_kinds_with_a_listed_factor() -> None:
    lines = [
        LINE | {"kind_code": "E-DLF", "direction_code": "received", "measured_factor": "0.8"},
        LINE | {"kind_code": "E-DLF", "direction_code": "received", "quantity": "NO"},
        LINE | {"kind_code": "E-GRID", "direction_code": "received"},
        LINE | {"kind_code": "E-NUC", "direction_code": "received"},
        LINE | {"kind_code": "H-FOS", "direction_code": "received"},
        LINE | {"kind_code": "E-SELF-FF", "direction_code": "sent"},
    ]
    assert judge(RULE, build_batch("park_return", {"power_heat": lines})) == []
