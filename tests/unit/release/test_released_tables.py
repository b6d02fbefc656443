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
    assert key_of("mart_park_profile") == ("reference_year", "park_code", "boundary_code")
    assert key_of("mart_national_inventory_year") == ("reference_year", "method_code")
