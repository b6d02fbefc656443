"""How wide a text is, in the column units of a workbook, where nothing fits rows and columns to text."""

import math
from unicodedata import east_asian_width


def text_width(text: str) -> int:
    """Width of the widest line in half-width characters; a Chinese character counts two."""
    return max((_line_width(line) for line in text.split("\n")), default=0)


def line_count(text: str, width: float) -> int:
    """How many lines the text takes in a column of this width, in half-width characters."""
    return sum(max(1, math.ceil(_line_width(line) / width)) for line in text.split("\n"))


def _line_width(line: str) -> int:
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in line)
