"""An office with provincial inventories and no park publishes too: the page says what is not there (L7)."""

import re
from collections.abc import Mapping

import pytest

from lingtan.bulletin.render import render_bulletin
from tests.builders.marts import small_nation, write_marts
from tests.unit.bulletin.conftest import RELEASE
from tests.unit.bulletin.page_tables import page_tables

INVENTORY_TABLES = (
    "dim_documents",
    "dim_factors",
    "fct_province_emissions",
    "mart_province_inventory_year",
    "mart_national_inventory_year",
)


@pytest.fixture(scope="module")
def pages_without_parks(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The pages of a release without any park, by language."""
    nation = small_nation()
    tables = write_marts(tmp_path_factory.mktemp("tables"), {name: nation[name] for name in INVENTORY_TABLES})
    written = render_bulletin(tables, tmp_path_factory.mktemp("out"), release_id=RELEASE, is_synthetic=False)
    return {path.name.split(".")[1]: path.read_text(encoding="utf-8") for path in written}


@pytest.mark.parametrize(
    ("language", "year", "sentence"),
    [
        ("zh", "<title>2026年", "没有登记园区（未报送）"),
        ("en", "parks, 2026</title>", "No park is registered for any year of this release (not reported)"),
    ],
)
def test_the_page_says_that_no_park_reported(
    pages_without_parks: Mapping[str, str], language: str, year: str, sentence: str
) -> None:
    page = pages_without_parks[language]
    assert year in page
    assert sentence in page
    # Nothing that was not reported is shown as a figure, not even as zero (L7).
    assert re.findall(r'id="figure-(\d)', page)[:1] == ["6"]
    assert page.count("<svg") == 1


def test_the_inventories_are_there(pages_without_parks: Mapping[str, str], pages: Mapping[str, str]) -> None:
    for language, page in pages_without_parks.items():
        inventories, factors = page_tables(page)
        assert inventories in page_tables(pages[language])
        assert factors in page_tables(pages[language])
