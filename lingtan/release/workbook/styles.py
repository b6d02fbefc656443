"""How the release workbook looks: formats by what a cell holds; colour says nothing by itself."""

from typing import Any, Final

FONT: Final = "微软雅黑"
INK: Final = "#1F2933"
FAINT: Final = "#5F6B76"
GREEN: Final = "#17594A"
HEAD_FILL: Final = "#DCEBE5"
LINE: Final = "#BCC8C3"

_BASE: Final = {"font_name": FONT, "font_color": INK, "valign": "vcenter"}
_BOXED: Final = {"border": 1, "border_color": LINE}
_STYLES: Final[dict[str, dict[str, Any]]] = {
    "title": {"font_size": 16, "bold": True, "font_color": GREEN},
    "subtitle": {"font_size": 11, "font_color": FAINT},
    "mark": {"font_size": 11, "bold": True},
    "section": {"font_size": 11, "bold": True, "font_color": GREEN},
    "plain": {"text_wrap": True, "valign": "top"},
    "line": {"bold": True},
    "head": {"bold": True, "text_wrap": True, "align": "center", "bg_color": HEAD_FILL, **_BOXED},
    "column": {"font_size": 8, "font_color": FAINT, "align": "center", **_BOXED},
    "text": {"num_format": "@", **_BOXED},
    "wrapped": {"num_format": "@", "text_wrap": True, "valign": "top", **_BOXED},
    "mark_word": {"num_format": "@", "align": "center", **_BOXED},
    "word": {"num_format": "@", "align": "right", **_BOXED},
    "count": {"num_format": "#,##0", "align": "right", "valign": "top", **_BOXED},
    "link": {"font_color": GREEN, "underline": 1, "valign": "top", **_BOXED},
    "date": {"num_format": "yyyy-mm-dd", **_BOXED},
    "year": {"num_format": "0", **_BOXED},
}


class Styles:
    """The formats of one workbook, each made when it is first asked for."""

    def __init__(self, workbook: Any, font_size: int = 10) -> None:
        self._workbook = workbook
        self._base = {**_BASE, "font_size": font_size}
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = self._workbook.add_format({**self._base, **_STYLES[name]})
        return self._made[name]

    def number(self, decimals: int) -> Any:
        """A number with exactly the decimals it has: no more are shown than are stored."""
        name = f"number {decimals}"
        if name not in self._made:
            shown = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._made[name] = self._workbook.add_format(
                {**self._base, **_BOXED, "num_format": shown, "align": "right"}
            )
        return self._made[name]
