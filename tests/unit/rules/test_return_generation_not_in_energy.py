"""Primary power is the own production of electricity in the energy table."""

from quality.rules.park_return.return_generation_not_in_energy import RULE
from tests.builders.batches import build_batch, judge

PLANT = {"unit_code": "U1", "technology_code": "solar", "quantity_unit": "MWh"}
PRODUCED = {"unit_code": "U1", "carrier_code": "electricity", "flow_code": "PRD", "quantity_unit": "MWh"}


def test_finds_generation_without_production() -> None:
    plants = [PLANT | {"generated": "70"}, PLANT | {"technology_code": "wind", "generated": "30"}]
    assert judge(RULE, build_batch("park_return", {"generation": plants})) == [
        ("generation", 1, "generated", "100", "0", "U1")
    ]


def test_finds_another_sum() -> None:
    tables = {"generation": [PLANT | {"generated": "100"}], "energy": [PRODUCED | {"quantity": "80"}]}
    assert judge(RULE, build_batch("park_return", tables)) == [
        ("generation", 1, "generated", "100", "80", "U1")
    ]


def test_passes_the_same_sum_and_power_from_fuel() -> None:
    tables = {
        "generation": [
            PLANT | {"generated": "70"},
            PLANT | {"technology_code": "hydro", "generated": "0.03", "quantity_unit": "GWh"},
            PLANT | {"technology_code": "fossil", "generated": "500"},
        ],
        "energy": [PRODUCED | {"quantity": "100"}, PRODUCED | {"carrier_code": "coke", "quantity": "9"}],
    }
    assert judge(RULE, build_batch("park_return", tables)) == []


def test_passes_what_is_not_known() -> None:
    tables = {
        "generation": [PLANT | {"generated": "NE"}, PLANT | {"unit_code": "U2", "generated": "5"}],
        "energy": [PRODUCED | {"unit_code": "U2", "quantity": "C"}],
    }
    assert judge(RULE, build_batch("park_return", tables)) == []
