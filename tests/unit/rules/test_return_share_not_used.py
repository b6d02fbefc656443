"""What is not used is said (L2)."""

from lingtan.contracts.batch import Batch
from quality.rules.park_return.return_share_not_used import RULE
from tests.builders.batches import build_batch, judge

UNIT = {"unit_code": "U1", "physical_share_ratio": "1", "administrative_share_ratio": "0"}


def batch_of(boundaries: str) -> Batch:
    return build_batch("park_return", {"cover": [{"boundaries_reported_code": boundaries}], "units": [UNIT]})


def test_finds_the_share_of_the_other_boundary() -> None:
    assert judge(RULE, batch_of("physical")) == [
        ("units", 1, "administrative_share_ratio", "0", "physical", "U1")
    ]
    assert judge(RULE, batch_of("administrative")) == [
        ("units", 1, "physical_share_ratio", "1", "administrative", "U1")
    ]


def test_passes_both() -> None:
    assert judge(RULE, batch_of("both")) == []
