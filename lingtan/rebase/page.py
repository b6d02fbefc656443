"""The page of a comparison: complete in itself, Chinese first and English beside it (L12)."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import polars as pl
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from lingtan.bulletin import numbers
from lingtan.bulletin.charts.bars import Bar, BarLayout, bar_chart
from lingtan.bulletin.charts.svg import svg_text
from lingtan.rebase.report import Comparison
from lingtan.rebase.words import Words, load_words
from lingtan.release.code_names import CodeNames, read_code_names

_HERE: Final = Path(__file__).parent
#: Park totals shown, largest change first; the files have all.
_PARKS_SHOWN: Final = 20
#: t CO2e and tce with four decimals; the files have all digits.
_PLACES: Final = 4
#: What is shown of areas: totals, not their cells.
_AREA_FIGURES: Final = ("headline", "production", "consumption", "inventory")
#: The tables that name the codes of a column of the comparison.
_LISTS: Final[Mapping[str, tuple[str, ...]]] = {
    "area_code": ("provinces",),
    "province_code": ("provinces",),
    "park_code": ("parks",),
    "boundary_code": ("boundaries",),
    "method_code": ("methods", "energy_methods"),
    "energy_method_code": ("energy_methods",),
    "scope2_basis_code": ("scope2_bases",),
    "state_code": ("not_determined_reasons", "not_estimated_reasons"),
}

Row = dict[str, Any]


class _Names:
    """Names of codes in both languages, as they stand in a cell."""

    def __init__(self, names: CodeNames, words: Words) -> None:
        self._names = names
        self._words = words

    def code(self, code: str | None, column: str) -> str:
        """A code's names; the code itself where no list has it, nothing for NA."""
        if code is None or code == "NA":
            return ""
        if code == "CN":
            return "全国 Nation"
        if column == "state_code" and code in self._words["states"]:
            return self.word(code, "states")
        for name in _LISTS[column]:
            found = self._names.lists.get(name, {}).get(code)
            if found:
                return f"{found[0]} {found[1]}"
        return code

    def word(self, code: str, kind: str) -> str:
        """A word of the page."""
        zh, en = self._words[kind][code]
        return f"{zh} {en}"

    def short(self, code: str) -> str:
        """The Chinese name of an area, for a chart."""
        return self._names.lists["provinces"].get(code, (code, code))[0]


def _amount(value: Decimal | None) -> str:
    return "—" if value is None else numbers.rounded(value, _PLACES)


def _signed(value: Decimal) -> str:
    written = _amount(value)
    return f"+{written}" if value > 0 else written


def _area_groups(figures: pl.DataFrame) -> list[tuple[tuple[Any, ...], list[Row]]]:
    """Totals of areas by year, figure, boundary, method, basis; the nation first, then by size of change."""
    key = ["reference_year", "figure_code", "boundary_code", "method_code", "scope2_basis_code"]
    order = pl.col("figure_code").replace_strict(_AREA_FIGURES, range(len(_AREA_FIGURES)), default=None)
    areas = figures.filter(pl.col("figure_code").is_in(_AREA_FIGURES)).sort(
        "reference_year", order, pl.col("boundary_code") != "physical", *key,
        pl.col("area_code") != "CN", -pl.col("difference").abs(), "area_code",
    )  # fmt: skip
    return [(group, rows.to_dicts()) for group, rows in areas.group_by(key, maintain_order=True)]


def _chart(number: int, rows: list[Row], names: _Names) -> Markup:
    """Differences by province with old and new beside them; nothing where only the nation differs."""
    provinces = [row for row in rows if row["area_code"] != "CN"]
    if not provinces:
        return Markup("")
    bars = [
        Bar(
            label=names.short(row["area_code"]),
            parts=[("difference", row["difference"])],
            figures=(_amount(row["old_amount"]), _amount(row["new_amount"]), _signed(row["difference"])),
        )
        for row in provinces
    ]
    layout = BarLayout(
        f"差额 Difference ({provinces[0]['unit']})",
        ("原 Old", "新 New", "差额 Difference"),
        ("difference",),
        left=130,
        column=140,
    )
    title = "各省差额 Differences by province"
    return Markup(svg_text(bar_chart(bars, layout), name=f"chart-{number}", title=title, description=title))


def _replacements(lines: pl.DataFrame) -> list[Row]:
    """Old and new reference rows with their documents: how many lines, by method and basis, largest first."""
    key = [
        "cause_code", "change_code", "old_factor_id", "old_document_code", "old_factor_value",
        "new_factor_id", "new_document_code", "new_factor_value", "old_gwp_value", "new_gwp_value",
        "method_code", "scope2_basis_code", "unit",
    ]  # fmt: skip
    own = pl.col("factor").str.starts_with("own")
    listed = (
        lines.filter(entry_kind_code="own", boundary_code="physical")
        .vstack(lines.filter(entry_kind_code="own", boundary_code="NA"))
        .with_columns(factor=pl.coalesce("new_factor_id", "old_factor_id", pl.lit("")))
        .with_columns(
            *(pl.when(own).then(None).otherwise(pl.col(name)).alias(name) for name in key if "factor" in name)
        )
    )
    grouped = listed.group_by(key).agg(line_count=pl.len(), difference=pl.col("difference").sum())
    return grouped.sort(
        "line_count", *key, descending=[True, *(False for _ in key)], nulls_last=True
    ).to_dicts()


def write_page(comparison: Comparison, data: Path, path: Path) -> None:
    """Write the page.

    Args:
        comparison: what was found.
        data: canonical tables of the new plan, for the names of parks.
        path: the file.
    """
    words = load_words()
    names = _Names(read_code_names(data), words)
    groups = _area_groups(comparison.changes.figures)
    parks = comparison.changes.figures.filter(figure_code="total")
    shown = parks.sort(-pl.col("difference").abs(), "park_code").head(_PARKS_SHOWN)
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters |= {
        "amount": _amount,
        "signed": _signed,
        "plain": lambda value: "—" if value is None else numbers.plain(value),
        "count": numbers.count,
        "code": names.code,
        "word": names.word,
    }
    page = environment.get_template("page.html.j2").render(
        comparison=comparison,
        areas=[(group, rows, _chart(number, rows, names)) for number, (group, rows) in enumerate(groups)],
        parks=shown.to_dicts(),
        park_count=parks.height,
        replacements=_replacements(comparison.changes.lines),
        thresholds=comparison.changes.thresholds.to_dicts(),
    )
    path.write_text(page, encoding="utf-8", newline="\n")
