"""What the carbon accounts of one year hand to the next.

Choice: the account of a unit goes on where the same credit code and unit code had one in the same park and
boundary the year before, gaps and all; else it opens with nothing.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lingtan.synthetic.rounding import total
from lingtan.synthetic.truth import Truth
from lingtan.synthetic.truth_account_cells import Cells, add_entry
from lingtan.synthetic.truth_amounts import ZERO


def carried_forward(truths: Sequence[Truth]) -> list[Truth]:
    """The truths of several years, each account opening with what it closed with the year before.

    Args:
        truths: Years, of which every account opens in its own.
    """
    found: dict[int, Truth] = {}
    for one in sorted(truths, key=lambda truth: truth.year):
        before = found.get(one.year - 1)
        found[one.year] = one if before is None else _after(one, before)
    return [found[one.year] for one in truths]


def _after(one: Truth, before: Truth) -> Truth:
    cells: Cells = {kind: dict(of_kind) for kind, of_kind in one.cells.items() if kind.startswith("account_")}
    closed = before.cells["account_credit"]
    for key, credit_code in one.cells["account_credit"].items():
        last = (*key[:3], "closing")
        if key[3] == "opening" and last in closed and closed[last] == credit_code:
            credit, (opening, gaps, _) = _text(credit_code), _entry(before, last)
            movement, own_gaps, reason = _entry(one, last)
            told = "not_estimated" if gaps else None
            add_entry(cells, key, credit, opening, gaps, told)
            add_entry(cells, last, credit, total(opening, movement), gaps + own_gaps, told or reason)
    return replace(one, cells={**one.cells, **cells})


def _entry(of: Truth, key: tuple[str, ...]) -> tuple[Decimal, int, str | None]:
    """Amount, gaps and reason of a balance."""
    amount, gaps = of.cells["account_amount"][key], of.cells["account_gaps"][key]
    return (
        amount if isinstance(amount, Decimal) else ZERO,
        gaps if isinstance(gaps, int) else 0,
        _text(of.cells["account_reason"][key]),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
