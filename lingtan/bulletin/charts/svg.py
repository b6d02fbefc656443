"""Turn a chart into SVG text that can stand in a page: one voice, unique ids, no address (L4, L12)."""

import re
from html import escape
from typing import Final

import altair as alt
import vl_convert

_VEGA_LITE: Final = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
_OPENING: Final = re.compile(r"^.*?<svg[^>]*?(viewBox=\"[^\"]*\")[^>]*>", re.DOTALL)
_ID: Final = re.compile(r'(\bid="|url\(#)([^")]+)')
#: Said of every mark, in English; the figure as a whole is one image with a title and a description.
_ROLES: Final = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')


def svg_text(chart: alt.LayerChart, *, name: str, title: str, description: str) -> str:
    """The chart as an inline `<svg>` element.

    Args:
        chart: a layered chart of fixed size.
        name: prefix of every id in it; unique in the page.
        title: what a screen reader calls the figure.
        description: what it says of its content.
    """
    drawn = vl_convert.vegalite_to_svg(chart.to_dict(), vl_version=_VEGA_LITE)
    opening = _OPENING.match(drawn)
    if opening is None:
        raise ValueError(f"no <svg> with a view box was drawn for {name}")
    # Namespaces are understood in HTML; writing them would put addresses into a page that refers to nothing.
    inside = _renumbered(_ROLES.sub("", drawn[opening.end() :]), name)
    return (
        f'<svg class="chart" role="img" aria-labelledby="{name}-title {name}-desc" {opening.group(1)}>'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(description)}</desc>'
        f"{inside.strip()}"
    )


def _renumbered(drawn: str, name: str) -> str:
    """Ids counted from 1 within this figure: the drawing library counts on over all charts of a process."""
    numbers: dict[str, int] = {}

    def renamed(found: re.Match[str]) -> str:
        number = numbers.setdefault(found[2], len(numbers) + 1)
        return f"{found[1]}{name}-{number}"

    return _ID.sub(renamed, drawn)
