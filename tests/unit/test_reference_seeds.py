"""The reference seeds: lists resolve, facts cite documents (L8), digits are exact (L3)."""

from decimal import Decimal
from typing import Any

import polars as pl
import pytest
import yaml

from tests.builders.reference_seeds import CHECKOUT, FOLDER, OWN_LISTS, SEEDS, declared, entries

KEYS = {
    "carrier_crosswalk": ("list_code", "carrier_code"),
    "code_lists": ("list_code", "code"),
    "combustion_factors": ("combustion_class_code", "carrier_group_code", "carrier_code", "gas_code"),
    "components": ("method_code", "component_code"),
    "emission_factors": (
        "purpose_code",
        "activity_code",
        "carrier_code",
        "gas_code",
        "region_code",
        "data_year",
        "valid_from",
    ),
    "gwp": ("gwp_set_code", "gas_code"),
    "energy_terms": ("energy_method_code", "activity_code", "side_code"),
    "formula_defaults": ("source_code", "treatment_code", "gas_code", "parameter_code"),
    "fuel_parameters": (
        "parameter_set_code",
        "carrier_code",
        "parameter_code",
        "use_code",
        "edition_year",
    ),
    "clean_energies": ("system_code", "energy_code"),
    "indicator_thresholds": ("system_code", "indicator_code", "size_class_code"),
    "method_terms": (
        "method_code",
        "method_version",
        "term_code",
        "activity_code",
        "gas_code",
        "scope2_basis_code",
    ),
    "methods": ("method_code", "method_version"),
    "process_product_factors": ("product_code", "purpose_code", "gas_code", "route_code"),
    "standard_coal": ("carrier_code", "energy_basis_code", "data_year"),
}
LIST_OF_COLUMN = {
    ("carriers", "carrier_group_code"): "carrier_groups",
    ("carriers", "state_code"): "carrier_states",
    ("combustion_factors", "carrier_group_code"): "carrier_groups",
    ("combustion_factors", "combustion_class_code"): "combustion_classes",
    ("combustion_factors", "gas_code"): "gases",
    ("components", "scope_code"): "scopes",
    ("documents", "document_kind_code"): "document_kinds",
    ("emission_factors", "purpose_code"): "factor_purposes",
    ("energy_methods", "energy_basis_code"): "energy_bases",
    ("energy_terms", "condition_code"): "term_conditions",
    ("formula_defaults", "gas_code"): "gases",
    ("formula_defaults", "parameter_code"): "line_parameters",
    ("formula_defaults", "source_code"): "gas_sources",
    ("formula_defaults", "treatment_code"): "gas_treatments",
    ("formulas", "source_code"): "gas_sources",
    ("fuel_parameters", "parameter_code"): "fuel_parameters",
    ("fuel_parameters", "parameter_set_code"): "parameter_sets",
    ("fuel_parameters", "use_code"): "energy_uses",
    ("generation_technologies", "kind_code"): "power_heat_kinds",
    ("gwp", "gas_code"): "gases",
    ("indicator_thresholds", "size_class_code"): "size_classes",
    ("industries", "level_code"): "industry_levels",
    ("inventory_rows", "row_kind_code"): "inventory_row_kinds",
    ("line_parameters", "canonical_unit_code"): "units",
    ("line_parameters", "source_code"): "gas_sources",
    ("method_terms", "condition_code"): "term_conditions",
    ("method_terms", "factor_purpose_code"): "factor_purposes",
    ("method_terms", "factor_rule_code"): "factor_rules",
    ("method_terms", "finding_code"): "term_findings",
    ("method_terms", "line_condition_code"): "term_line_conditions",
    ("method_terms", "not_estimated_reason_code"): "not_estimated_reasons",
    ("method_terms", "quantity_part_code"): "quantity_parts",
    ("method_terms", "scope2_basis_code"): "scope2_bases",
    ("method_terms", "scope_code"): "scopes",
    ("process_product_factors", "gas_code"): "gases",
    ("process_product_factors", "role_code"): "process_role",
    ("process_product_factors", "route_code"): "process_routes",
    ("process_products", "role_code"): "process_role",
    ("provinces", "grid_region_code"): "grid_regions",
    ("provinces", "kind_code"): "province_kinds",
    ("stages", "beside_basis_code"): "scope2_bases",
    ("stages", "scope2_basis_code"): "scope2_bases",
    ("standard_coal", "energy_basis_code"): "energy_bases",
    ("units", "dimension_code"): "unit_dimensions",
}


def contract_columns() -> list[dict[str, Any]]:
    """Every column of every contract."""
    found = []
    for path in sorted((CHECKOUT / "raw" / "contracts").glob("*/*.yaml")):
        contract = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        found += [column for table in contract["tables"] for column in table["columns"]]
    return found


CONTRACT_LISTS = sorted({str(c["code_list"]) for c in contract_columns() if "code_list" in c})


@pytest.mark.parametrize("list_code", sorted({*CONTRACT_LISTS, *LIST_OF_COLUMN.values(), *OWN_LISTS}))
def test_list_resolves_and_each_name_means_one_code(list_code: str) -> None:
    """L10: a clerk may type code, Chinese or English name; each must lead to one code."""
    lists = entries(list_code)
    assert lists.height > 0
    assert lists["code"].is_unique().all()
    assert lists["name_zh"].is_unique().all()
    assert lists.null_count().row(0) == (0, 0, 0)
    typed = lists.unpivot(["name_zh", "name_en"], index="code", value_name="typed").vstack(
        lists.select("code", pl.lit("code").alias("variable"), pl.col("code").alias("typed"))
    )
    ambiguous = (
        typed.group_by("typed").agg(pl.col("code").n_unique().alias("codes")).filter(pl.col("codes") > 1)
    )
    assert ambiguous.is_empty(), ambiguous["typed"].to_list()


def test_notation_keys_of_contracts_are_listed() -> None:
    """L7."""
    used = {key for column in contract_columns() for key in column.get("notation_keys", [])}
    assert used == set(entries("notation_keys")["code"]) == {"NO", "NE", "NA", "IE", "C"}
    assert set(entries("completeness")["code"]) == used | {"reported"}


@pytest.mark.parametrize(("seed", "column"), sorted(LIST_OF_COLUMN))
def test_codes_of_seeds_are_listed(seed: str, column: str) -> None:
    """L10."""
    listed = set(entries(LIST_OF_COLUMN[seed, column])["code"])
    assert set(SEEDS[seed][column].drop_nulls()) <= listed


def test_codes_that_may_come_from_two_lists_or_none_are_listed() -> None:
    """L10: scope 3 has categories of its own; a mass is a mass of any gas."""
    categories = {*entries("source_categories")["code"], *entries("scope3_categories")["code"]}
    assert set(SEEDS["method_terms"]["source_category_code"]) <= categories
    assert set(SEEDS["method_terms"]["gas_code"]) <= {*entries("gases")["code"], "*"}
    assert set(SEEDS["emission_factors"]["gas_code"]) <= {*entries("gases")["code"], "NA"}


def test_every_document_resolves_and_none_names_a_copy() -> None:
    """L8: the primary document, never the place where a copy was read."""
    documents = set(SEEDS["documents"]["document_code"])
    for name, frame in SEEDS.items():
        if "document_code" in frame.columns and name != "documents":
            assert set(frame["document_code"]) <= documents, name
        if "is_verified" in frame.columns:
            assert "is_attribution_verified" in frame.columns, name
    for path in FOLDER.glob("*.csv"):
        text = path.read_text(encoding="utf-8").lower()
        assert not any(word in text for word in ("code-index", "http", "github", "from memory")), path.name


def test_facts_say_whether_they_are_verified() -> None:
    """L8."""
    said = {name for name, frame in SEEDS.items() if "is_verified" in frame.columns}
    assert said == {
        "clean_energies",
        "combustion_factors",
        "emission_factors",
        "formula_defaults",
        "fuel_parameters",
        "gwp",
        "indicator_thresholds",
        "industries",
        "parameters",
        "park_types",
        "provinces",
        "scope3_categories",
        "stages",
        "standard_coal",
    }


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_cells_fit_their_declared_type(name: str) -> None:
    """L3: every digit of a cell fits the declared scale; heads and declared columns agree (L10)."""
    columns = declared()[name]["columns"]
    types = declared()[name]["config"]["column_types"]
    assert SEEDS[name].columns == list(types) == [column["name"] for column in columns]
    assert all(column["description"] for column in columns)
    for column, kind in types.items():
        cells = SEEDS[name][column].drop_nulls().to_list()
        if kind.startswith("decimal"):
            precision, scale = (int(part) for part in kind[len("decimal(") : -1].split(","))
            for cell in cells:
                assert Decimal(cell) == Decimal(cell).quantize(Decimal(1).scaleb(-scale)), (column, cell)
                assert abs(Decimal(cell)) < Decimal(10) ** (precision - scale), (column, cell)
        elif kind == "boolean":
            assert set(cells) <= {"true", "false"}, column
        elif kind == "integer":
            assert all(str(int(cell)) == cell for cell in cells), column
        elif kind == "date":
            assert all(pl.Series([cell]).str.to_date("%Y-%m-%d").len() for cell in cells), column
        else:
            assert kind == "string", kind


@pytest.mark.parametrize("name", sorted(KEYS))
def test_key_is_unique(name: str) -> None:
    """L8: two rows that match one key stop the build."""
    assert SEEDS[name].select(KEYS[name]).is_unique().all()


def test_files_are_lf_and_quoted_no_more_than_needed() -> None:
    for path in FOLDER.glob("*.csv"):
        content = path.read_bytes()
        assert b"\r" not in content
        assert not content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\n")
