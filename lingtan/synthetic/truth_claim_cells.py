"""The register of claims of a nation: all claims of the returns that count, direct lines among them.

Certificates that may count do so in the order of their lines, up to what the power of their unit took of
their bundle.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from lingtan.synthetic.rounding import EXACT, minus, total
from lingtan.synthetic.truth_amounts import ZERO, Amount
from lingtan.synthetic.truth_claim_outcomes import Judged
from lingtan.synthetic.truth_lines import Canonical

Value = Decimal | int | str | None
CellsOfKind = dict[str, dict[tuple[str, ...], Value]]
#: A register names no more claims that stand against one.
_NAMED: Final = 20


class CountedYear(NamedTuple):
    """The returns that are a park's year in a boundary."""

    park_code: str
    boundary_code: str
    returns: tuple[Canonical, ...]


def claim_cells(years: Iterable[CountedYear]) -> CellsOfKind:
    """Kind -> key -> value."""
    cells: CellsOfKind = defaultdict(dict)
    for year in years:
        for one in year.returns:
            for claim, counted, outcome in _counted(one):
                key = (year.park_code, year.boundary_code, *claim.key[1:])
                cells["claim_claimed"][key] = _number(claim.claimed)
                cells["claim_counted"][key] = _number(counted)
                cells["claim_blocked"][key] = _number(claim.blocked)
                cells["claim_outcome"][key] = outcome
                cells["claim_collisions"][key] = len(claim.against)
                cells["claim_against"][key] = _against(claim)
    return cells


def _counted(one: Canonical) -> Iterator[tuple[Judged, Amount, str]]:
    """Every claim with what of it counts in the end, and why."""
    claimed: dict[tuple[str, str | None], Decimal] = defaultdict(Decimal)
    certificates = [claim for claim in one.claims if claim.type_code == "green_certificate"]
    for claim in certificates:
        if isinstance(claim.valid, Decimal):
            bundle = (claim.unit_code, claim.bundle_code)
            claimed[bundle] = EXACT.add(claimed[bundle], claim.valid)
    free = {
        bundle: total(amount, minus(one.cleared.left.get((bundle[0], bundle[1] or ""), ZERO)))
        for bundle, amount in claimed.items()
    }
    for claim in sorted(one.claims, key=lambda claim: claim.key):
        counted, outcome = claim.valid, claim.outcome_code
        if claim.type_code == "green_certificate" and isinstance(claim.valid, Decimal):
            bundle = (claim.unit_code, claim.bundle_code)
            counted = min(claim.valid, free[bundle])
            free[bundle] = total(free[bundle], minus(counted))
            if outcome == "counted" and counted < claim.valid:
                outcome = "above_consumption"
        yield claim, counted, outcome


def _against(claim: Judged) -> str:
    """The plant or supplier that blocks it, or the first twenty claims against it, with serials."""
    if claim.source_key is not None:
        return claim.source_key
    named = sorted(
        f"{one.other.key[0]}/{one.other.unit_code}/{one.other.key[3]} {one.first}..{one.last}"
        for one in claim.against
    )
    return "; ".join(named[:_NAMED])


def _number(amount: Amount) -> Decimal | None:
    return amount if isinstance(amount, Decimal) else None
