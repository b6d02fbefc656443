"""Plants whose certificates are claimed for more than they sent to the grid (L6).

Certificates that can be traded are those of power sent to the grid, or of own use whose attributes were sold.
What is claimed beyond both was used or supplied directly, and has its claim there: the park of the plant and
every unit that claims its certificates are told.

Choices: only plants that one park reports, and that say what went to the grid; certificates by year of
generation, as far as nothing else stands against them; of two boundaries the larger amount.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from lingtan.synthetic.rounding import EXACT, total
from lingtan.synthetic.truth_amounts import ZERO, Absence
from lingtan.synthetic.truth_claim_cells import CountedYear
from lingtan.synthetic.truth_lines import Canonical
from lingtan.synthetic.truth_quantities import Quantities
from lingtan.synthetic.truth_reference import ReferenceValues

FINDING: Final = "certificates_exceed_grid_power"
#: Plant -> (park, boundary) -> MWh.
_Amounts = dict[str, dict[tuple[str, str], Decimal]]


def plant_findings(
    values: ReferenceValues, years: Iterable[CountedYear], reference_year: int
) -> set[tuple[str, str, str]]:
    """(park, boundary, finding) of all who have to do with such a plant."""
    known = list(years)
    tradable, claimed = _tradable(values, known), _all_claimed(known, reference_year)
    exceeding = {plant for plant, most in tradable.items() if claimed.get(plant, ZERO) > most}
    found = set()
    for year in known:
        for one in year.returns:
            inside = {unit.code for unit in one.park_return.units if unit.share(year.boundary_code) != 0}
            is_owner = any(line.plant_code in exceeding for line in one.park_return.generation)
            is_claiming = any(
                plant in exceeding and unit in inside for plant, unit, _ in _claims(one, reference_year)
            )
            if is_owner or is_claiming:
                found.add((year.park_code, year.boundary_code, FINDING))
    return found


def _tradable(values: ReferenceValues, years: Iterable[CountedYear]) -> dict[str, Decimal]:
    """Plant -> the most its certificates can be worth, of plants for which that can be said."""
    quantities = Quantities(values)
    sums: _Amounts = defaultdict(lambda: defaultdict(Decimal))
    unknown = set()
    for year in years:
        place = (year.park_code, year.boundary_code)
        for one in year.returns:
            for line in one.park_return.generation:
                if line.unit_code in year.elsewhere:
                    continue
                parts = [quantities.canonical(line.sent_to_grid, line.unit_of_measure)]
                if line.attribute_sold is not None:
                    parts.append(quantities.canonical(line.attribute_sold, line.unit_of_measure))
                if Absence.NOT_ESTIMATED in parts or "IE" in {line.sent_to_grid, line.attribute_sold}:
                    unknown.add(line.plant_code)
                amount = total(*(part for part in parts if isinstance(part, Decimal)))
                sums[line.plant_code][place] = EXACT.add(sums[line.plant_code][place], amount)
    return {
        plant: max(by_place.values())
        for plant, by_place in sums.items()
        if plant not in unknown and len({park for park, _ in by_place}) == 1
    }


def _all_claimed(years: Iterable[CountedYear], reference_year: int) -> dict[str, Decimal]:
    """Plant -> MWh of its certificates that may count."""
    sums: _Amounts = defaultdict(lambda: defaultdict(Decimal))
    for year in years:
        for one in year.returns:
            for plant, unit, amount in _claims(one, reference_year):
                if unit in year.elsewhere:
                    continue
                place = (year.park_code, year.boundary_code)
                sums[plant][place] = EXACT.add(sums[plant][place], amount)
    found: dict[str, Decimal] = {}
    for plant, by_place in sums.items():
        of_park: dict[str, Decimal] = {}
        for (park, _), amount in by_place.items():
            of_park[park] = max(amount, of_park.get(park, ZERO))
        found[plant] = total(*of_park.values())
    return found


def _claims(one: Canonical, reference_year: int) -> Iterator[tuple[str, str, Decimal]]:
    """Plant, unit and MWh of every certificate of the year's power that may count."""
    certificates = (claim for claim in one.claims if claim.type_code == "green_certificate")
    valid = {claim.key[3]: claim.valid for claim in certificates}
    for line in one.park_return.instruments:
        amount = valid.get(line.line_id)
        is_of_year = (line.generation_month or "")[:4] == str(reference_year)
        if line.plant_code is not None and is_of_year and isinstance(amount, Decimal) and amount > 0:
            yield line.plant_code, line.unit_code, amount
