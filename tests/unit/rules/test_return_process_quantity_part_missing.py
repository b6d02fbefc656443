"""A blank does not say that there was none (L7)."""

from quality.rules.park_return.return_process_quantity_part_missing import RULE
from tests.builders.batches import build_batch, judge

PRODUCT = {"unit_code": "U1", "product_code": "lime", "role_code": "product"}
MATERIAL = {"unit_code": "U1", "product_code": "lime", "role_code": "material_in"}


def test_finds_the_blank_part() -> None:
    batch = build_batch(
        "park_return", {"process": [{**PRODUCT, "qualified_output": "5"}, {**PRODUCT, "own_use": "5"}]}
    )
    assert judge(RULE, batch) == [
        ("process", 2, "qualified_output", "", "", "lime"),
        ("process", 1, "own_use", "", "", "lime"),
    ]


def test_passes_both_parts_or_none() -> None:
    batch = build_batch(
        "park_return",
        {
            "process": [
                {**PRODUCT, "qualified_output": "5", "own_use": "NO"},
                PRODUCT,
                {**MATERIAL, "activity": "5"},
            ]
        },
    )
    assert judge(RULE, batch) == []
