"""The page of the released tables is what the dbt models say (L10)."""

from pathlib import Path

import pytest

from lingtan.places import checkout
from lingtan.release.tables import RELEASED_TABLES
from lingtan.release.warehouse_page import WAREHOUSE_PAGE, warehouse_page

MODELS = checkout() / "dbt_project" / "models"


def test_the_committed_page_is_what_the_models_give_l10() -> None:
    committed = (checkout() / WAREHOUSE_PAGE).read_text(encoding="utf-8")
    assert committed.splitlines() == warehouse_page(MODELS).splitlines(), "run `make generate` and commit"


def test_every_released_table_has_its_key_among_its_columns_l10() -> None:
    sections = dict(section.split("\n", 1) for section in warehouse_page(MODELS).split("\n### ")[1:])
    assert list(sections) == [table.name for table in RELEASED_TABLES]
    for table in RELEASED_TABLES:
        assert f"主键 Key: {', '.join(f'`{name}`' for name in table.key)}\n" in sections[table.name]
        assert all(f"\n| `{name}` | " in sections[table.name] for name in table.key), table.name


def test_a_table_without_description_stops_the_page_l10(tmp_path: Path) -> None:
    (tmp_path / "few.yml").write_text("models: [{name: dim_parks}]", encoding="utf-8")
    with pytest.raises(KeyError, match="dim_units"):
        warehouse_page(tmp_path)
