"""A located unit is inside or outside."""

from quality.rules.park_return.return_located_with_share import RULE
from tests.builders.batches import build_batch, judge

LINE = {"unit_code": "U1", "reporting_basis_code": "located"}


def test_finds_a_part() -> None:
    lines = [LINE | {"administrative_share_ratio": "0.5"}, LINE | {"physical_share_ratio": "0.999999"}]
    assert judge(RULE, build_batch("park_return", {"units": lines})) == [
        ("units", 2, "physical_share_ratio", "0.999999", "0 / 1", "U1"),
        ("units", 1, "administrative_share_ratio", "0.5", "0 / 1", "U1"),
    ]


def test_passes_nothing_all_and_legal_persons() -> None:
    lines = [
        LINE | {"physical_share_ratio": "0", "administrative_share_ratio": "1"},
        LINE,
        LINE | {"reporting_basis_code": "legal_person", "physical_share_ratio": "0.5"},
    ]
    assert judge(RULE, build_batch("park_return", {"units": lines})) == []
