"""An office's own factor sets: exact, checked to the cell, archived (L3, L8)."""

from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
import yaml

from lingtan.contracts.code_lists import SEEDS
from lingtan.intake.reference_sets import read_reference_sets
from lingtan.places import Places
from tests.builders.office_sets import DESCRIPTION, read_set


def test_values_become_canonical_and_are_rounded_half_up_once(tmp_path: Path) -> None:
    read = read_set(tmp_path, ["1,Raw_Coal,10^4 ton,0.01399305763406500", "2,Gas,10^8 cu.m,0.2166"])
    assert read.problems.is_empty()
    # Mt per 10 kt is 100 t per t; Mt per 100 million m³ is 10 t per thousand m³.
    assert read.factors["activity_code", "carrier_code", "value", "unit", "region_code"].rows() == [
        ("S01", "raw_coal", Decimal("1.399305763407"), "tCO2/t", "CN"),
        ("S02", "natural_gas", Decimal("2.166"), "tCO2/1000m3", "CN"),
    ]
    assert read_set(tmp_path / "b", ["1,Raw_Coal,10^4 ton,0.000000000000015"]).problems[
        "problem_code"
    ].to_list() == ["loses_digits"]


def test_columns_are_those_of_the_seeds(tmp_path: Path) -> None:
    read = read_set(tmp_path, ["1,Raw_Coal,10^4 ton,0.014"])
    assert read.factors.columns == pl.read_csv(SEEDS / "emission_factors.csv", n_rows=0).columns
    assert read.documents.columns == pl.read_csv(SEEDS / "documents.csv", n_rows=0).columns


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
    read = read_set(tmp_path, ["2,Raw_Coal,10^4 ton,0.014", line])
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
    read = read_set(tmp_path, ["1,Raw_Coal,7.5,1.9", "2,Raw_Coal,,1.9"], **given)
    assert read.problems.is_empty()
    assert read.factors["uncertainty_ratio"].to_list() == [Decimal("0.075"), None]
    for text, code in (("-1", "negative_value"), ("large", "not_a_number"), ("1e6", "too_many_digits")):
        problem = read_set(tmp_path / code, [f"1,Raw_Coal,{text},1.9"], **given).problems
        assert problem["line", "column", "problem_code", "found"].rows() == [(2, "unit", code, text)]


@pytest.mark.parametrize("key", ["id", "document", "unit", "columns"])
def test_an_incomplete_description_is_a_problem(tmp_path: Path, key: str) -> None:
    read = read_set(tmp_path, ["1,Raw_Coal,10^4 ton,0.014"], **{key: None})
    assert read.problems["folder", "file", "problem_code"].rows() == [("example", "set.yaml", "unreadable")]
    assert key in read.problems["found"][0]


def test_both_files_are_archived_by_hash(tmp_path: Path) -> None:
    read = read_set(tmp_path, ["1,Raw_Coal,10^4 ton,0.014"])
    archived = {path.read_bytes() for path in (tmp_path / "raw" / "archive").rglob("*") if path.is_file()}
    assert archived == {path.read_bytes() for path in (tmp_path / "raw" / "reference" / "example").iterdir()}
    sha256 = read.sets["factors_sha256"][0]
    assert (tmp_path / "raw" / "archive" / sha256[:2] / f"{sha256}.csv").exists()


def test_no_sets_is_no_rows(tmp_path: Path) -> None:
    read = read_reference_sets(Places(tmp_path / "raw", tmp_path / "exports"))
    assert read.factors.is_empty()
    assert read.problems.is_empty()


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
