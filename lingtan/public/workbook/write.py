"""Writes the workbook of the public tier: the same bytes for the same edition (L4)."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from lingtan.public.columns import column_texts
from lingtan.public.edition import Edition
from lingtan.public.notes import KEYWORDS, TITLE
from lingtan.public.workbook.front import write_contents, write_cover, write_notes
from lingtan.public.workbook.table_sheet import write_table_sheet
from lingtan.release.workbook.styles import Styles

WORKBOOK: Final = "lingtan_public.xlsx"
_CONTENTS: Final = "目录 Contents"
#: Stands in the file in place of the moment of writing.
_CREATED: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
#: Points of the letters: what readers with weak eyes are recommended at least.
_FONT_SIZE: Final = 12
#: Points a row of such letters needs, and the title of a sheet.
_ROW_HEIGHT, _TITLE_HEIGHT = 18, 26


def _open(target: Path, edition: Edition) -> Any:
    texts_stay_texts = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    workbook = xlsxwriter.Workbook(str(target), texts_stay_texts)
    workbook.set_properties(
        {
            "title": " ".join(TITLE),
            "subject": edition.marks.line,
            "author": "Lingtan 零碳",
            "keywords": ", ".join(KEYWORDS),
            "created": _CREATED,
        }
    )
    workbook.set_custom_property("Language", "zh-CN, en")
    workbook.set_size(2400, 1400)
    return workbook


def _add_sheet(workbook: Any, name: str, edition: Edition) -> Any:
    sheet = workbook.add_worksheet(name)
    sheet.set_default_row(_ROW_HEIGHT)
    sheet.set_row(0, _TITLE_HEIGHT)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if edition.marks.line:
        sheet.set_header(f"&C{edition.marks.line}")
    sheet.set_footer(f"&L{edition.plan_id}&C&A&R&P / &N")
    return sheet


def write_workbook(edition: Edition, folder: Path) -> Path:
    """Write `lingtan_public.xlsx`.

    Args:
        edition: what was published.
        folder: where the file goes; made if absent.

    Returns:
        The file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / WORKBOOK
    workbook = _open(target, edition)
    try:
        styles = Styles(workbook, font_size=_FONT_SIZE)
        # Numbers: a sheet's name holds 31 characters, fewer than the names of some tables have.
        names = [f"表{number} Table {number}" for number in range(1, len(edition.tables) + 1)]
        write_cover(_add_sheet(workbook, "封面 Cover", edition), styles, edition)
        write_notes(_add_sheet(workbook, "说明 Notes", edition), styles, edition)
        write_contents(_add_sheet(workbook, _CONTENTS, edition), styles, edition, names)
        for name, one in zip(names, edition.tables, strict=True):
            write_table_sheet(
                _add_sheet(workbook, name, edition),
                styles,
                one,
                column_texts(edition, one),
                marks=edition.marks.line,
                back=_CONTENTS,
            )
    finally:
        workbook.close()
    return target
