"""Measured parameters on another basis are not converted."""

from quality.rules.park_return.return_measured_basis_not_used import RULE
from tests.builders.batches import build_batch, judge

MEASURED = {"carrier_code": "coke", "net_calorific_value": "28.4"}


def test_finds_dry_and_gross() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                {**MEASURED, "moisture_basis_code": "dry", "calorific_basis_code": "gross"},
                {**MEASURED, "calorific_basis_code": "gross"},
            ]
        },
    )
    assert judge(RULE, batch) == [
        ("energy", 1, "moisture_basis_code", "dry", "as_received", "coke"),
        ("energy", 2, "calorific_basis_code", "gross", "net", "coke"),
    ]


def test_passes_the_basis_of_the_method() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                {**MEASURED, "moisture_basis_code": "as_received", "calorific_basis_code": "net"},
                MEASURED,
            ]
        },
    )
    assert judge(RULE, batch) == []


def test_passes_a_basis_without_a_value() -> None:
    batch = build_batch("park_return", {"energy": [{"carrier_code": "coke", "moisture_basis_code": "dry"}]})
    assert judge(RULE, batch) == []
