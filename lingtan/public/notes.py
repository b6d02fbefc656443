"""What public tables are called and what their readers have to know, in the words that every file uses."""

from pathlib import Path
from typing import Final

import yaml

from lingtan.disclosure.cells import TOTAL
from lingtan.public.columns import CONFIDENTIAL
from lingtan.public.edition import Edition

#: What the public tables are called together, in Chinese and in English.
TITLE: Final = ("零碳园区统计：公开表", "Statistics of zero-carbon parks: public tables")
KEYWORDS: Final = ("零碳园区", "温室气体", "zero-carbon parks", "greenhouse gas")

_NOTES: Final = Path(__file__).with_name("notes.yaml")
_SYNTHETIC: Final = (
    "合成数据：至少有一个园区是虚构的，数值不反映任何真实园区。",
    "Synthetic: at least one park is made up; the figures describe no real parks.",
)


def notes(edition: Edition) -> list[tuple[str, str]]:
    """The notes of every file in Chinese and in English, in the order of reading.

    Args:
        edition: says which rules hold, and whether it is synthetic.
    """
    said = _read("every_file", rules_version=edition.public.rules.version)
    return [*([_SYNTHETIC] if edition.is_synthetic else []), coverage_note(), *said]


def coverage_note() -> tuple[str, str]:
    """What the figures do not cover, in Chinese and in English."""
    (note,) = _read("coverage")
    return note


def workbook_notes(digits: int) -> list[tuple[str, str]]:
    """What is so in a workbook alone.

    Args:
        digits: the significant digits that its cells hold.
    """
    return _read("workbook", digits=digits)


def folder_notes() -> list[tuple[str, str]]:
    """How the files of the folder are verified and read."""
    return _read("folder")


def _read(part: str, **words: object) -> list[tuple[str, str]]:
    texts = yaml.safe_load(_NOTES.read_text(encoding="utf-8"))[part]
    known = {"confidential": CONFIDENTIAL, "total": TOTAL, **words}
    return [(one["zh"].format(**known), one["en"].format(**known)) for one in texts]
