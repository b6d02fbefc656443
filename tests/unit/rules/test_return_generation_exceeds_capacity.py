"""No plant generates more than its capacity through all hours of the period."""

from quality.rules.park_return.return_generation_exceeds_capacity import RULE
from tests.builders.batches import build_batch, judge

PLANT = {
    "unit_code": "U1",
    "plant_code": "PV",
    "technology_code": "solar",
    "capacity_mw": "10",
    "quantity_unit": "MWh",
}


def of(period: str, basis: str, generated: str) -> list[str]:
    """The bound that the finding about such a line names."""
    tables = {
        "cover": [{"period": period, "period_basis_code": basis}],
        "generation": [PLANT | {"generated": generated}],
    }
    return [expected for *_, expected, _ in judge(RULE, build_batch("park_return", tables))]


def test_finds_more_than_a_year_holds() -> None:
    tables = {
        "cover": [{"period": "2025", "period_basis_code": "discrete"}],
        "generation": [PLANT | {"generated": "87840.000001"}],
    }
    assert judge(RULE, build_batch("park_return", tables)) == [
        ("generation", 1, "generated", "87840.000001", "87840", "10 MW x 8784 h")
    ]


def test_the_bound_is_that_of_the_period() -> None:
    assert of("2025-02", "discrete", "7441") == ["7440"]
    assert of("2025-02", "year_to_date", "14881") == ["14880"]
    assert of("2025-Q2", "discrete", "22321") == ["22320"]
    assert of("2025-12", "year_to_date", "99999") == ["87840"]


def test_passes_full_load() -> None:
    assert of("2025", "discrete", "87840") == []
    assert of("2025-01", "discrete", "7440") == []
    assert of("2025-Q1", "year_to_date", "NE") == []
