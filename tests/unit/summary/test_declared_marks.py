"""Charts that the public tables declare are drawn from the published marks, which the gate attacks."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import polars as pl

from lingtan.disclosure.chart_statements import CHART_MARKS_SCHEMA
from lingtan.public.edition import Edition
from lingtan.summary.render import render_summary
from tests.builders.summary_notes import notes
from tests.unit.summary.page_parts import chart


def page_with(edition: Edition, marks: Sequence[tuple[str, str, str, int]], folder: Path) -> str:
    """The first page of an edition whose charts have these marks: chart, mark, category, value."""
    rows = [(2025, *mark) for mark in marks]
    frame = pl.DataFrame(rows, schema=CHART_MARKS_SCHEMA, orient="row")
    return render_summary(replace(edition, chart_marks=frame), notes(), folder)[1].read_text(encoding="utf-8")


def test_bars_stand_in_the_published_order_and_end_at_the_published_end(
    edition: Edition, tmp_path: Path
) -> None:
    marks = [
        ("emissions_of_areas", "rank", code, at) for at, code in enumerate(("320000", "630000"), start=1)
    ]
    end = ("emissions_of_areas", "axis_end", "", 8_400_000)
    drawn = chart(page_with(edition, [*marks, end], tmp_path), "areas")
    assert re.findall(r'<text x="0"[^>]*>(.*?)</text>', drawn) == [
        "Jiangsu", "Qinghai", "Hebei", "Inner Mongolia", "Guangdong",
    ]  # fmt: skip
    assert re.findall(r'<rect class="bar"[^>]*width="([^"]*)"', drawn)[1] == "25.000%", (
        "2 100 000 of 8 400 000"
    )


def test_tiles_have_the_published_classes(edition: Edition, tmp_path: Path) -> None:
    bounds = {"130000": (1_000_000, 3_000_000), "150000": (1_000_000, 3_000_000), "320000": (0, 1_000_000)}
    marks = [
        ("map_of_emissions", mark, code, pair[at])
        for code, pair in bounds.items()
        for at, mark in enumerate(("class_lower", "class_upper"))
    ]
    page = page_with(edition, marks, tmp_path)
    assert re.findall(r"</svg>([^<]*)</li>", page)[:2] == ["0.000 to 1,000.000", "1,000.000 to 3,000.000"]
    shades = re.findall(r'<g class="tile (class-\d)".*?<title>(.*?):', page)
    assert sorted(shades) == [("class-1", "Jiangsu"), ("class-2", "Hebei"), ("class-2", "Inner Mongolia")]


def test_open_classes_say_on_which_side(edition: Edition, tmp_path: Path) -> None:
    marks = [
        ("map_of_emissions", "class_upper", "320000", 1_000_000),
        ("map_of_emissions", "class_lower", "130000", 1_000_000),
        ("map_of_emissions", "class_lower", "150000", 1_000_000),
    ]
    page = page_with(edition, marks, tmp_path)
    assert re.findall(r"</svg>([^<]*)</li>", page)[:2] == ["below 1,000.000", "1,000.000 and more"]


def test_marks_of_another_year_are_not_drawn(edition: Edition, tmp_path: Path) -> None:
    frame = pl.DataFrame(
        [(2024, "emissions_of_areas", "rank", "320000", 1)], schema=CHART_MARKS_SCHEMA, orient="row"
    )
    old = render_summary(replace(edition, chart_marks=frame), notes(), tmp_path / "old")
    none = render_summary(edition, notes(), tmp_path / "none")
    assert [path.read_bytes() for path in old] == [path.read_bytes() for path in none]
