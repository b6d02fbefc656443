"""Process factors are per tonne."""

from quality.rules.park_return.return_unit_does_not_fit_product import RULE
from tests.builders.batches import build_batch, judge


def test_finds_a_volume() -> None:
    batch = build_batch(
        "park_return", {"process": [{"product_code": "lime", "quantity_unit": "m3", "activity": "1"}]}
    )
    assert judge(RULE, batch) == [("process", 1, "quantity_unit", "m3", "t", "lime")]


def test_passes_a_mass() -> None:
    batch = build_batch(
        "park_return",
        {
            "process": [
                {"product_code": "lime", "quantity_unit": "10kt"},
                {"product_code": "lime", "quantity_unit": "?"},
            ]
        },
    )
    assert judge(RULE, batch) == []
