"""What the carbon accounts of one year hand to the next.

Choice: the account of a unit goes on where the same credit code and unit code had one in the same park and
boundary the year before, gaps and all; else it opens with nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

from lingtan.synthetic.rounding import total
from lingtan.synthetic.truth import Truth
from lingtan.synthetic.truth_account_cells import Cells, add_entry


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
    for key, credit_code in list(cells["account_credit"].items()):
        last = (*key[:3], "closing")
        if key[3] != "opening" or last not in before.cells["account_credit"]:
            continue
        if before.cells["account_credit"][last] != credit_code:
            continue
        opening, closing = (before.cells["account_amount"][last], cells["account_amount"][last])
        gaps, own_gaps = before.cells["account_gaps"][last], cells["account_gaps"][last]
        said = cells["account_reason"][last]
        add_entry(cells, key, credit_code, opening, gaps, "not_estimated" if gaps else None)
        add_entry(
            cells, last, credit_code, total(opening, closing), gaps + own_gaps,
            "not_estimated" if gaps else said,
        )  # fmt: skip
    return replace(one, cells={**one.cells, **cells})
