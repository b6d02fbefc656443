"""Power out of fuel or waste heat is the output of electricity in the energy table."""

from quality.rules.park_return.return_generation_not_put_out import RULE
from tests.builders.batches import build_batch, judge

PLANT = {"unit_code": "U1", "technology_code": "fossil", "quantity_unit": "MWh"}
OUTPUT = {"unit_code": "U1", "carrier_code": "electricity", "flow_code": "T-OUT", "quantity_unit": "MWh"}


def test_finds_generation_without_output() -> None:
    plants = [PLANT | {"generated": "70"}, PLANT | {"technology_code": "waste_heat", "generated": "30"}]
    assert judge(RULE, build_batch("park_return", {"generation": plants})) == [
        ("generation", 1, "generated", "100", "0", "U1")
    ]


def test_finds_another_sum() -> None:
    tables = {
        "generation": [PLANT | {"generated": "100"}],
        "energy": [OUTPUT | {"quantity": "90"}, OUTPUT | {"flow_code": "PRD", "quantity": "10"}],
    }
    assert judge(RULE, build_batch("park_return", tables)) == [
        ("generation", 1, "generated", "100", "90", "U1")
    ]


def test_passes_the_same_sum_primary_power_and_storage() -> None:
    tables = {
        "generation": [
            PLANT | {"generated": "70"},
            PLANT | {"technology_code": "waste_heat", "generated": "0.03", "quantity_unit": "GWh"},
            PLANT | {"technology_code": "solar", "generated": "500"},
            PLANT | {"technology_code": "storage", "generated": "5"},
        ],
        "energy": [OUTPUT | {"quantity": "70"}, OUTPUT | {"flow_code": "REC-W", "quantity": "30"}],
    }
    assert judge(RULE, build_batch("park_return", tables)) == []


def test_passes_heat_put_out_and_what_is_not_known() -> None:
    tables = {
        "generation": [
            PLANT | {"generated": "NE"},
            PLANT | {"unit_code": "U2", "generated": "5"},
            PLANT | {"unit_code": "U3", "generated": "NO"},
        ],
        "energy": [
            OUTPUT | {"unit_code": "U2", "quantity": "C"},
            OUTPUT | {"unit_code": "U3", "carrier_code": "heat", "quantity": "9", "quantity_unit": "GJ"},
        ],
    }
    assert judge(RULE, build_batch("park_return", tables)) == []
