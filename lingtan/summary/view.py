"""What every part of a page is made from: the figures, the notes, and one language."""

from dataclasses import dataclass
from decimal import Decimal

from lingtan.bulletin.words import Words
from lingtan.disclosure.public_tables import Dimension, Measure, PublicTable
from lingtan.summary.amounts import Unit, unit_of
from lingtan.summary.charts import Marks
from lingtan.summary.figures import Cell, Figures, Found
from lingtan.summary.notes import Notes


@dataclass(frozen=True)
class Entry:
    """What stands in a cell of a table.

    Attributes:
        text: the figure as written, the mark, or a word.
        kind: number, withheld, absent or word; pages set each in its own way.
        sort: the value as a plain number, which the page sorts by; empty where there is none.
    """

    text: str
    kind: str
    sort: str = ""


@dataclass(frozen=True)
class View:
    """The figures of an edition with the marks of their charts and their notes, in one language."""

    figures: Figures
    marks: Marks
    notes: Notes
    words: Words

    def title(self, one: Measure | PublicTable | Dimension) -> str:
        """What a declared thing is called."""
        return one.zh if self.words.language == "zh" else one.en

    def by(self, dimension: Dimension) -> str:
        """What a dimension is called after "by": no capital letter, and no second 按."""
        title = self.title(dimension).removeprefix("按")
        return title[:1].lower() + title[1:]

    def chart_title(self, measure: Measure, dimension: str) -> str:
        """What a chart of a measure along a dimension is called."""
        by = self.by(self.figures.edition.public.dimensions[dimension])
        return self.text("by_dimension", measure=self.title(measure), dimension=by, year=self.figures.year)

    def name(self, cell: Cell) -> str:
        """What the code of a cell is called."""
        return cell.name_zh if self.words.language == "zh" else cell.name_en

    def unit(self, measure: Measure) -> Unit:
        """How the amounts of a measure are written."""
        return unit_of(measure.unit, measure.decimals, self.words)

    def entry(self, found: Found, unit: Unit) -> Entry:
        """A published cell as it stands in a table; withheld, absent and zero are three things (L7)."""
        if found is None:
            return self.absent
        if found.value is None:
            return self.withheld
        return Entry(unit.text(found.value), "number", f"{found.value:f}")

    def short(self, found: Found, unit: Unit) -> str:
        """A published cell as it stands in a chart, or its mark."""
        if found is None or found.value is None:
            return self.entry(found, unit).text
        return unit.short(found.value)

    def plain(self, value: Decimal, text: str) -> Entry:
        """A figure that was computed from published ones."""
        return Entry(text, "number", f"{value:f}")

    def word(self, text: str) -> Entry:
        """Words in a table."""
        return Entry(text, "word")

    @property
    def withheld(self) -> Entry:
        """The mark of what is not published: one for all reasons."""
        return Entry(self.words["mark_withheld"], "withheld")

    @property
    def absent(self) -> Entry:
        """The mark of what nothing was counted of."""
        return Entry(self.words["mark_absent"], "absent")

    def text(self, key: str, **values: object) -> str:
        """A text of the language with its places filled."""
        return self.words[key].format(**values)
