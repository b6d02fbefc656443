"""An office's own factor sets: exact, checked to the cell, archived (L3, L8)."""

from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
import yaml

from lingtan.contracts.code_lists import SEEDS
from lingtan.intake.reference_sets import ReferenceSets, read_reference_sets
from lingtan.places import Places

DESCRIPTION: dict[str, object] = {
    "id": "EXAMPLE-2025",
    "title": {"zh": "示例因子（虚构）", "en": "Fictional factors"},
    "document": {
        "code": "EXAMPLE-DOC",
        "title_zh": "示例",
        "title_en": "Example",
        "issuer": "示例统计局（虚构）",
    },
    "publication_date": "2025-01-01",
    "purpose": "provincial_inventory",
    "columns": {"activity": "no", "carrier": "fuel", "value": "ef"},
    "maps": {
        "activity": {1: "S01", 2: "S02"},
        "carrier": {"Raw_Coal": "raw_coal", "Gas": "natural_gas", "Odd": "odd"},
        "unit": {"10^4 ton": "10kt", "10^8 cu.m": "100Mm3"},
    },
    "unit": {"numerator": "Mt CO2", "denominator": {"column": "unit"}},
    "is_verified": False,
}


def _read(folder: Path, lines: list[str], **changes: object) -> ReferenceSets:
    places = Places(folder / "raw", folder / "exports")
    target = places.office_reference / "example"
    target.mkdir(parents=True)
    (target / "factors.csv").write_text("\n".join(["no,fuel,unit,ef", *lines, ""]), encoding="utf-8")
    text = yaml.safe_dump(DESCRIPTION | changes, allow_unicode=True)
    (target / "set.yaml").write_text(text, encoding="utf-8")
    return read_reference_sets(places)


def test_values_become_canonical_and_are_rounded_half_up_once(tmp_path: Path) -> None:
    read = _read(tmp_path, ["1,Raw_Coal,10^4 ton,0.01399305763406500", "2,Gas,10^8 cu.m,0.2166"])
    assert read.problems.is_empty()
    # Mt per 10 kt is 100 t per t; Mt per 100 million m³ is 10 t per thousand m³.
    assert read.factors["activity_code", "carrier_code", "value", "unit", "region_code"].rows() == [
        ("S01", "raw_coal", Decimal("1.399305763407"), "tCO2/t", "CN"),
        ("S02", "natural_gas", Decimal("2.166"), "tCO2/1000m3", "CN"),
    ]
    assert _read(tmp_path / "b", ["1,Raw_Coal,10^4 ton,0.000000000000015"]).problems[
        "problem_code"
    ].to_list() == ["loses_digits"]


def test_columns_are_those_of_the_seeds(tmp_path: Path) -> None:
    read = _read(tmp_path, ["1,Raw_Coal,10^4 ton,0.014"])
    assert read.factors.columns == pl.read_csv(SEEDS / "emission_factors.csv", n_rows=0).columns
    assert read.documents.columns == pl.read_csv(SEEDS / "documents.csv", n_rows=0).columns


def test_standard_coal_with_constants_and_years(tmp_path: Path) -> None:
    read = _read(
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


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        ("3,Raw_Coal,10^4 ton,0.014", "no", "unknown_label"),
        ("1,Odd,10^4 ton,0.014", "fuel", "unknown_code"),
        ("1,Gas,10^4 ton,0.014", "unit", "unit_of_other_dimension"),
        ("1,Gas,barrel,0.014", "unit", "unknown_label"),
        ("1,Gas,,0.014", "unit", "missing_value"),
        ("1,Gas,10^8 cu.m,n/a", "ef", "not_a_number"),
        ("1,Gas,10^8 cu.m,", "ef", "missing_value"),
        ("1,Gas,10^8 cu.m,1e9", "ef", "too_many_digits"),
        ("2,Raw_Coal,10^4 ton,0.015", None, "duplicate_key"),
    ],
)
def test_each_problem_is_named_at_its_cell(tmp_path: Path, line: str, column: str | None, code: str) -> None:
    read = _read(tmp_path, ["2,Raw_Coal,10^4 ton,0.014", line])
    problems = read.problems["file", "line", "column", "problem_code"].rows()
    assert ("factors.csv", 3, column, code) in problems
    assert {row[1] for row in problems} == {3}
    assert read.factors.height == 1


def test_a_documented_uncertainty_becomes_a_ratio_and_an_empty_cell_none(tmp_path: Path) -> None:
    columns = {"activity": "no", "carrier": "fuel", "uncertainty_percent": "unit", "value": "ef"}
    given: dict[str, object] = {
        "columns": columns,
        "maps": {"activity": {1: "S01", 2: "S02"}, "carrier": {"Raw_Coal": "raw_coal"}},
        "unit": {"numerator": "t CO2", "denominator": "t"},
    }
    read = _read(tmp_path, ["1,Raw_Coal,7.5,1.9", "2,Raw_Coal,,1.9"], **given)
    assert read.problems.is_empty()
    assert read.factors["uncertainty_ratio"].to_list() == [Decimal("0.075"), None]
    for text, code in (("-1", "negative_value"), ("large", "not_a_number"), ("1e6", "too_many_digits")):
        problem = _read(tmp_path / code, [f"1,Raw_Coal,{text},1.9"], **given).problems
        assert problem["line", "column", "problem_code", "found"].rows() == [(2, "unit", code, text)]


@pytest.mark.parametrize("key", ["id", "document", "unit", "columns"])
def test_an_incomplete_description_is_a_problem(tmp_path: Path, key: str) -> None:
    read = _read(tmp_path, ["1,Raw_Coal,10^4 ton,0.014"], **{key: None})
    assert read.problems["folder", "file", "problem_code"].rows() == [("example", "set.yaml", "unreadable")]
    assert key in read.problems["found"][0]


def test_both_files_are_archived_by_hash(tmp_path: Path) -> None:
    read = _read(tmp_path, ["1,Raw_Coal,10^4 ton,0.014"])
    archived = {path.read_bytes() for path in (tmp_path / "raw" / "archive").rglob("*") if path.is_file()}
    assert archived == {path.read_bytes() for path in (tmp_path / "raw" / "reference" / "example").iterdir()}
    sha256 = read.sets["factors_sha256"][0]
    assert (tmp_path / "raw" / "archive" / sha256[:2] / f"{sha256}.csv").exists()


def test_no_sets_is_no_rows(tmp_path: Path) -> None:
    read = read_reference_sets(Places(tmp_path / "raw", tmp_path / "exports"))
    assert read.factors.is_empty()
    assert read.problems.is_empty()


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
    read = _read(tmp_path, [line], **(PROCESS | changes))
    assert read.problems["line", "column", "problem_code", "found", "expected"].rows() == [problem]
    assert read.factors.is_empty()


def test_a_process_factor_of_co2_is_sound(tmp_path: Path) -> None:
    read = _read(tmp_path, ["methanol,,kg,0.00067"], **(PROCESS | {"constants": {"gas": "CO2"}}))
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
    read = _read(tmp_path, [line], **POWER)
    assert problem in read.problems["line", "column", "problem_code", "found", "expected"].rows()
    assert read.factors.is_empty()


def test_an_inventory_factor_names_its_fuel(tmp_path: Path) -> None:
    read = _read(tmp_path, ["1,,10^4 ton,0.014"], columns={"activity": "no", "value": "ef"})
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
    read = _read(tmp_path, [line], **(changes | {"unit": unit}))
    assert read.problems["line", "column", "problem_code", "found", "expected"].rows() == [
        (None, "unit.numerator", "unit_of_other_dimension", numerator, expected)
    ]
    assert read.factors.is_empty()


@pytest.mark.parametrize(
    ("title", "problems"),
    [("Example", []), ("Another", [("one", "document.code"), ("two", "document.code")])],
)
def test_one_document_code_is_one_document(
    tmp_path: Path, title: str, problems: list[tuple[str, str]]
) -> None:
    places = Places(tmp_path / "raw", tmp_path / "exports")
    for name, no, title_en in (("one", 1, "Example"), ("two", 2, title)):
        folder = places.office_reference / name
        folder.mkdir(parents=True)
        (folder / "factors.csv").write_text(
            f"no,fuel,unit,ef\n{no},Raw_Coal,10^4 ton,0.014\n", encoding="utf-8"
        )
        document = {"code": "DOC", "title_zh": "示例", "title_en": title_en, "issuer": "示例局（虚构）"}
        (folder / "set.yaml").write_text(
            yaml.safe_dump(DESCRIPTION | {"id": name, "document": document}, allow_unicode=True),
            encoding="utf-8",
        )
    read = read_reference_sets(places)
    assert read.problems["folder", "column"].rows() == problems
    assert set(read.problems["problem_code"]) == ({"duplicate_key"} if problems else set())


def _value_chain(unit: str, **changes: object) -> dict[str, object]:
    return {
        "purpose": "scope3",
        "columns": {"activity": "no", "value": "ef"},
        "maps": {},
        "unit": {"numerator": "kg CO2e", "denominator": unit},
    } | changes


def test_a_value_chain_factor_is_known_by_category_activity_unit_and_price_year(tmp_path: Path) -> None:
    keys = ("activity_code", "gas_code", "value", "unit", "data_year")
    weighed = _read(tmp_path / "a", ["S3-01/steel,-,-,2300"], **_value_chain("t"))
    assert weighed.problems.is_empty()
    assert weighed.factors[keys].rows() == [
        ("S3-01/steel/t", "CO2e", Decimal("2.3"), "tCO2e/t", None),
    ]
    spent = _read(tmp_path / "b", ["S3-06/travel,-,-,0.021"], **_value_chain("cny", data_year=2024))
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
    read = _read(tmp_path, [f"{activity},-,-,1"], **changes)
    assert read.problems["line", "column", "problem_code", "found"].rows() == [problem]
