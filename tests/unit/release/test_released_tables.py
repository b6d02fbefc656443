"""The list of released tables is that of the warehouse: nothing is forgotten, nothing undocumented (L10)."""

import yaml

from lingtan.places import checkout
from lingtan.release.descriptions import read_descriptions
from lingtan.release.tables import RELEASED_TABLES, key_of

MODELS = checkout() / "dbt_project" / "models"


def test_every_fact_mart_comparison_and_check_is_released() -> None:
    models = {
        path.stem
        for layer in ("facts", "marts", "compare", "quality")
        for path in (MODELS / layer).rglob("*.sql")
    }
    assert models == {table.name for table in RELEASED_TABLES}
    assert len(models) == len(RELEASED_TABLES)


def test_every_released_table_and_key_column_is_described() -> None:
    descriptions = read_descriptions(MODELS)
    undescribed = [
        f"{table.name}.{column}" if column else table.name
        for table in RELEASED_TABLES
        for column in ("", *table.key)
        if table.name not in descriptions
        or not (descriptions[table.name].columns.get(column) if column else descriptions[table.name].text)
    ]
    assert undescribed == []


def test_keys_are_found_by_name() -> None:
    assert key_of("mart_national_year") == (
        "reference_year",
        "boundary_code",
        "method_code",
        "scope_code",
        "scope2_basis_code",
        "component_code",
        "gas_group_code",
    )


def test_every_figure_of_a_mart_says_over_what_it_may_be_added() -> None:
    """Adding over a basis, a method or a boundary counts a tonne twice: no figure allows it (L6)."""
    released = yaml.safe_load((MODELS / "_released.yml").read_text(encoding="utf-8"))["models"]
    marts = {model["name"]: model["columns"] for model in released if model["name"].startswith("mart_")}
    never = {"boundary_code", "method_code", "scope2_basis_code", "energy_method_code", "reference_year"}
    for name, columns in marts.items():
        for column in columns:
            is_figure = str(column["data_type"]).startswith(("decimal", "bigint"))
            dimensions = column["config"]["meta"].get("is_additive_over")
            assert (dimensions is not None) == is_figure, f"{name}.{column['name']}"
            assert not never & set(dimensions or ()), f"{name}.{column['name']}"
            if is_figure and column["name"].startswith(("scope2_", "scope3_")):
                assert dimensions == [], f"{name}.{column['name']}"
