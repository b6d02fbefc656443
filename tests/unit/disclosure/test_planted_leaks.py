"""Ways in which a publication gives a respondent away, each planted in its data or in what it declares.

Nothing here writes an equation: an attacker reads public files. Two methods are in `test_linked_measures`.
"""

from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from lingtan.disclosure.protect import SECONDARY, SHOWN
from tests.builders.small_publication import (
    BY_AREA,
    breached,
    cells_of,
    contributions,
    nation,
    public_tables,
    published,
)

LATE = {"owner_code": "late", "province_code": "B", "component_code": "fuel", "amount": Decimal(150)}


def _cells(found: pl.DataFrame) -> set[str]:
    return set(found["cell_code"])


def _equations(found: pl.DataFrame) -> str:
    return " ".join(found["equations"])


def _given(rows: list[dict[str, Any]]) -> dict[str, pl.DataFrame]:
    return {"carbon": contributions(rows)}


def _with_chart(tmp_path: Path, kind: str, **details: Any) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What is got at with a chart of all cells, and with the same chart of shown ones."""
    # The heat of A is withheld; in a table of one dimension its area is: one owner has most of it.
    rows = [
        {"owner_code": f"{area}{number}", "province_code": area, "amount": Decimal(amount)}
        for area, amounts in {"A": [970], "B": [480, 500], "C": [300, 310, 320], "D": [300, 310, 310]}.items()
        for number, amount in enumerate(amounts)
    ]
    table = {"code": "by_area", "measure": "carbon", "by": {"area": "province_code"}}
    chart = {"code": "chart", "kind": kind, "table": "by_area", "over": "area", **details}
    found = []
    for of in ("all", "shown"):
        public = public_tables([table], [chart | {"of": of}])
        found.append(breached(public, published(public, _given(rows), tmp_path, name=of)))
    return found[0], found[1]


def test_nothing_planted_nothing_found(tmp_path: Path) -> None:
    public = public_tables()
    assert breached(public, published(public, _given(nation()), tmp_path)).is_empty()


def test_difference_over_time(tmp_path: Path) -> None:
    """A late return is all that is new in its cell: each release is safe by itself."""
    public = public_tables()
    first = published(public, _given(nation()), tmp_path, name="R1")
    second = published(public, _given([*nation(), LATE]), tmp_path, name="R2")
    found = breached(public, first, second)
    assert _cells(found)
    assert {"R1", "R2"} <= {name.split()[0] for text in found["equations"] for name in text.split("; ")}


def test_revision(tmp_path: Path) -> None:
    """A return of next to nothing is corrected: what it now says is the difference."""
    public = public_tables()
    before = {**LATE, "amount": Decimal(2)}
    first = published(public, _given([*nation(), before]), tmp_path, name="R1")
    second = published(public, _given([*nation(), LATE]), tmp_path, name="R2")
    assert not breached(public, first, second).filter("is_difference").is_empty()


@pytest.mark.parametrize("decimals", [-2, 0])
def test_rounding(tmp_path: Path, decimals: int) -> None:
    """Withheld cells are written as round numbers: hundreds are not round enough for 970 tonnes."""
    with_all, with_shown = _with_chart(tmp_path, "rounded", decimals=decimals)
    assert "area=A" in _cells(with_all)
    assert "chart rounded A" in _equations(with_all)
    assert with_shown.is_empty()


def test_rank_order(tmp_path: Path) -> None:
    """The order of all areas puts a withheld one between two shown ones of nearly the same size."""
    with_all, with_shown = _with_chart(tmp_path, "bars")
    assert not with_all.is_empty()
    assert "chart order" in _equations(with_all)
    assert with_shown.is_empty()


def test_share_of_a_public_total(tmp_path: Path) -> None:
    with_all, with_shown = _with_chart(tmp_path, "shares", decimals=3)
    assert "area=A" in _cells(with_all)
    assert "chart share A" in _equations(with_all)
    assert with_shown.is_empty()


def test_map_legend(tmp_path: Path) -> None:
    """Classes of like many cells begin and end with a cell, withheld or not."""
    with_all, with_shown = _with_chart(tmp_path, "map")
    assert "area=A" in _cells(with_all)
    assert "chart class A" in _equations(with_all)
    assert with_shown.is_empty()


def test_a_map_of_wide_classes_may_show_a_withheld_area(tmp_path: Path) -> None:
    """That is no leak: the class says less than what has to stay open."""
    with_all, _ = _with_chart(tmp_path, "map", classes=[0, 3000])
    assert with_all.is_empty()


def test_chart_axis(tmp_path: Path) -> None:
    """The axis ends just beyond the longest bar, and that is the withheld one."""
    with_all, _ = _with_chart(tmp_path, "bars")
    assert "chart axis A" in _equations(with_all.filter(cell_code="area=A"))


def test_subtotal(tmp_path: Path) -> None:
    """Divisions are protected by themselves; then their section, whose rest is shown, is published too."""
    rows = [
        {
            "owner_code": f"{code}{number}",
            "section_code": section,
            "industry_division_code": code,
            "amount": 300,
        }
        for section, code, count in (("C", "25", 1), ("C", "26", 4), ("D", "44", 4), ("D", "45", 2))
        for number in range(count)
    ]
    divisions = {"code": "by_division", "measure": "carbon", "by": {"industry": "industry_division_code"}}
    public = public_tables([divisions])
    cells = cells_of(public, _given(rows))
    flat = pl.col("level_code") == "industry=industry_division_code"
    is_lone = pl.col("cell_code").is_in(["industry=25", "industry=45"])
    # As if sections were not there: two withheld divisions hide each other in the total.
    by_hand = cells.with_columns(
        pl.when(flat & is_lone)
        .then("protection_status_code")
        .otherwise(pl.lit(SHOWN))
        .alias("protection_status_code"),
        pl.when(flat & is_lone).then(None).otherwise(pl.col("exact_value")).alias("published_value"),
    )
    found = breached(public, published(public, _given(rows), tmp_path, cells=by_hand))
    assert {"industry=25", "industry=45"} <= _cells(found)
    assert "by_division industry=C" in _equations(found)


def test_owner_with_several_plants(tmp_path: Path) -> None:
    """Four plants of one group: judged as four respondents the cell is shown."""
    public = public_tables()
    of_group = [
        row
        | ({"owner_code": "group"} if (row["province_code"], row["component_code"]) == ("B", "heat") else {})
        for row in nation()
    ]
    as_plants = published(public, _given(nation()), tmp_path)
    as_owners = type(as_plants)(as_plants.name, _given(of_group), as_plants.tables)
    assert "area=B|component=heat" in _cells(breached(public, as_owners))


def test_park_page(tmp_path: Path) -> None:
    """Pages of parks are declared public and of no system: the page of a lone park has its cell on it."""
    rows = nation(park_code="many")
    rows = [row | ({"park_code": "P1"} if row["owner_code"] == "lonely" else {}) for row in rows]
    pages = {"code": "pages", "measure": "page", "by": {"park": "park_code"}}
    page = {"code": "page", "public_because": "the park agreed"}
    careless = public_tables([BY_AREA, pages], measures=[{"code": "carbon"}, page])
    linked = [{"code": "carbon", "system": "lines"}, page | {"system": "lines"}]
    lines = contributions([row | {"link_key": "E1"} for row in rows])
    release = published(careless, {"carbon": lines, "page": lines}, tmp_path)
    found = breached(public_tables([BY_AREA, pages], measures=linked), release)
    assert "area=A|component=heat" in _cells(found)
    assert "pages park=P1" in _equations(found)


def test_one_suppression_removed_by_hand(tmp_path: Path) -> None:
    """The cell that is got at is named, with the equation that was opened."""
    public = public_tables()
    cells = cells_of(public, _given(nation()))
    opened = cells.filter(protection_status_code=SECONDARY)["cell_code"][0]
    is_opened = pl.col("cell_code") == opened
    by_hand = cells.with_columns(
        pl.when(is_opened)
        .then(pl.lit(SHOWN))
        .otherwise("protection_status_code")
        .alias("protection_status_code"),
        pl.when(is_opened).then(pl.col("exact_value")).otherwise("published_value").alias("published_value"),
    )
    found = breached(public, published(public, _given(nation()), tmp_path, cells=by_hand))
    assert _cells(found) == {"area=A|component=heat"}
    assert opened.replace("|", " ") in _equations(found)


def test_singleton(tmp_path: Path) -> None:
    """Two cells of one owner each hide each other from readers, and not from the two owners."""
    public = public_tables()
    of_one = [row for row in nation() if (row["province_code"], row["component_code"]) != ("B", "heat")]
    second = {"owner_code": "second", "province_code": "B", "component_code": "heat", "amount": Decimal(400)}
    rows = [*of_one, second]
    hidden = {f"area={area}|component={component}" for area in "AB" for component in ("fuel", "heat")}
    is_hidden = pl.col("cell_code").is_in(sorted(hidden))
    by_hand = cells_of(public, _given(rows)).with_columns(
        pl.when(is_hidden).then(pl.lit(SECONDARY)).otherwise(pl.lit(SHOWN)).alias("protection_status_code"),
        pl.when(is_hidden).then(None).otherwise(pl.col("exact_value")).alias("published_value"),
    )
    found = breached(public, published(public, _given(rows), tmp_path, cells=by_hand))
    assert set(found.select("cell_code", "knower_code").iter_rows()) >= {
        ("area=A|component=heat", "second"),
        ("area=B|component=heat", "lonely"),
    }
