"""The data package says of every CSV file what is in it, and the files are so."""

import csv
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from lingtan.public.csv_files import write_csv_files
from lingtan.public.data_package import write_data_package
from tests.builders.public_edition import public_edition

#: What the profile of Data Package 2.0 asks of what is used here.
PROFILE = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "object",
    "required": ["resources"],
    "properties": {
        "$schema": {"const": "https://datapackage.org/profiles/2.0/datapackage.json"},
        **{name: {"type": "string"} for name in ("name", "id", "title", "description")},
        "keywords": {"type": "array", "minItems": 1, "items": {"type": "string"}},
        "licenses": {"type": "array", "minItems": 1},
        "resources": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name", "path"],
                "properties": {
                    # A path below the package: no root, no home, no way up.
                    "path": {"type": "string", "pattern": r"^(?=[^./~])(?!.*\.\.).*$"},
                    "type": {"enum": ["table"]},
                    "mediatype": {"type": "string", "pattern": "^(.+)/(.+)$"},
                    "bytes": {"type": "integer"},
                    "hash": {"type": "string", "pattern": "^[^:]+:[a-fA-F0-9]+$"},
                    "schema": {
                        "type": "object",
                        "required": ["fields"],
                        "properties": {
                            "fields": {
                                "type": "array",
                                "minItems": 1,
                                "items": {
                                    "type": "object",
                                    "required": ["name"],
                                    "properties": {
                                        "type": {
                                            "enum": ["string", "integer", "number", "boolean", "year"],
                                        },
                                        "constraints": {
                                            "properties": {
                                                "required": {"type": "boolean"},
                                                "enum": {"type": "array", "minItems": 1, "uniqueItems": True},
                                            },
                                        },
                                    },
                                },
                            },
                            "primaryKey": {"type": "array", "minItems": 1, "items": {"type": "string"}},
                            "missingValues": {"type": "array", "items": {"type": "string"}},
                        },
                    },
                },
            },
        },
    },
}
PATTERNS = {
    "string": ".+",
    "integer": r"-?\d+",
    "number": r"-?\d+(\.\d+)?",
    "boolean": "true|false",
    "year": r"\d{4}",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public")
    write_csv_files(public_edition(), folder / "csv")
    write_data_package(public_edition(), folder)
    return folder


@pytest.fixture(scope="module")
def package(folder: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return content


def test_it_is_a_data_package(package: dict[str, Any]) -> None:
    jsonschema.Draft7Validator(PROFILE).validate(package)
    assert package["id"] == "P-0123456789abcdef"
    assert "licenses" not in package


def test_every_file_has_its_size_and_hash(folder: Path, package: dict[str, Any]) -> None:
    paths = {folder / one["path"] for one in package["resources"]}
    assert paths == set((folder / "csv").iterdir())
    for one in package["resources"]:
        content = (folder / one["path"]).read_bytes()
        assert (one["bytes"], one["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")


def test_every_cell_is_what_its_field_says(folder: Path, package: dict[str, Any]) -> None:
    for one in package["resources"]:
        schema = one["schema"]
        with (folder / one["path"]).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert list(rows[0]) == [field["name"] for field in schema["fields"]]
        keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)
        for field in schema["fields"]:
            constraints = field.get("constraints", {})
            for row in rows:
                value = row[field["name"]]
                if value in schema["missingValues"]:
                    assert not constraints.get("required")
                    continue
                assert re.fullmatch(PATTERNS[field["type"]], value, re.DOTALL), (field, value)
                assert value in constraints.get("enum", [value])


def test_fields_have_titles_units_and_marks(package: dict[str, Any]) -> None:
    emissions, energy = package["resources"]
    assert emissions["title"] == "各地区、各分项的碳排放 Carbon by area and component"
    assert emissions["description"] == "园区碳排放 Carbon of parks [tCO2] 合成数据 | synthetic"
    assert emissions["schema"]["primaryKey"] == ["reference_year", "area_code", "component_code"]
    fields = {field["name"]: field for field in energy["schema"]["fields"]}
    assert (fields["energy_tce"]["type"], fields["energy_tce"]["unit"]) == ("number", "tce")
    assert fields["confidentiality_code"]["categories"] == [
        {"value": "F", "label": "公开 free"},
        {"value": "C", "label": "保密，未公布 confidential, withheld"},
    ]
    assert package["title"].endswith("合成数据 | synthetic")
