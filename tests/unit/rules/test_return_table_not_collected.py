"""Own generation and storage are not estimated until their table is collected (L7)."""

from quality.rules.park_return.return_table_not_collected import RULE
from tests.builders.batches import build_batch, judge

LINE = {"unit_code": "U1", "quantity": "12.50", "quantity_unit": "MWh"}
KINDS = ("E-SELF-RE", "E-SELF-NF", "E-SELF-FF", "E-SELF-WH", "E-STO")


def test_finds_own_generation_and_storage() -> None:
    batch = build_batch(
        "park_return",
        {"power_heat": [{**LINE, "kind_code": kind, "direction_code": "sent"} for kind in KINDS]},
    )
    assert judge(RULE, batch) == [
        ("power_heat", row, "kind_code", "12.50 MWh", "", kind) for row, kind in enumerate(KINDS, start=1)
    ]


def test_passes_what_was_bought() -> None:
    batch = build_batch(
        "park_return",
        {
            "power_heat": [
                {**LINE, "kind_code": "E-GRID", "direction_code": "received"},
                {**LINE, "kind_code": "E-STO", "direction_code": "sent", "quantity": "NO"},
            ]
        },
    )
    assert judge(RULE, batch) == []
