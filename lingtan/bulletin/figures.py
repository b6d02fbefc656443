"""The figures of one page: rows of the content become bars and points with written figures beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

import altair as alt
from markupsafe import Markup

from lingtan.bulletin import cells, numbers
from lingtan.bulletin.amount_bars import ALL, MARK_ROOM, amount_bar
from lingtan.bulletin.charts import style
from lingtan.bulletin.charts.bars import Bar, BarLayout, bar_chart
from lingtan.bulletin.charts.line_breaks import broken
from lingtan.bulletin.charts.points import Point, PointRow, point_chart
from lingtan.bulletin.charts.svg import svg_text
from lingtan.bulletin.content import Content
from lingtan.bulletin.full_figures import gas_group_chart, scope_2_chart
from lingtan.bulletin.tables import Row
from lingtan.bulletin.words import Words

#: Figure 1 stays readable with this many years; the table has all.
YEARS_SHOWN: Final = 5
#: Half-width characters of a long name that fit a line left of a bar.
_LINE: Final = 40
#: The same of a head over a column of figures.
_HEAD_LINE: Final = {"zh": 12, "en": 17}


def draw_figures(content: Content, words: Words) -> Mapping[str, Markup]:
    """The figures by name, figure_1 and on; one without rows is absent."""
    charts = {}
    if content.has_parks:
        charts["figure_1"] = _components(content, words)
        charts["figure_2"] = _provinces(content, words)
        charts["figure_4"] = _reporting(content, words)
    if content.size_classes or content.not_determined:
        charts["figure_3"] = _size_classes(content, words)
    if content.coverage_reasons:
        charts["figure_5"] = _reasons(content, words)
    if content.inventories:
        charts["figure_6"] = _inventories(content, words)
    if content.has_parks and content.full.has_results:
        charts["figure_7"] = gas_group_chart(content.full, words)
        charts["figure_8"] = scope_2_chart(content.full, words)
    return {
        name: Markup(
            svg_text(
                chart,
                name=name.replace("_", "-"),
                title=words[f"{name}_title"],
                description=words[f"{name}_description"],
            )
        )
        for name, chart in charts.items()
    }


def _components(content: Content, words: Words) -> alt.LayerChart:
    years = content.years[-YEARS_SHOWN:]
    bars = []
    for row in content.components:
        if row["reference_year"] not in years:
            continue
        year = str(row["reference_year"])
        cell = cells.emission_cell(row, words, content.parks_of[row["reference_year"]])
        is_first = row["reference_year"] == years[0]
        bar = amount_bar(words.name(row) if is_first else "", row["emission_tco2e"], cell, series=year)
        bars.append(bar if len(years) == 1 else replace(bar, sub_label=year))
    newest_first = [str(year) for year in reversed(years)]
    layout = BarLayout(
        words["emission_axis"],
        (words["unit_emission_short"],),
        newest_first,
        left=210,
        column=120,
        step=26,
        mark_column=MARK_ROOM,
    )
    return bar_chart(bars, layout)


def _provinces(content: Content, words: Words) -> alt.LayerChart:
    bars = [
        amount_bar(
            words.name(row), row["emission_tco2e"], cells.emission_cell(row, words),
            (f"{row['park_count_reported']} / {row['park_count_registered']}",),
        )
        for row in content.provinces
    ]  # fmt: skip
    heads = (words["unit_emission_short"], words["results_of_registered"])
    return bar_chart(
        bars,
        BarLayout(
            words["emission_axis"], heads, (ALL,), left=_left(words), column=110, mark_column=MARK_ROOM
        ),
    )


def _left(words: Words) -> int:
    return 80 if words.language == "zh" else 130


def _reporting(content: Content, words: Words) -> alt.LayerChart:
    states = ("complete", "partial", *(one["code"] for one in content.absences))
    bars = [
        Bar(
            label=words.name(row),
            parts=[(state, Decimal(row[f"park_count_{state}"])) for state in states],
            figures=[numbers.count(row[f"park_count_{state}"]) for state in states],
        )
        for row in content.provinces
    ]
    names = (words["complete"], words["partial_parks"], *(words.name(one) for one in content.absences))
    layout = BarLayout(
        words["park_count_axis"],
        [broken(name, _HEAD_LINE[words.language]) for name in names],
        states,
        style.STATES,
        left=_left(words),
        column=104,
        step=22,
        counts=True,
    )
    return bar_chart(bars, layout)


def _reasons(content: Content, words: Words) -> alt.LayerChart:
    bars = []
    for row in content.coverage_reasons:
        label = broken(words.name(row), _LINE)
        cell = cells.energy_cell(row, words)
        value = None if cell.is_word else row["energy_tce"]
        bars.append(amount_bar(label, value, cell, (numbers.count(row["park_count"]),)))
    heads = (words["unit_energy"], words["parks"])
    return bar_chart(
        bars,
        BarLayout(words["energy_axis"], heads, (ALL,), left=290, column=104, step=42, mark_column=MARK_ROOM),
    )


def _inventories(content: Content, words: Words) -> alt.LayerChart:
    bars = [
        amount_bar(words.name(row), row["emission_tco2e"], cells.inventory_cell(row, words))
        for row in content.inventories
    ]
    heads = (words["unit_emission_short"],)
    layout = BarLayout(
        words["inventory_axis"],
        heads,
        (ALL,),
        ("#6d7f4d",),
        left=_left(words),
        column=120,
        step=22,
        mark_column=MARK_ROOM,
    )
    return bar_chart(bars, layout)


def _size_classes(content: Content, words: Words) -> alt.LayerChart:
    points: dict[tuple[str, str], list[Point]] = {}
    for row in content.size_class_points:
        place = (row["energy_method_code"], row["size_class_code"])
        points.setdefault(place, []).append(
            Point(row["carbon_per_energy"], row["park_count"], row["is_partial"])
        )
    variants: dict[str, Row] = {
        row["energy_method_code"]: row for row in [*content.size_classes, *content.not_determined]
    }
    rows = []
    for variant, named in sorted(variants.items()):
        rows.append(PointRow(words.name(named, "variant"), is_head=True))
        classes = [row for row in content.size_classes if row["energy_method_code"] == variant]
        rows += [_size_class(row, points[variant, row["size_class_code"]], words) for row in classes]
        if not classes:
            reasons = [row for row in content.not_determined if row["energy_method_code"] == variant]
            rows.append(PointRow("", missing="；".join(words.name(row, "reason") for row in reasons)))
    return point_chart(rows, axis_title=words["carbon_per_energy"], heads=(words["parks"],), left=300)


def _size_class(row: Row, points: Sequence[Point], words: Words) -> PointRow:
    threshold = cells.threshold_cell(row, words)
    return PointRow(
        label=words.name(row),
        points=points,
        threshold=row["threshold_value"],
        threshold_text="" if threshold.is_word else threshold.text,
        figures=(numbers.count(row["park_count_value"]),),
    )
