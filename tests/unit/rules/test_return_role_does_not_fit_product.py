"""A factor belongs to a product in its role."""

from quality.rules.park_return.return_role_does_not_fit_product import RULE
from tests.builders.batches import build_batch, judge


def test_finds_a_product_as_material() -> None:
    batch = build_batch("park_return", {"process": [{"product_code": "lime", "role_code": "material_in"}]})
    assert judge(RULE, batch) == [("process", 1, "role_code", "material_in", "product", "lime")]


def test_passes_the_listed_role() -> None:
    batch = build_batch(
        "park_return",
        {
            "process": [
                {"product_code": "lime", "role_code": "product"},
                {"product_code": "lime", "role_code": "?"},
                {"product_code": "?", "role_code": "product"},
            ]
        },
    )
    assert judge(RULE, batch) == []
