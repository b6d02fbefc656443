"""A register says how things stand on its date."""

from quality.rules.park_register.register_status_after_effective_date import RULE
from tests.builders.batches import build_batch, judge

COVER = [{"period": "2025-01-01"}]


def test_finds_a_later_status() -> None:
    batch = build_batch(
        "park_register", {"cover": COVER, "parks": [{"park_code": "P1", "park_status_from": "2025-01-02"}]}
    )
    assert judge(RULE, batch) == [("parks", 1, "park_status_from", "2025-01-02", "2025-01-01", "P1")]


def test_passes_the_day_itself_and_no_date() -> None:
    batch = build_batch(
        "park_register",
        {
            "cover": COVER,
            "parks": [{"park_code": "P1", "park_status_from": "2025-01-01"}, {"park_code": "P2"}],
        },
    )
    assert judge(RULE, batch) == []
