"""What stands in a cell or at the end of a bar: a written figure, or the name of why there is none (L7)."""

from dataclasses import dataclass
from decimal import Decimal

from lingtan.bulletin import numbers
from lingtan.bulletin.tables import Row
from lingtan.bulletin.words import Words


@dataclass(frozen=True)
class Cell:
    """Text of a cell.

    Attributes:
        text: the figure as written, or a word.
        mark: a word beside a figure that is not the whole, else empty.
        is_word: whether the text is a word.
        share: how much of the figure rests on factors not verified, as written; empty where nothing does.
        share_text: the same as a sentence.
    """

    text: str
    mark: str = ""
    is_word: bool = False
    share: str = ""
    share_text: str = ""


def _amount(row: Row, words: Words, column: str, *, is_partial: bool) -> Cell:
    """A known amount in units of 10 000 t, with what a reader has to know of it."""
    share: str = row.get(f"unverified_{column}", "")
    return Cell(
        numbers.ten_thousand(row[column]),
        words["partial"] if is_partial else "",
        share=share,
        share_text=words["of_which_unverified"].replace("{share}", share) if share else "",
    )


def emission_cell(row: Row, words: Words, parks: Row | None = None) -> Cell:
    """A sum of park results in 10 000 t CO2.

    Args:
        row: emission_tco2e, park_count_partial; park_count_lines where the row is of one component.
        words: of the page's language.
        parks: the row that counts the parks of the year and area; None: the row itself does.
    """
    counts = row if parks is None else parks
    if row["emission_tco2e"] is not None:
        return _amount(row, words, "emission_tco2e", is_partial=bool(row["park_count_partial"]))
    if counts["park_count_reported"] == 0:
        is_silent = counts["park_count_not_reported"] == counts["park_count_registered"]
        return Cell(words["not_reported"] if is_silent else words["no_result"], is_word=True)
    if row.get("park_count_lines") == 0:
        return Cell(words["no_lines"], is_word=True)
    return Cell(words["not_estimated"], is_word=True)


def inventory_cell(row: Row, words: Words) -> Cell:
    """An inventory's emission in 10 000 t CO2: emission_tco2e, is_partial."""
    if row["emission_tco2e"] is None:
        return Cell(words["not_estimated"], is_word=True)
    return _amount(row, words, "emission_tco2e", is_partial=row["is_partial"])


def amount_cell(row: Row, words: Words, column: str = "emission_tco2e") -> Cell:
    """An amount of the full inventory in 10 000 t CO2e; without any it says why.

    Args:
        row: the amount; not_estimated_count of the terms behind it, is_partial where the row has one.
        words: of the page's language.
        column: which amount of the row.
    """
    is_partial = row.get("is_partial", False) or row["not_estimated_count"] > 0
    if row[column] is not None:
        return _amount(row, words, column, is_partial=is_partial)
    return Cell(words["not_estimated"] if row["not_estimated_count"] else words["no_lines"], is_word=True)


def energy_cell(row: Row, words: Words) -> Cell:
    """The energy that a reason concerns, in 10 000 tce; marked where it is not known of every line."""
    energy: Decimal | None = row["energy_tce"]
    if not row.get("concerns_lines", True):
        return Cell(words["no_energy"], is_word=True)
    if energy is None:
        return Cell(words["no_energy"], is_word=True)
    return Cell(numbers.ten_thousand(energy), words["partial"] if row["line_count_energy_unknown"] else "")


def median_cell(row: Row, words: Words) -> Cell:
    """The median of the peers of a size class; too few peers have none."""
    median: Decimal | None = row["peer_median"]
    return Cell(words["too_few"], is_word=True) if median is None else Cell(numbers.intensity(median))


def threshold_cell(row: Row, words: Words) -> Cell:
    """The national threshold of a size class, where one is published."""
    threshold: Decimal | None = row["threshold_value"]
    if threshold is None:
        return Cell(words["no_threshold"], is_word=True)
    return Cell(words["at_most"] + numbers.plain(threshold))
