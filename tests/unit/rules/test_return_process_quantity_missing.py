"""A blank is never read as zero (L7)."""

from quality.rules.park_return.return_process_quantity_missing import RULE
from tests.builders.batches import build_batch, judge

PRODUCT = {"unit_code": "U1", "product_code": "lime", "role_code": "product"}
MATERIAL = {"unit_code": "U1", "product_code": "lime", "role_code": "material_in"}


def test_finds_no_quantity_for_the_role() -> None:
    batch = build_batch(
        "park_return", {"process": [{**PRODUCT, "activity": "5"}, {**MATERIAL, "qualified_output": "5"}]}
    )
    assert judge(RULE, batch) == [
        ("process", 1, "qualified_output", "product", "", "lime"),
        ("process", 2, "activity", "material_in", "", "lime"),
    ]


def test_passes_a_quantity_or_a_notation_key() -> None:
    batch = build_batch(
        "park_return",
        {
            "process": [
                {**PRODUCT, "qualified_output": "5"},
                {**PRODUCT, "own_use": "NO"},
                {**MATERIAL, "activity": "NE"},
            ]
        },
    )
    assert judge(RULE, batch) == []


def test_passes_text_that_cannot_be_read() -> None:
    batch = build_batch(
        "park_return", {"process": [{**PRODUCT, "qualified_output": "?"}, {**MATERIAL, "activity": "?"}]}
    )
    assert judge(RULE, batch) == []
