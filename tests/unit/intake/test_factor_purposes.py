"""What the factors of each purpose may be of: unit, gas and codes (L8)."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.builders.office_sets import read_set

PROCESS: dict[str, object] = {
    "purpose": "process",
    "columns": {"activity": "no", "value": "ef"},
    "maps": {},
    "unit": {"numerator": "t CO2", "denominator": {"column": "unit"}},
}
POWER: dict[str, object] = {
    "purpose": "energy_equivalent",
    "columns": {"data_year": "no", "carrier": "fuel", "value": "ef"},
    "maps": {},
    "unit": {"numerator": "kgce", "denominator": {"column": "unit"}},
}


@pytest.mark.parametrize(
    ("changes", "line", "problem"),
    [
        ({}, "methanol,,kWh,0.67", (2, "unit", "unit_of_other_dimension", "kWh", "t")),
        ({"columns": {"value": "ef"}}, "-,,t,0.67", (2, "activity", "missing_value", None, None)),
        ({"constants": {"gas": "CH4"}}, "methanol,,t,0.67", (2, "gas", "unknown_code", "CH4", "CO2")),
        (
            {"columns": {"activity": "no", "gas": "fuel", "value": "ef"}},
            "methanol,N2O,t,0.67",
            (2, "fuel", "unknown_code", "N2O", "CO2"),
        ),
        # Lime is listed by route; a factor of the product itself would not meet those as a second one.
        ({}, "lime,,t,0.67", (2, "no", "duplicate_key", "lime", "lime_cao, lime_dolomitic")),
    ],
)
def test_a_process_factor_is_co2_per_tonne(
    tmp_path: Path, changes: dict[str, object], line: str, problem: tuple[object, ...]
) -> None:
    read = read_set(tmp_path, [line], **(PROCESS | changes))
    assert read.problems["line", "column", "problem_code", "found", "expected"].rows() == [problem]
    assert read.factors.is_empty()


def test_a_process_factor_of_co2_is_sound(tmp_path: Path) -> None:
    read = read_set(tmp_path, ["methanol,,kg,0.00067"], **(PROCESS | {"constants": {"gas": "CO2"}}))
    assert read.problems.is_empty()
    assert read.factors["activity_code", "gas_code", "value", "unit"].rows() == [
        ("methanol", "CO2", Decimal("0.67"), "tCO2/t")
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("2025,raw_coal,t,0.7143", (2, "fuel", "unknown_code", "raw_coal", "electricity")),
        ("2025,electricity,t,0.3", (2, "unit", "unit_of_other_dimension", "t", "MWh")),
    ],
)
def test_an_equivalent_is_of_electricity(tmp_path: Path, line: str, problem: tuple[object, ...]) -> None:
    read = read_set(tmp_path, [line], **POWER)
    assert problem in read.problems["line", "column", "problem_code", "found", "expected"].rows()
    assert read.factors.is_empty()


def test_an_inventory_factor_names_its_fuel(tmp_path: Path) -> None:
    read = read_set(tmp_path, ["1,,10^4 ton,0.014"], columns={"activity": "no", "value": "ef"})
    assert read.problems["line", "column", "problem_code"].rows() == [(2, "carrier", "missing_value")]
    assert read.factors.is_empty()


@pytest.mark.parametrize(
    ("changes", "numerator", "line", "expected"),
    [
        (PROCESS, "t CO2e", "methanol,,t,0.67", "t CO2"),
        (PROCESS, "tce", "methanol,,t,0.67", "t CO2"),
        (POWER, "t CO2", "2025,electricity,MWh,0.57", "tce"),
        ({}, "kgce", "1,Raw_Coal,10^4 ton,0.014", "t CO2"),
        ({}, "t CO2e", "1,Raw_Coal,10^4 ton,0.014", "t CO2"),
    ],
)
def test_the_numerator_is_that_of_the_purpose(
    tmp_path: Path, changes: dict[str, object], numerator: str, line: str, expected: str
) -> None:
    unit = {"numerator": numerator, "denominator": {"column": "unit"}}
    read = read_set(tmp_path, [line], **(changes | {"unit": unit}))
    assert read.problems["line", "column", "problem_code", "found", "expected"].rows() == [
        (None, "unit.numerator", "unit_of_other_dimension", numerator, expected)
    ]
    assert read.factors.is_empty()


def test_standard_coal_with_constants_and_years(tmp_path: Path) -> None:
    read = read_set(
        tmp_path,
        ["2025,,,0.3052", "2026,,,0.3041"],
        purpose="energy_equivalent",
        columns={"data_year": "no", "value": "ef"},
        constants={"carrier": "electricity"},
        maps={},
        unit={"numerator": "kgce", "denominator": "kWh"},
    )
    assert read.problems.is_empty()
    assert read.factors["carrier_code", "data_year", "value", "unit", "gas_code"].rows() == [
        ("electricity", 2025, Decimal("0.3052"), "tce/MWh", None),
        ("electricity", 2026, Decimal("0.3041"), "tce/MWh", None),
    ]


def _value_chain(unit: str, **changes: object) -> dict[str, object]:
    return {
        "purpose": "scope3",
        "columns": {"activity": "no", "value": "ef"},
        "maps": {},
        "unit": {"numerator": "kg CO2e", "denominator": unit},
    } | changes


def test_a_value_chain_factor_is_known_by_category_activity_unit_and_price_year(tmp_path: Path) -> None:
    keys = ("activity_code", "gas_code", "value", "unit", "data_year")
    weighed = read_set(tmp_path / "a", ["S3-01/steel,-,-,2300"], **_value_chain("t"))
    assert weighed.problems.is_empty()
    assert weighed.factors[keys].rows() == [
        ("S3-01/steel/t", "CO2e", Decimal("2.3"), "tCO2e/t", None),
    ]
    spent = read_set(tmp_path / "b", ["S3-06/travel,-,-,0.021"], **_value_chain("cny", data_year=2024))
    assert spent.problems.is_empty()
    assert spent.factors[keys].rows() == [
        ("S3-06/travel/10k_cny@2024", "CO2e", Decimal("0.21"), "tCO2e/10k_cny", 2024),
    ]


@pytest.mark.parametrize(
    ("activity", "changes", "problem"),
    [
        ("S3-16/steel", _value_chain("t"), (2, "no", "unknown_code", "S3-16/steel")),
        ("S3-01", _value_chain("t"), (2, "no", "unknown_code", "S3-01")),
        ("S3-06/travel", _value_chain("cny"), (2, "data_year", "missing_value", None)),
    ],
)
def test_a_value_chain_factor_names_category_and_price_year(
    tmp_path: Path, activity: str, changes: dict[str, object], problem: tuple[object, ...]
) -> None:
    read = read_set(tmp_path, [f"{activity},-,-,1"], **changes)
    assert read.problems["line", "column", "problem_code", "found"].rows() == [problem]


LOSSES: dict[str, object] = {
    "purpose": "energy_loss",
    "columns": {"carrier": "fuel", "value": "ef"},
    "maps": {},
    "unit": {"numerator": "kg CH4", "denominator": {"column": "unit"}},
}


def test_a_loss_factor_is_methane_per_unit_of_its_carrier(tmp_path: Path) -> None:
    read = read_set(tmp_path, ["-,natural_gas,10km3,3000", "-,raw_coal,t,0.7"], **LOSSES)
    assert read.problems.is_empty()
    keys = ("activity_code", "carrier_code", "gas_code", "region_code", "value", "unit")
    assert read.factors[keys].rows() == [
        (None, "natural_gas", "CH4", "CN", Decimal("0.3"), "tCH4/1000m3"),
        (None, "raw_coal", "CH4", "CN", Decimal("0.0007"), "tCH4/t"),
    ]


@pytest.mark.parametrize(
    ("line", "changes", "problem"),
    [
        ("-,electricity,MWh,1", {}, ("fuel", "unknown_code", "electricity")),
        ("-,natural_gas,t,1", {}, ("unit", "unit_of_other_dimension", "t")),
        ("-,natural_gas,1000m3,1", {"constants": {"gas": "CO2"}}, ("gas", "unknown_code", "CO2")),
        # It would serve the whole nation, or match nothing.
        ("-,natural_gas,1000m3,1", {"constants": {"region": "330000"}}, ("region", "unknown_code", "330000")),
        ("-,natural_gas,1000m3,1", {"constants": {"activity": "S01"}}, ("activity", "unknown_code", "S01")),
    ],
)
def test_what_no_loss_could_match_is_refused(
    tmp_path: Path, line: str, changes: dict[str, object], problem: tuple[str, str, str]
) -> None:
    read = read_set(tmp_path, [line], **(LOSSES | changes))
    assert read.problems["column", "problem_code", "found"].rows() == [problem]
    assert read.factors.is_empty()
