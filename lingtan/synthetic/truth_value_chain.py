"""The value chain of a park by category, with its coverage, as the truth understands it.

The factor of a line is its own where it names a document, else what the office lists for its activity code:
by unit of the activity, or by spend at the prices of the line's year.

Choices: coverage is the emission estimated at screening of relevant lines that have a result (zero included)
over that of all relevant lines; one relevant line that says nothing of it leaves the share unknown, and so
does a sum of zero; a category is screened by any line, relevant or not. Resold power and heat stand in
category 3 and are no part of the coverage; beside relevant lines of that category they may be counted twice.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lingtan.synthetic.lines import ScopeThreeLine
from lingtan.synthetic.rounding import EXACT, FACTOR_PLACES, SHOWN_RATIO_PLACES, half_up, product, quotient
from lingtan.synthetic.truth_amounts import ZERO, Absence, Amount, Entry, times
from lingtan.synthetic.truth_lines import Inside
from lingtan.synthetic.truth_totals import Sum
from lingtan.synthetic.value_chain_sets import activity_factors, spend_factors

RESOLD_CATEGORY: Final = "S3-03"
_T_PER_KG: Final = Decimal("0.001")
_YUAN_PER_10K: Final = Decimal(10000)
_WEIGHED_IN_T: Final = frozenset({"t", "kg", "kt", "10kt"})


def value_chain_emission(line: ScopeThreeLine, amount: Amount) -> Amount:
    """T CO2e of a relevant line."""
    return times(amount, line.measured_factor if line.factor_document else _listed(line))


def _listed(line: ScopeThreeLine) -> Decimal | None:
    """T CO2e per canonical unit that the office lists."""
    if line.factor_activity_code is None:
        return None
    key = (line.category_code, line.factor_activity_code)
    if line.method_code == "spend":
        spend = spend_factors().get((*key, line.price_year or 0))
        return None if spend is None else half_up(product(spend, _T_PER_KG, _YUAN_PER_10K), FACTOR_PLACES)
    factor = activity_factors().get(key) if line.unit_of_measure in _WEIGHED_IN_T else None
    return None if factor is None else half_up(product(factor, _T_PER_KG), FACTOR_PLACES)


@dataclass
class Category:
    """What a park screened in one category."""

    emission: Sum
    lines: int = 0
    unknown: int = 0
    screened: Decimal = ZERO
    covered: Decimal = ZERO

    @property
    def coverage(self) -> Decimal | None:
        """The covered share of the screened emission."""
        return share(self.covered, self.screened) if self.unknown == 0 else None


def share(part: Decimal, whole: Decimal) -> Decimal | None:
    """A share as it is shown; none of nothing."""
    return quotient(part, whole, SHOWN_RATIO_PLACES) if whole else None


def categories(lines: Iterable[Inside]) -> dict[str, Category]:
    """Category -> what lines screen of it."""
    found: dict[str, Category] = defaultdict(lambda: Category(Sum()))
    for one in lines:
        screened = {line.line_id: amount for line, amount in one.screened}
        for line, _ in one.screened:
            found[line.category_code]
        for line, amount in one.scope_three:
            category = found[line.category_code]
            emission = value_chain_emission(line, amount)
            is_covered = emission is not Absence.NOT_ESTIMATED
            category.lines += 1
            _add(category.emission, emission)
            weight = screened[line.line_id]
            if not isinstance(weight, Decimal):
                category.unknown += 1
                continue
            category.screened = EXACT.add(category.screened, weight)
            if is_covered:
                category.covered = EXACT.add(category.covered, weight)
    return dict(found)


def resold(entries: Iterable[Entry]) -> Mapping[str, Sum]:
    """Basis -> what is resold, in category 3."""
    found: dict[str, Sum] = defaultdict(Sum)
    for entry in entries:
        if entry.scope_code == "3" and entry.basis_code != "NA":
            _add(found[entry.basis_code], entry.amount)
    return found


def _add(known: Sum, amount: Amount) -> None:
    known.add(Sum(amount) if isinstance(amount, Decimal) else Sum(gaps=amount is Absence.NOT_ESTIMATED))


def category_cells(
    place: tuple[str, str, str], bases: Iterable[str], year: Mapping[str, Category], sent: Mapping[str, Sum]
) -> dict[str, dict[tuple[str, ...], Decimal | int | bool | str | None]]:
    """Kind -> (place, basis, category) -> value; `place` is park, boundary and method."""
    cells: dict[str, dict[tuple[str, ...], Decimal | int | bool | str | None]] = defaultdict(dict)
    for basis in bases:
        for code in sorted({*year, *((RESOLD_CATEGORY,) if basis in sent else ())}):
            known = year.get(code)
            both = Sum()
            if known is not None:
                both.add(known.emission)
            is_resold = code == RESOLD_CATEGORY and basis in sent
            if is_resold:
                both.add(sent[basis])
            key = (*place, basis, code)
            cells["scope3_emission"][key] = both.value
            cells["scope3_gaps"][key] = both.gaps
            cells["scope3_lines"][key] = known.lines if known else 0
            cells["scope3_coverage"][key] = known.coverage if known else None
            relevance = None if known is None else "relevant" if known.lines else "not_relevant"
            cells["scope3_relevance"][key] = relevance
            cells["scope3_overlap"][key] = is_resold and relevance == "relevant"
    return cells
