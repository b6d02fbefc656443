"""A share is never taken for one (L6)."""

from lingtan.contracts.batch import Batch
from quality.rules.park_return.return_administrative_share_missing import RULE
from tests.builders.batches import build_batch, judge

UNIT = {"unit_code": "U1", "reporting_basis_code": "legal_person", "physical_share_ratio": "0.5"}


def batch_of(boundaries: str, **more: str) -> Batch:
    return build_batch(
        "park_return", {"cover": [{"boundaries_reported_code": boundaries}], "units": [UNIT | more]}
    )


def test_finds_a_legal_person_without_share() -> None:
    for boundaries in ("both", "administrative"):
        assert judge(RULE, batch_of(boundaries)) == [
            ("units", 1, "administrative_share_ratio", "", "0 … 1", "U1")
        ]


def test_passes_a_share_another_boundary_and_located_units() -> None:
    assert judge(RULE, batch_of("both", administrative_share_ratio="0")) == []
    assert judge(RULE, batch_of("physical")) == []
    assert judge(RULE, batch_of("both", reporting_basis_code="located")) == []
