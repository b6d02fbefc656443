"""The sheets before the tables: cover, notes and contents."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from lingtan.contracts.text_width import line_count
from lingtan.quiet_duckdb import connect
from lingtan.release.marks import Marks
from lingtan.release.workbook.styles import Styles
from lingtan.release.workbook.values import NO_VALUE, NOT_REPORTED, SIGNIFICANT_DIGITS, YES

_TITLE: Final = ("零碳园区统计数据", "Statistics of zero-carbon parks")

_LINE_HEIGHT: Final = 15
_COVER_WIDTH: Final = 76
_NOTES_WIDTH: Final = 106
_NOTES: Final = Path(__file__).with_name("notes.yaml")


def notes() -> list[tuple[str, str]]:
    """What a reader has to know before using a figure, in Chinese and in English."""
    words = {"digits": SIGNIFICANT_DIGITS, "no_value": NO_VALUE, "not_reported": NOT_REPORTED, "yes": YES}
    texts = yaml.safe_load(_NOTES.read_text(encoding="utf-8"))
    return [(one["zh"].format(**words), one["en"].format(**words)) for one in texts]


@dataclass(frozen=True)
class ContentsRow:
    """A line of the contents.

    Attributes:
        name: the table.
        zh: its Chinese name.
        grain: what a row is.
        key: its key columns.
        row_count: its rows.
        rounded_count: cells rounded to 15 digits; None: the table has no sheet.
        where: where to find it, if not here.
        not_additive: what must not be added, in both languages.
    """

    name: str
    zh: str
    grain: str
    key: str
    row_count: int
    rounded_count: int | None
    where: str
    not_additive: str


def _lock(tier: Path) -> Mapping[str, Any]:
    content: Mapping[str, Any] = json.loads((tier / "plan.json").read_text(encoding="utf-8"))
    return content


def _coverage(data: Path) -> Iterator[tuple[str, str]]:
    """Parks registered, with a year, with returns that make none, and without any, by year."""
    with connect() as connection:
        rows = connection.execute(
            "select reference_year, count(*), count(*) filter (has_return),"
            " count(*) filter (year_source_code = 'incomplete'), count(*) filter (year_source_code = 'none')"
            " from read_parquet(?) group by reference_year order by reference_year",
            [str(data / "dim_parks.parquet")],
        ).fetchall()
    for year, registered, with_year, incomplete, silent in rows:
        yield (
            f"{year} 年覆盖 Coverage {year}",
            (
                f"登记园区 {registered} 个：有全年数据 {with_year} 个，"
                f"已报送、全年数据不齐 {incomplete} 个，未报送 {silent} 个 · "
                f"{registered} parks registered: {with_year} with a year, "
                f"{incomplete} reported but no complete year, {silent} not reported"
            ),
        )


def cover_rows(tier: Path, plan_id: str) -> list[tuple[str, str]]:
    """What the cover says: release, years, methods with their versions, settings, coverage.

    Args:
        tier: the tier's folder with plan.json and data/.
        plan_id: the plan.
    """
    lock = _lock(tier)
    years = "、".join(str(year) for year in lock.get("reference_years", []))
    versions: dict[str, list[str]] = {}
    for one in lock.get("methods", []):
        version = f"{one['method_code']} v{one['method_version']}"
        versions.setdefault(version, []).append(str(one["reference_year"]))
    settings = [f"{code} = {value or '-'}" for code, value in sorted(lock.get("settings", {}).items())]
    return [
        ("发布编号 Release", plan_id),
        ("核算年度 Reference years", years or "-"),
        *[
            ("方法及版本 Method and version", f"{version} · {'、'.join(its_years)}")
            for version, its_years in versions.items()
        ],
        *_coverage(tier / "data"),
        *[("设置 Setting", setting) for setting in settings],
    ]


def _fit(sheet: Any, row: int, lines: int) -> None:
    """Give a row the height of its text: no program does that when it opens a file."""
    sheet.set_row(row, _LINE_HEIGHT * lines)


def write_cover(sheet: Any, styles: Styles, rows: Sequence[tuple[str, str]], marks: Marks) -> None:
    """Write the cover."""
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, _COVER_WIDTH)
    sheet.write_string(0, 0, _TITLE[0], styles["title"])
    sheet.write_string(1, 0, _TITLE[1], styles["subtitle"])
    sheet.write_string(3, 0, marks.line, styles["mark"])
    sheet.write_string(
        4, 0, "不得离开统计机构。 This workbook never leaves the statistical office.", styles["line"]
    )
    for at, (label, value) in enumerate(rows, start=6):
        _fit(sheet, at, line_count(value, _COVER_WIDTH - 2))
        sheet.write_string(at, 0, label, styles["wrapped"])
        sheet.write_string(at, 1, value, styles["wrapped"])


def write_notes(sheet: Any, styles: Styles) -> None:
    """Write the notes, Chinese over English."""
    sheet.set_column(0, 0, 4)
    sheet.set_column(1, 1, _NOTES_WIDTH)
    sheet.write_string(0, 0, "说明 Notes", styles["title"])
    at = 2
    for number, texts in enumerate(notes(), start=1):
        for text in texts:
            _fit(sheet, at, line_count(text, _NOTES_WIDTH - 2))
            sheet.write_string(at, 0, str(number) if text is texts[0] else "", styles["plain"])
            sheet.write_string(at, 1, text, styles["plain"])
            at += 1


_CONTENTS: Final = (
    ("表\nTable", 34),
    ("名称\nName", 24),
    ("每行\nA row is", 50),
    ("主键\nKey", 50),
    ("行数\nRows", 10),
    ("舍入单元格\nRounded cells", 13),
    ("不在本工作簿时\nWhere else", 34),
    ("不可相加\nNot additive", 90),
)


def _lines(row: ContentsRow) -> int:
    """Lines of the highest cell of a row."""
    texts = (row.zh, row.grain, row.key, row.where, row.not_additive)
    places = (1, 2, 3, 6, 7)
    return max(line_count(text, _CONTENTS[place][1] - 2) for text, place in zip(texts, places, strict=True))


def write_contents(sheet: Any, styles: Styles, rows: Sequence[ContentsRow]) -> None:
    """Write the list of all released tables, with links to those that have a sheet."""
    for place, (_, width) in enumerate(_CONTENTS):
        sheet.set_column(place, place, width)
    sheet.write_string(0, 0, "目录 Contents", styles["title"])
    sheet.set_row(2, 32)
    for place, (label, _) in enumerate(_CONTENTS):
        sheet.write_string(2, place, label, styles["head"])
    sheet.freeze_panes(3, 1)
    sheet.autofilter(2, 0, 2 + max(len(rows), 1), len(_CONTENTS) - 1)
    for at, row in enumerate(rows, start=3):
        _fit(sheet, at, _lines(row))
        if row.rounded_count is None:
            sheet.write_string(at, 0, row.name, styles["wrapped"])
        else:
            sheet.write_url(at, 0, f"internal:'{row.name[:31]}'!A1", styles["link"], row.name)
        for place, text in enumerate((row.zh, row.grain, row.key), start=1):
            sheet.write_string(at, place, text, styles["wrapped"])
        sheet.write_number(at, 4, row.row_count, styles["count"])
        if row.rounded_count is None:
            sheet.write_string(at, 5, NO_VALUE, styles["count"])
        else:
            sheet.write_number(at, 5, row.rounded_count, styles["count"])
        sheet.write_string(at, 6, row.where, styles["wrapped"])
        sheet.write_string(at, 7, row.not_additive, styles["wrapped"])
