"""What protection costs readers: how many cells of a table are withheld, and how much stands behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from lingtan.disclosure.cells import TOTAL
from lingtan.disclosure.public_tables import PublicTable
from lingtan.public.columns import CONFIDENTIAL
from lingtan.public.edition import Edition, EditionTable


@dataclass(frozen=True)
class Loss:
    """The loss of one table.

    Attributes:
        table: the table.
        cell_count: its cells.
        withheld_count: those without a value.
        withheld: what its finest cells do not show beside the total; None where published figures do not
            tell.
    """

    table: PublicTable
    cell_count: int
    withheld_count: int
    withheld: tuple[Decimal, Decimal] | None


def losses(edition: Edition, year: int) -> Sequence[Loss]:
    """The loss of every table of a year, from its published cells alone."""
    found = []
    for one in edition.tables:
        frame = one.frame.filter(pl.col("reference_year") == year)
        if not frame.is_empty():
            withheld = int((frame["confidentiality_code"] == CONFIDENTIAL).sum())
            found.append(Loss(one.table, frame.height, withheld, _behind(one, frame)))
    return found


def _behind(table: EditionTable, frame: pl.DataFrame) -> tuple[Decimal, Decimal] | None:
    quantity = table.measure.quantity
    is_total = pl.all_horizontal(pl.col(f"{one}_code") == TOTAL for one in table.table.by)
    totals = frame.filter(is_total)[quantity].to_list()
    finest = frame.filter(_is_finest(table))[quantity].to_list()
    shown = [value for value in finest if value is not None]
    if len(shown) == len(finest):
        return Decimal(0), Decimal(1)
    # With values below zero the rest is no part of the total.
    if len(totals) != 1 or totals[0] is None or totals[0] <= 0 or any(value < 0 for value in shown):
        return None
    rest = Decimal(totals[0]) - sum(shown, Decimal(0))
    return (rest, Decimal(totals[0])) if rest >= 0 else None


def _is_finest(table: EditionTable) -> pl.Expr:
    """Cells that no other cell of the table is a part of."""
    return pl.all_horizontal(
        pl.col(f"{one}_code").is_in(coarse_codes(table, one)).not_() for one in table.table.by
    )


def coarse_codes(table: EditionTable, dimension: str) -> Sequence[str]:
    """The codes of a dimension that others in the table are parts of: its total, sections beside divisions.

    Sections of industry are letters, their divisions are figures (GB/T 4754).
    """
    codes = table.frame[f"{dimension}_code"].unique().to_list()
    has_divisions = dimension == "industry" and any(code.isdigit() for code in codes)
    return [code for code in codes if code == TOTAL or (has_divisions and len(code) == 1)]
