"""Texts hold no figure, both languages have the same ones, all are used; every area has its tile (L10)."""

import re
from pathlib import Path
from string import Formatter

from lingtan import summary
from lingtan.bulletin.words import load_words
from lingtan.summary.notes import read_provinces
from lingtan.summary.tiles import read_grid

FOLDER = Path(summary.__file__).parent
#: Names of things, not figures.
NAMES = re.compile(r"[Ss]cope [123]")


def _texts(language: str) -> dict[str, str]:
    return load_words(language, FOLDER / "texts").texts


def test_no_figure_is_typed_in_a_text() -> None:
    for language in ("zh", "en"):
        typed = {key: text for key, text in _texts(language).items() if re.search(r"\d", NAMES.sub("", text))}
        assert typed == {}


def test_no_figure_is_typed_in_a_template() -> None:
    for path in sorted((FOLDER / "templates").glob("*.j2")):
        written = re.sub(r"\{[{%#].*?[}%#]\}", "", path.read_text(encoding="utf-8"), flags=re.S)
        words = re.sub(r"<style>.*?</style>|<[^>]*>", "", written, flags=re.S)
        assert re.findall(r"\d+", words) == [], path.name


def test_both_languages_have_the_same_texts_with_the_same_places() -> None:
    chinese, english = _texts("zh"), _texts("en")
    assert list(chinese) == list(english)

    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text)} - {None}

    assert {key for key in chinese if places(chinese[key]) != places(english[key])} == set()


def test_every_text_is_used() -> None:
    code = "".join(
        path.read_text(encoding="utf-8") for path in sorted([*FOLDER.rglob("*.py"), *FOLDER.rglob("*.j2")])
    )
    made = re.compile(
        r"^(unit|setting|value)_|_(heading|lead|table|by_area)$|^parks_(registered|complete|incomplete)$"
    )
    unused = {
        key
        for key in _texts("zh")
        if not made.search(key) and not re.search(rf'words\.{key}\b|"{key}"', code)
    }
    assert unused == set()


def test_every_area_of_the_standard_has_one_tile() -> None:
    grid = read_grid()
    standard = {one.code for one in read_provinces() if one.short_en}
    assert {one.code for one in grid} == standard
    assert len({(one.column, one.row) for one in grid}) == len(grid) == 34
