"""Plants whose certificates are claimed for more than they sent to the grid (L6).

Certificates that can be traded are those of power sent to the grid, or of own use whose attributes were sold.
What is claimed beyond both was used or supplied directly, and has its claim there: every line that claims the
plant's certificates of the year is blocked, and the park of the plant and every unit that claims are told.

Choices: only plants that one park reports, and that say what went to the grid; certificates by year of
generation, as far as nothing else stands against them; of two boundaries the larger amount. What the park of
the plant says of own use and direct supply stays.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from lingtan.synthetic.model import ParkReturn
from lingtan.synthetic.rounding import EXACT, total
from lingtan.synthetic.truth_amounts import ZERO, Absence
from lingtan.synthetic.truth_claim_cells import CountedYear
from lingtan.synthetic.truth_claim_outcomes import BEYOND_GRID_POWER, judged_claims
from lingtan.synthetic.truth_claims import ExceededPlants, Meetings
from lingtan.synthetic.truth_quantities import Quantities
from lingtan.synthetic.truth_reference import ReferenceValues

FINDING: Final = "certificates_exceed_grid_power"
#: Plant -> (park, boundary) -> MWh.
_Amounts = dict[str, dict[tuple[str, str], Decimal]]
#: Plant, unit and MWh of a line.
_Claim = tuple[str, str, Decimal]


class PlantYear(NamedTuple):
    """The returns that are a park's year in a boundary; `elsewhere`: units that count in the park around."""

    park_code: str
    boundary_code: str
    returns: tuple[ParkReturn, ...]
    elsewhere: frozenset[str]


def exceeded_plants(
    values: ReferenceValues, years: Iterable[PlantYear], against: Meetings, reference_year: int
) -> ExceededPlants:
    """The plants of which more is claimed than they sent to the grid in the reference year."""
    known = list(years)
    tradable = _tradable(values, known)
    claimed = _all_claimed(values, known, against, reference_year)
    return {
        (plant, reference_year): park
        for plant, (park, most) in tradable.items()
        if claimed.get(plant, ZERO) > most
    }


def plant_findings(exceeded: ExceededPlants, years: Iterable[CountedYear]) -> set[tuple[str, str, str]]:
    """(park, boundary, finding) of all who have to do with such a plant."""
    plants = {plant for plant, _ in exceeded}
    found = set()
    for year in years:
        for one in year.returns:
            inside = {unit.code for unit in one.park_return.units if unit.share(year.boundary_code) != 0}
            is_owner = any(line.plant_code in plants for line in one.park_return.generation)
            is_claiming = any(
                claim.outcome_code == BEYOND_GRID_POWER and claim.unit_code in inside for claim in one.claims
            )
            if is_owner or is_claiming:
                found.add((year.park_code, year.boundary_code, FINDING))
    return found


def _tradable(values: ReferenceValues, years: Iterable[PlantYear]) -> dict[str, tuple[str, Decimal]]:
    """Plant -> its park and the most its certificates can be worth, where that can be said."""
    quantities = Quantities(values)
    sums: _Amounts = defaultdict(lambda: defaultdict(Decimal))
    unknown = set()
    for year in years:
        place = (year.park_code, year.boundary_code)
        for one in year.returns:
            for line in one.generation:
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
        plant: (next(iter(by_place))[0], max(by_place.values()))
        for plant, by_place in sums.items()
        if plant not in unknown and len({park for park, _ in by_place}) == 1
    }


def _all_claimed(
    values: ReferenceValues, years: Iterable[PlantYear], against: Meetings, reference_year: int
) -> dict[str, Decimal]:
    """Plant -> MWh of its certificates that may count."""
    quantities = Quantities(values)
    sums: _Amounts = defaultdict(lambda: defaultdict(Decimal))
    for year in years:
        for one in year.returns:
            for plant, unit, amount in _claims(values, quantities, one, against, reference_year):
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


def _claims(
    values: ReferenceValues, quantities: Quantities, one: ParkReturn, against: Meetings, reference_year: int
) -> Iterator[_Claim]:
    """Plant, unit and MWh of every certificate of the year's power that may count."""
    lines = {line.line_id: line for line in one.instruments}
    for claim in judged_claims(values, quantities, one, against):
        if claim.type_code != "green_certificate":
            continue
        line = lines[claim.key[3]]
        is_of_year = (line.generation_month or "")[:4] == str(reference_year)
        if (
            line.plant_code is not None
            and is_of_year
            and isinstance(claim.valid, Decimal)
            and claim.valid > 0
        ):
            yield line.plant_code, line.unit_code, claim.valid
