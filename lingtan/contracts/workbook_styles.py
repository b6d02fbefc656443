"""How a form looks: fonts, fills and borders of the workbook, each a named style."""

from typing import Final

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.workbook import Workbook

FONT: Final = "微软雅黑"
INK: Final = "1F2933"
FAINT: Final = "6B7680"
GREEN: Final = "17594A"
REQUIRED: Final = "C0392B"
HEAD_FILL: Final = "DCEBE5"
HINT_FILL: Final = "F1F6F4"
INPUT_FILL: Final = "FFFCEB"
FIXED_FILL: Final = "ECEEF0"
LINE: Final = "BCC8C3"

#: What the sheets' tabs are coloured with.
TAB_GUIDE: Final = "8A949E"
TAB_COVER: Final = "17594A"
TAB_TABLE: Final = "7FB5A2"


def _style(
    name: str,
    *,
    size: float = 10,
    bold: bool = False,
    colour: str = INK,
    fill: str | None = None,
    boxed: bool = False,
    horizontal: str = "left",
    vertical: str = "center",
    wrap: bool = True,
    shrink: bool = False,
    number_format: str = "General",
) -> NamedStyle:
    line = Side(style="thin", color=LINE)
    return NamedStyle(
        name=name,
        font=Font(name=FONT, size=size, bold=bold, color=colour),
        fill=PatternFill("solid", fgColor=fill) if fill else PatternFill(),
        border=Border(left=line, right=line, top=line, bottom=line) if boxed else Border(),
        alignment=Alignment(
            horizontal=horizontal,
            vertical=vertical,
            wrap_text=wrap,
            shrink_to_fit=shrink,
            indent=1 if boxed and horizontal != "center" else 0,
        ),
        number_format=number_format,
    )


def add_styles(workbook: Workbook) -> None:
    """Register the named styles a form uses.

    No number format rounds what a cell shows: numbers are General; texts and codes are text, so that a
    leading zero or an 18-digit code stays as typed.
    """
    for style in (
        _style("form_title", size=16, bold=True, colour=GREEN, wrap=False),
        _style("form_number", size=9, colour=FAINT, wrap=False),
        _style("section", size=11, bold=True, colour=GREEN, wrap=False),
        _style("plain", vertical="top"),
        _style("head", bold=True, fill=HEAD_FILL, boxed=True, horizontal="center"),
        _style(
            "hint", size=8, colour="4A5661", fill=HINT_FILL, boxed=True, horizontal="center", vertical="top"
        ),
        _style(
            "code_name", size=7, colour=FAINT, fill=HINT_FILL, boxed=True, horizontal="center", wrap=False
        ),
        _style("row_label", bold=True, fill=HEAD_FILL, boxed=True),
        _style("row_hint", size=9, colour="4A5661", fill=HINT_FILL, boxed=True),
        _style("row_code", size=8, colour=FAINT, fill=HINT_FILL, boxed=True, wrap=False),
        _style("boxed", boxed=True),
        _style("fixed", fill=FIXED_FILL, boxed=True, number_format="@"),
        _style("input_text", fill=INPUT_FILL, boxed=True, number_format="@"),
        _style("input_number", fill=INPUT_FILL, boxed=True, horizontal="right", wrap=False),
        _style("input_date", fill=INPUT_FILL, boxed=True, wrap=False, number_format="yyyy-mm-dd"),
    ):
        workbook.add_named_style(style)


def input_style(column_type: str) -> str:
    """The style of an input cell of a column of this type."""
    return {"decimal": "input_number", "integer": "input_number", "date": "input_date"}.get(
        column_type, "input_text"
    )
