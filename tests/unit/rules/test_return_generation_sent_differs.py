"""Own power sent is told alike in both tables."""

from quality.rules.park_return.return_generation_sent_differs import RULE
from tests.builders.batches import build_batch, judge

PLANT = {"unit_code": "U1", "technology_code": "solar", "quantity_unit": "MWh"}
SENT = {"unit_code": "U1", "direction_code": "sent", "kind_code": "E-SELF-RE", "quantity_unit": "MWh"}


def test_finds_a_difference_of_a_unit_and_kind() -> None:
    plants = [
        PLANT | {"sent_to_grid": "100", "sent_to_unit": "NO"},
        PLANT | {"technology_code": "wind", "sent_to_grid": "NO", "sent_to_unit": "50"},
        PLANT | {"technology_code": "fossil", "sent_to_grid": "7", "sent_to_unit": "NO"},
    ]
    batch = build_batch("park_return", {"generation": plants, "power_heat": [SENT | {"quantity": "100"}]})
    assert judge(RULE, batch) == [
        ("generation", 1, "sent_to_grid", "150", "100", "U1, E-SELF-RE"),
        ("generation", 3, "sent_to_grid", "7", "0", "U1, E-SELF-FF"),
    ]


def test_passes_the_same_sum_in_other_units() -> None:
    plants = [PLANT | {"sent_to_grid": "100", "sent_to_unit": "50"}]
    sent = [
        SENT | {"quantity": "100000", "quantity_unit": "kWh"},
        SENT | {"quantity": "5", "quantity_unit": "10MWh"},
        SENT | {"quantity": "9", "direction_code": "received"},
    ]
    assert judge(RULE, build_batch("park_return", {"generation": plants, "power_heat": sent})) == []


def test_passes_what_is_not_known() -> None:
    plants = [
        PLANT | {"sent_to_grid": "100", "sent_to_unit": "NE"},
        PLANT | {"unit_code": "U2", "sent_to_grid": "100", "sent_to_unit": "NO"},
    ]
    sent = [SENT | {"unit_code": "U2", "quantity": "C"}]
    assert judge(RULE, build_batch("park_return", {"generation": plants, "power_heat": sent})) == []
