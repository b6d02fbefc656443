"""What is none of the seven groups is said."""

from quality.rules.park_return.return_gas_not_in_groups import RULE
from tests.builders.batches import build_batch, judge


def test_finds_other_substances() -> None:
    lines = [{"gas_code": "HCFC-22"}, {"gas_code": "SO2F2"}]
    assert judge(RULE, build_batch("park_return", {"other_gases": lines})) == [
        ("other_gases", 1, "gas_code", "HCFC-22", "", ""),
        ("other_gases", 2, "gas_code", "SO2F2", "", ""),
    ]


def test_passes_the_seven_groups() -> None:
    gases = ("CO2", "CH4", "N2O", "HFC-134a", "CF4", "SF6", "NF3", "?")
    lines = [{"gas_code": gas} for gas in gases]
    assert judge(RULE, build_batch("park_return", {"other_gases": lines})) == []
