"""Heat sent says where it comes from."""

from quality.rules.park_return.return_heat_sent_without_origin import RULE
from tests.builders.batches import build_batch, judge

LINE = {"direction_code": "sent", "kind_code": "H-FOS", "quantity": "900", "quantity_unit": "GJ"}


def test_finds_heat_without_origin() -> None:
    lines = [LINE, LINE | {"kind_code": "H-COLD"}]
    assert judge(RULE, build_batch("park_return", {"power_heat": lines})) == [
        ("power_heat", 1, "supply_origin_code", "", "", "H-FOS 900 GJ"),
        ("power_heat", 2, "supply_origin_code", "", "", "H-COLD 900 GJ"),
    ]


def test_passes_an_origin_and_what_needs_none() -> None:
    lines = [
        LINE | {"supply_origin_code": "resold"},
        LINE | {"supply_origin_code": "?"},
        LINE | {"direction_code": "received"},
        LINE | {"kind_code": "E-GRID"},
        LINE | {"quantity": "NO"},
    ]
    assert judge(RULE, build_batch("park_return", {"power_heat": lines})) == []
