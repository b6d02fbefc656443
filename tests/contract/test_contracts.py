"""The contracts and their code lists are sound, and a faulty one is refused with its place (L7, L10)."""

import json
import shutil
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from jsonschema import Draft202012Validator

from lingtan.contracts.batch import PROBLEM_CODES, lake_schema
from lingtan.contracts.code_lists import SEEDS, load_code_lists
from lingtan.contracts.consistency import overlaps
from lingtan.contracts.csv_bundle import write_csv_bundle
from lingtan.contracts.derive_schemas import form_schema
from lingtan.contracts.load import CONTRACTS, ContractError, contract_for, load_contract, load_contracts
from lingtan.contracts.model import NOTATION_KEYS, Contract
from lingtan.contracts.workbook_lists import lists_used


def test_shipped_contracts_load() -> None:
    forms = [(contract.form, contract.version) for contract in load_contracts()]
    assert forms == [("park_register", "1"), ("park_return", "1"), ("province_inventory", "1")]


def test_no_is_a_notation_key_not_a_boolean_l7() -> None:
    quantity = contract_for("park_return", "1").table("energy").column("quantity")
    assert quantity.notation_keys == ("NO", "NE", "NA", "IE", "C")


def test_unknown_form_names_the_known_ones() -> None:
    with pytest.raises(ContractError, match=r"park_return 2.*known: .*park_return 1"):
        contract_for("park_return", "2")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("required: true, min: 0", "requierd: true, min: 0", r"columns\.5\.requierd"),
        ("type: decimal, required: true", "type: number, required: true", r"columns\.5\.type"),
        ("key: [unit_code]", "key: [unit]", "units: key unit is not a required column"),
        ("code_list: direction, ", "", r"power_heat\.direction_code: a code column, and no other"),
        ("name: delivery_point", "name: delivery__point", "lower-case ASCII words"),
        ("name: delivery_point", "name: line_id", "power_heat column line_id is given twice"),
        ("name: delivery_point", "name: source_row", "the lake uses this name itself"),
        ("fixed: park_return", "fixed: park_retrun", r"cover\.form is not fixed to park_return"),
        ("min: 1978, max: 2100", "min: 2100, max: 1978", "min is above max"),
        (
            "type: text, label: {zh: 地点",
            "type: text, period_types: [month], label: {zh: 地点",
            "only a period",
        ),
        ("  - name: units", "  - name: units\n    required: false", "units: a table that may be left out"),
        ("{zh: 电力与热力,", "{zh: 电力/热力,", "电力/热力 cannot name a sheet"),
        ('version: "1"', 'version: "2"', "this file is not park_return/2.yaml"),
        ("form: park_return", "form: [park_return", "not YAML"),
    ],
)
def test_faulty_contract_is_refused_with_its_place(tmp_path: Path, old: str, new: str, fault: str) -> None:
    text = (CONTRACTS / "park_return" / "1.yaml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "park_return" / "1.yaml"
    path.parent.mkdir()
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContractError, match=fault):
        load_contract(path)


def test_versions_valid_on_the_same_day_are_told() -> None:
    first = contract_for("park_return", "1")
    second = replace(first, version="2", valid_from=date(2027, 1, 1))
    assert overlaps([second, first]) == ["park_return 1 and 2 are both valid on 2027-01-01"]
    assert overlaps([second, replace(first, valid_to=date(2026, 12, 31))]) == []


def test_lake_schema_is_exact() -> None:
    text = pl.String()
    assert list(lake_schema(contract_for("province_inventory", "1").table("energy")).items()) == [
        ("batch_id", text),
        ("submission_id", text),
        ("row_number", pl.Int64()),
        ("sheet", text),
        ("source_row", pl.Int64()),
        ("row_disposition", text),
        ("row_code", text),
        ("row_code__text", text),
        ("row_code__cell", text),
        ("carrier_code", text),
        ("carrier_code__text", text),
        ("carrier_code__cell", text),
        ("quantity", pl.Decimal(25, 12)),
        ("quantity__text", text),
        ("quantity__cell", text),
        ("quantity__notation", text),
        ("quantity_unit", text),
        ("quantity_unit__text", text),
        ("quantity_unit__cell", text),
        ("remark", text),
        ("remark__text", text),
        ("remark__cell", text),
    ]


def test_problem_codes_are_unique() -> None:
    assert len(PROBLEM_CODES) == len(set(PROBLEM_CODES)) == 29


@pytest.mark.parametrize("contract", load_contracts(), ids=lambda contract: contract.form)
def test_every_list_a_contract_names_can_be_picked_from(contract: Contract) -> None:
    code_lists = load_code_lists()
    for name in lists_used(contract):
        assert code_lists[name].height > 0, name
        assert code_lists[name].null_count().sum_horizontal().item() == 0, name


@pytest.mark.parametrize("name", sorted({name for form in load_contracts() for name in lists_used(form)}))
def test_a_text_in_a_code_cell_means_one_code(name: str) -> None:
    # A code cell takes the code or either name: none of them may stand for two codes.
    entries = load_code_lists()[name]
    meanings = pl.concat(
        [entries.select(pl.col(column).alias("text"), "code") for column in ("code", "name_zh", "name_en")]
    )
    ambiguous = meanings.group_by("text").agg(pl.col("code").n_unique()).filter(pl.col("code") > 1)
    assert ambiguous["text"].to_list() == []


def test_notation_keys_have_their_meaning_in_the_code_list_l7() -> None:
    assert tuple(load_code_lists()["notation_keys"]["code"]) == NOTATION_KEYS


def test_code_given_twice_is_refused(tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    units = tmp_path / "seeds" / "units.csv"
    lines = units.read_text(encoding="utf-8").splitlines()
    units.write_text("\n".join([*lines, lines[1]]) + "\n", encoding="utf-8")
    with pytest.raises(ContractError, match="code list units: given twice: t"):
        load_code_lists(tmp_path / "seeds")


def test_csv_bundle_is_exact_and_steady_l3_l4(tmp_path: Path) -> None:
    contract = contract_for("province_inventory", "1")
    rows: dict[str, list[dict[str, object]]] = {
        "cover": [{"province_code": "110000", "period": "2025", "prepared_on": date(2026, 3, 1)}],
        "energy": [
            {
                "row_code": "S01",
                "carrier_code": "raw_coal",
                "quantity": Decimal("1.50"),
                "remark": '示例"，,',
            },
            {"row_code": "S02", "quantity": "NO"},
        ],
    }
    for name in ("first.zip", "second.zip"):
        write_csv_bundle(contract, tmp_path / name, rows)
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "first.zip") as bundle:
        assert bundle.namelist() == ["cover.csv", "energy.csv"]
        assert bundle.read("cover.csv").decode("utf-8").splitlines()[1] == (
            "province_inventory,1,110000,2025,,,,,,2026-03-01,"
        )
        assert bundle.read("energy.csv").decode("utf-8") == (
            'row_code,carrier_code,quantity,quantity_unit,remark\nS01,raw_coal,1.50,,"示例""，,"\nS02,,NO,,\n'
        )


def test_csv_bundle_refuses_a_float_l3(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="float cannot stand in a form"):
        write_csv_bundle(
            contract_for("province_inventory", "1"), tmp_path / "x.zip", {"energy": [{"quantity": 0.1}]}
        )


def test_derived_schema_accepts_a_return_and_names_what_is_wrong() -> None:
    schema = json.loads(form_schema(contract_for("province_inventory", "1"), load_code_lists()))
    Draft202012Validator.check_schema(schema)
    line = {"row_code": "S01", "carrier_code": "raw_coal", "quantity": "12.5", "quantity_unit": "10kt"}
    cover = {
        "form": "province_inventory",
        "form_version": "1",
        "province_code": load_code_lists()["provinces"]["code"][0],
        "period": "2025",
        **{
            f"{name}_code": load_code_lists()[name]["code"][0]
            for name in ("period_basis", "submission_status", "submission_kind")
        },
    }
    validator = Draft202012Validator(schema)
    assert validator.is_valid({"cover": [cover], "energy": [line, line | {"quantity": "NE"}]})
    wrong = {"cover": [cover], "energy": [line | {"quantity": "12,5"}, line | {"carrier_code": "peat moss"}]}
    assert sorted(error.json_path for error in validator.iter_errors(wrong)) == [
        "$.energy[0].quantity",
        "$.energy[1].carrier_code",
    ]
