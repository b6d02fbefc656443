"""What a release has to say about a synthetic nation, to the last decimal.

Independent on purpose (DESIGN section 4): methods are stated in `truth_*` modules in plain Python from
ACCOUNTING sections 2 to 5; factor values come from the reference seeds and the fictional office's sets;
nothing is read from `method_terms`, `energy_terms`, a model or a release. Which returns count is worked out
from their period codes here, whatever the generator says about them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lingtan.synthetic.model import Nation, ParkReturn
from lingtan.synthetic.reference_sets import equivalent_coefficients
from lingtan.synthetic.rounding import total
from lingtan.synthetic.truth_account_cells import AccountYear, account_cells
from lingtan.synthetic.truth_areas import Parks, area_cells
from lingtan.synthetic.truth_at_hand import at_hand_cells
from lingtan.synthetic.truth_boundaries import CountedParks
from lingtan.synthetic.truth_bridge import bridge_cells
from lingtan.synthetic.truth_claim_cells import CountedYear, claim_cells
from lingtan.synthetic.truth_claims import Exceeded, Group, meetings
from lingtan.synthetic.truth_coverage import coverage_cells, year_cells
from lingtan.synthetic.truth_direct import direct_findings, exceeded_suppliers
from lingtan.synthetic.truth_flows import Flows, flow_cells
from lingtan.synthetic.truth_gap import gap_cells
from lingtan.synthetic.truth_ghgi import INVENTORY_METHOD
from lingtan.synthetic.truth_lineage import line_cells, register_cells
from lingtan.synthetic.truth_nested_units import nested_unit_findings
from lingtan.synthetic.truth_nesting import Nesting
from lingtan.synthetic.truth_park_years import ParkYear, park_cells
from lingtan.synthetic.truth_parks import COMPONENTS, PARK_METHOD
from lingtan.synthetic.truth_periods import Year, years_of
from lingtan.synthetic.truth_plants import PlantYear, exceeded_plants, plant_findings
from lingtan.synthetic.truth_proof import Proof, proof_cells
from lingtan.synthetic.truth_provinces import province_emission
from lingtan.synthetic.truth_quantities import Quantities
from lingtan.synthetic.truth_reference import reference_values
from lingtan.synthetic.truth_returns import Worker, declared_gaps
from lingtan.synthetic.truth_stages import stage_cells
from lingtan.synthetic.truth_totals import Ledgered
from lingtan.synthetic.truth_uncertainty import Uncertainties

INVENTORY_OF_PROVINCES: Final = "CEADS-PROV"

#: A released key without its year, as text, and the value that belongs to it.
Cells = Mapping[tuple[str, ...], Decimal | int | bool | str | None]


@dataclass(frozen=True)
class Truth:
    """Exact results of one nation and year: kind of cell -> key -> value (see `compare.KINDS`)."""

    seed: int
    year: int
    cells: Mapping[str, Cells]

    def national_components(self, boundary_code: str = "physical") -> dict[str, Decimal | None]:
        """Component of the national park method -> sum of park results over the nation."""
        known = self.cells["national"]
        found = {}
        for component in COMPONENTS:
            value = known[boundary_code, PARK_METHOD, "NA", "NA", component, "CO2"]
            found[component] = value if isinstance(value, Decimal) else None
        return found


def truth(nation: Nation, years_released: Sequence[int] = ()) -> Truth:
    """Work out the truth of one nation.

    Args:
        nation: One year.
        years_released: All years of the release it is compared with; none: the nation's alone.
    """
    years_told = tuple(years_released) or (nation.year,)
    values = reference_values()
    years = _years(nation)
    province_of = {park.code: park.province_code for park in nation.parks}
    counted_parks = {
        (boundary, code): province_of[code]
        for code, of_park in years.items()
        for boundary, year in of_park.items()
        if year.counted
    }
    worker = Worker(values, equivalent_coefficients().get(nation.year), counted_parks)
    nesting = Nesting(nation.parks, years)
    flows = _flows(nation, Quantities(values), years, counted_parks, nesting)
    proof = Proof(worker, flows)
    against = meetings(_groups(years), nesting.counted_in)
    known_years = [
        PlantYear(code, boundary, years[code][boundary].counted, frozenset(nesting.levels(code, boundary)))
        for boundary, code in counted_parks
    ]
    exceeded = Exceeded(
        plants=exceeded_plants(values, known_years, against, nation.year),
        suppliers=exceeded_suppliers(values, flows, known_years),
    )
    park_years, counted_years = [], []
    ledgered = Ledgered()
    uncertainties = Uncertainties()
    for code, boundary in sorted((code, boundary) for boundary, code in counted_parks):
        year = years[code][boundary]
        counted = worker.canonical(year.counted, against, exceeded)
        compared = worker.canonical(year.compared, against, exceeded)
        nested = nesting.levels(code, boundary)
        counted_years.append(CountedYear(code, boundary, tuple(counted)))
        found = ParkYear(
            code,
            boundary,
            worker.boundary_year(counted, boundary).nested(nested),
            worker.boundary_year(compared, boundary).entries if compared else None,
            declared_gaps(year.counted),
        )
        park_years.append(found)
        ledgered.add(code, province_of[code], found.year.entries)
        proof.add(province_of[code], boundary, found.year, nested)
        uncertainties.add(code, province_of[code], found.year.entries)
    of_parks = park_cells(park_years)
    differing = nested_unit_findings(worker, park_years, nesting)
    claims_exceed = plant_findings(exceeded.plants, counted_years) | direct_findings(
        exceeded.suppliers, counted_years
    )
    for told in claims_exceed | nesting.findings | differing:
        of_parks["finding"][told] = True
    totals = of_parks["park_total_partial"]
    parks = Parks(
        province_of=province_of,
        reported=frozenset((one.boundary_code, one.park_code) for one in park_years),
        partial=frozenset((key[1], key[2], key[0]) for key, is_partial in totals.items() if is_partial),
        declared=frozenset(
            (one.boundary_code, one.park_code)
            for one in park_years
            if one.declared_gaps[INVENTORY_METHOD].is_in_total
        ),
    )
    of_areas = area_cells(ledgered, parks)
    of_flows = flow_cells(flows)
    of_accounts = account_cells(
        AccountYear(one.park_code, one.boundary_code, one.year.lines, one.year.bookings) for one in park_years
    )
    coverage = coverage_cells(nation.parks, years, park_years)
    inventories = {one.province_code: province_emission(values, one) for one in nation.inventories}
    return Truth(
        seed=nation.seed,
        year=nation.year,
        cells={
            **of_parks,
            **of_areas,
            **of_flows,
            **of_accounts,
            **proof_cells(proof, parks.areas, of_areas),
            "park_gas": {**of_parks["park_gas"], **of_accounts["park_gas"]},
            "finding": {**of_parks["finding"], **of_flows["finding"]},
            **year_cells(nation.parks, years),
            **register_cells(nation.parks, nation.year, years_told),
            **bridge_cells(worker, park_years, of_parks["park_component"]),
            **line_cells(of_parks, years_told),
            **at_hand_cells(worker, years, against, exceeded),
            **claim_cells(counted_years),
            **gap_cells(
                (province_of[one.park_code], one.boundary_code, one.year.gap, one.year.entries)
                for one in park_years
            ),
            "coverage": coverage,
            **uncertainties.cells(),
            **stage_cells(nation.parks, of_parks, coverage),
            "province_inventory": {
                (province, INVENTORY_OF_PROVINCES): tonnes for province, tonnes in inventories.items()
            },
            "national_inventory": {(INVENTORY_OF_PROVINCES,): total(*inventories.values())},
        },
    )


def _flows(
    nation: Nation,
    quantities: Quantities,
    years: dict[str, dict[str, Year]],
    counted_parks: CountedParks,
    nesting: Nesting,
) -> Flows:
    """The flows of all returns that count, judged."""
    province_of = {park.code: park.province_code for park in nation.parks}
    flows = Flows(quantities, province_of, counted_parks, nesting)
    for boundary, code in sorted(counted_parks):
        for one in years[code][boundary].counted:
            flows.add(one, boundary)
    flows.judge()
    return flows


def _groups(years: Mapping[str, Mapping[str, Year]]) -> Iterator[Group]:
    """The returns of every park that stand together in a boundary: what counts, what is only at hand."""
    for of_park in years.values():
        for boundary, year in of_park.items():
            yield Group(boundary, is_counted=True, returns=year.counted)
            at_hand = tuple(one for one in year.at_hand if one not in year.counted)
            yield Group(boundary, is_counted=False, returns=at_hand)


def _years(nation: Nation) -> dict[str, dict[str, Year]]:
    """Park -> boundary -> year, of every park that sent anything."""
    by_park: dict[str, list[ParkReturn]] = defaultdict(list)
    for one in (*nation.returns, *nation.compared, *nation.not_counted):
        by_park[one.park.code].append(one)
    return {code: years_of(returns) for code, returns in sorted(by_park.items())}
