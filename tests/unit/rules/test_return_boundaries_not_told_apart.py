"""Two boundaries differ somewhere."""

from lingtan.contracts.batch import Batch
from quality.rules.park_return.return_boundaries_not_told_apart import RULE
from tests.builders.batches import build_batch, judge


def batch_of(boundaries: str, share: str) -> Batch:
    units = [{"unit_code": "U1"}, {"unit_code": "U2", "administrative_share_ratio": share}]
    return build_batch("park_return", {"cover": [{"boundaries_reported_code": boundaries}], "units": units})


def test_finds_no_administrative_share() -> None:
    assert judge(RULE, batch_of("both", "")) == [("cover", 1, "boundaries_reported_code", "both", "", "")]


def test_passes_a_share_and_one_boundary() -> None:
    assert judge(RULE, batch_of("both", "0")) == []
    assert judge(RULE, batch_of("both", "?")) == []
    assert judge(RULE, batch_of("physical", "")) == []
