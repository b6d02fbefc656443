"""What the cover says is not passed over (L7)."""

from quality.rules.park_return.return_boundary_not_computed import RULE
from tests.builders.batches import build_batch, judge


def test_finds_it_on_the_cover() -> None:
    batch = build_batch("park_return", {"cover": [{"boundaries_reported_code": "administrative"}]})
    assert judge(RULE, batch) == [
        ("cover", 1, "boundaries_reported_code", "administrative", "physical, both", "")
    ]


def test_passes_the_regular_cover() -> None:
    assert (
        judge(RULE, build_batch("park_return", {"cover": [{"boundaries_reported_code": "physical"}]})) == []
    )
