"""Break a long name into lines: a chart does not wrap text by itself."""

import re
from typing import Final

from lingtan.contracts.text_width import text_width

#: What a line is never broken inside: a Latin word or a code; every Chinese character stands for itself.
_PIECE: Final = re.compile(r"\s*[\w.\-]+|\s*.", re.ASCII)


def broken(text: str, width: int) -> str:
    """The text with line breaks: lines keep within `width` half-width characters where words allow it."""
    lines = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and text_width(lines[-1] + piece) > width:
            lines.append(piece.lstrip())
        else:
            lines[-1] += piece
    return "\n".join(lines)
