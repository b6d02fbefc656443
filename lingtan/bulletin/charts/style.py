"""What all charts share: colours, letters, and a fixed frame that no installed font can move (L4)."""

from collections.abc import Sequence
from typing import Any, Final

import altair as alt

INK: Final = "#1f2933"
MUTED: Final = "#5f6b76"
RULE: Final = "#d9dee3"
MARK: Final = "#8a5a00"
THRESHOLD: Final = "#b3261e"
#: Readable beside each other in print and for colour-blind readers: dark to light, then a warm one.
SERIES: Final = ("#1d4e79", "#7fa8cc", "#c98b2b", "#6d7f4d", "#8c6a9e")
#: Complete, partial; reported, but no complete year, not for this boundary; not reported: dark blue, ochre;
#: violet, light blue; pale.
STATES: Final = ("#1d4e79", "#c98b2b", "#8c6a9e", "#7fa8cc", "#cfd6dc")

FONT_SIZE: Final = 13
#: Fonts of the systems that read the page; the page's own style sheet overrides it.
FONT: Final = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
#: Width of every figure in its own units; the page scales it.
FIGURE_WIDTH: Final = 920


#: Rows for a chart.
Rows = Sequence[dict[str, Any]]


def data(rows: Rows) -> alt.InlineData:
    """Rows for a chart; numbers in them are places to draw at, never figures to read."""
    return alt.InlineData(values=list(rows))


def framed(
    layers: Sequence[alt.Chart], *, left: int, right: int, top: int, bottom: int, height: float
) -> alt.LayerChart:
    """Layers in one frame of fixed size: nothing is measured, so nothing depends on installed fonts.

    Args:
        layers: drawn in this order.
        left: room for names.
        right: room for columns of figures.
        top: room for their heads.
        bottom: room for the axis.
        height: of the drawing area.
    """
    frame: alt.LayerChart = (
        alt.layer(*layers)
        .properties(
            width=FIGURE_WIDTH - left - right,
            height=height,
            padding={"left": left, "right": right, "top": top, "bottom": bottom},
            autosize=alt.AutoSizeParams(type="none"),
        )
        .configure(
            aria=False,
            background="transparent",
            font=FONT,
            axis=alt.AxisConfig(
                labelColor=MUTED, labelFontSize=FONT_SIZE - 1, labelOverlap=False, labelFlush=False,
                labelLimit=0, titleColor=MUTED, titleFontSize=FONT_SIZE - 1, titleFontWeight="normal",
                titleLimit=0, gridColor=RULE, domainColor=MUTED, tickColor=MUTED,
            ),
            view=alt.ViewConfig(stroke=None),
            text=alt.MarkConfig(fontSize=FONT_SIZE, color=INK, baseline="middle", limit=0),
        )
    )  # fmt: skip
    return frame
