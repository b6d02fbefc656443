"""Cells of provinces, the nation and industries, and production and consumption totals.

National park method: sums of park results. Inventory: scopes 1 and 2, removals and offsets; scope 3 and memo
items are never summed over parks. What one park sends another of the area leaves scope 2 and the memo of own
generation on both sides; what a nested park and the park around it both state is there once, by any method.

Choices: every province with registered parks and both boundaries have every component of a method, empty
where no park has it (in the group CO2; offsets in CO2e); own use whose attributes were sold counts as
received; an industry of the nation is summed over its provinces;
production and consumption are partial also with what a park of the area declares of scopes 1 and 2.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lingtan.synthetic.rounding import total
from lingtan.synthetic.truth_ghgi import BASES, INVENTORY_METHOD, NO_BASIS
from lingtan.synthetic.truth_park_years import CellsOfKind
from lingtan.synthetic.truth_parks import COMPONENTS, PARK_METHOD
from lingtan.synthetic.truth_periods import BOUNDARIES
from lingtan.synthetic.truth_totals import NATION, Ledgered, Row, Sum, Sums, seen_from

_SUMMED_SCOPES: Final = frozenset({"1", "2", "removal", "offset"})
_SCOPE_1: Final = (
    "stationary_combustion",
    "mobile_combustion",
    "conversion",
    "process",
    "fugitive",
    "waste",
    "captured_co2",
)
#: (method, scope, basis, component, gas group) that every area has.
_ALWAYS: Final = (
    *((PARK_METHOD, "NA", NO_BASIS, component, "CO2") for component in COMPONENTS),
    *((INVENTORY_METHOD, "1", NO_BASIS, component, "CO2") for component in _SCOPE_1),
    *(
        (INVENTORY_METHOD, "2", basis, component, "CO2")
        for basis in BASES
        for component in ("purchased_power", "purchased_heat")
    ),
    (INVENTORY_METHOD, "removal", NO_BASIS, "removals", "CO2"),
    (INVENTORY_METHOD, "offset", NO_BASIS, "offsets", "CO2e"),
)


@dataclass(frozen=True)
class Parks:
    """Whose results an area sums.

    Attributes:
        province_of: Registered park -> its province.
        reported: (boundary, park) of every park whose year counts in that boundary.
        partial: (boundary, method, park) of every park whose total is partial, on a basis or more.
        declared: (boundary, park) of every park that declares a gap in the total of its inventory.
    """

    province_of: Mapping[str, str]
    reported: frozenset[tuple[str, str]]
    partial: frozenset[tuple[str, str, str]]
    declared: frozenset[tuple[str, str]]

    @property
    def areas(self) -> tuple[str, ...]:
        """Provinces with registered parks, and the nation."""
        return (*sorted(set(self.province_of.values())), NATION)

    def counts(self, area: str, boundary: str, method: str) -> dict[str, int]:
        """How many parks of the area are registered, report, and have a partial result."""
        own = {park for park, province in self.province_of.items() if area in {province, NATION}}
        return {
            "registered": len(own),
            "reported": sum((boundary, park) in self.reported for park in own),
            "partial": sum((boundary, method, park) in self.partial for park in own),
        }

    def declares(self, area: str, boundary: str) -> bool:
        """Whether a park of the area declares a gap in its total."""
        return any(
            where == boundary and area in {self.province_of[park], NATION} for where, park in self.declared
        )


def area_cells(ledgered: Ledgered, parks: Parks) -> CellsOfKind:
    """Kind -> (area, boundary, ...) -> value."""
    cells: CellsOfKind = defaultdict(dict)
    areas = parks.areas
    sums: Sums[tuple[str, ...]] = Sums()
    sectors: Sums[tuple[str, ...]] = Sums()
    flows: Sums[tuple[str, str, str, str]] = Sums()
    for row, part in ledgered.items():
        for area in (row.province_code, NATION):
            seen = seen_from(row, part, area, has_exchange=row.method_code == INVENTORY_METHOD)
            key = (area, row.boundary_code, row.method_code)
            names = (row.scope_code, row.basis_code, row.component_code, row.group_code)
            is_counted = not row.is_memo
            if is_counted and (row.method_code == PARK_METHOD or row.scope_code in _SUMMED_SCOPES):
                sums.add((*key, *names), seen)
            if is_counted and (row.method_code == PARK_METHOD or row.scope_code == "1"):
                once = seen_from(row, part, area, has_exchange=False)
                sectors.add((*key, row.division_code, row.scope_code, *names[2:]), once)
            for flow, basis in _flows(row):
                flows.add((area, row.boundary_code, basis, flow), seen)
    met = {key[:6] for key in sums.of}
    for area in areas:
        for boundary in BOUNDARIES:
            for always in _ALWAYS:
                if (area, boundary, *always[:4]) not in met:
                    sums.add((area, boundary, *always), Sum())
    counts = {
        (area, boundary, method): parks.counts(area, boundary, method)
        for area in areas
        for boundary in BOUNDARIES
        for method in (PARK_METHOD, INVENTORY_METHOD)
    }
    for cell, part in sums.of.items():
        kind, rest = ("national", cell[1:]) if cell[0] == NATION else ("province", cell)
        cells[kind][rest] = part.value
        cells[f"{kind}_gaps"][rest] = part.gaps
        for name, count in counts[cell[0], cell[1], cell[2]].items():
            cells[f"{kind}_{name}"][rest] = count
    for sector, part in sectors.of.items():
        cells["sector"][sector] = part.value
        cells["sector_units"][sector] = len(part.units)
        in_sector = {park for park, _ in part.units}
        cells["sector_parks"][sector] = len(in_sector)
        cells["sector_gaps"][sector] = part.gaps
        boundary, method = sector[1:3]
        cells["sector_partial"][sector] = sum((boundary, method, park) in parks.partial for park in in_sector)
    _production_and_consumption(cells, flows, parks)
    for flow_cell in cells["flow_gaps"]:
        for name, count in counts[flow_cell[0], flow_cell[1], INVENTORY_METHOD].items():
            cells[f"flow_{name}"][flow_cell] = count
    return cells


def _flows(row: Row) -> Iterable[tuple[str, str]]:
    """The flows of production and consumption a row belongs to, each with its basis."""
    if row.method_code != INVENTORY_METHOD:
        return
    if row.scope_code == "1":
        for basis in BASES:
            yield "production", basis
    elif row.scope_code == "2":
        yield ("resold" if row.is_sent else "received"), row.basis_code
    elif row.component_code == "own_generation_sent":
        for basis in BASES:
            yield "own_generation_sent", basis


def _production_and_consumption(
    cells: CellsOfKind, flows: Sums[tuple[str, str, str, str]], parks: Parks
) -> None:
    names = ("production", "received", "resold", "own_generation_sent")
    for area in parks.areas:
        for boundary in BOUNDARIES:
            for basis in BASES:
                parts = [flows.of.get((area, boundary, basis, name), Sum()) for name in names]
                key = (area, boundary, INVENTORY_METHOD, basis)
                for name, part in zip(names, parts, strict=True):
                    cells[f"flow_{name}"][key] = part.value
                known: list[Decimal] = [part.value for part in parts if part.value is not None]
                cells["flow_consumption"][key] = total(*known) if known else None
                gaps = sum(part.gaps for part in parts)
                cells["flow_gaps"][key] = gaps
                cells["flow_is_partial"][key] = gaps > 0 or parks.declares(area, boundary)
