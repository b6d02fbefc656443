"""Cells of provinces, the nation and industries, and production and consumption totals.

National park method: sums of park results. Inventory: scopes 1 and 2, removals and offsets; scope 3 and memo
items are never summed over parks. What one park sends another of the area leaves scope 2 and the memo of own
generation on both sides.

Choices: every province with registered parks and both boundaries have every component of a method, empty
where no park has it (in the group CO2; offsets in CO2e); own use whose attributes were sold counts as
received; an industry of the nation is summed over its provinces;
production and consumption are partial also with what a park of the area declares.
"""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from lingtan.synthetic.rounding import total
from lingtan.synthetic.truth_ghgi import BASES, INVENTORY_METHOD, NO_BASIS
from lingtan.synthetic.truth_park_years import CellsOfKind
from lingtan.synthetic.truth_parks import COMPONENTS, PARK_METHOD
from lingtan.synthetic.truth_totals import NATION, Ledgered, Row, Sum, Sums, seen_from

BOUNDARIES: Final = ("physical", "administrative")
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


def area_cells(
    ledgered: Ledgered, provinces: Iterable[str], declared: frozenset[tuple[str, str]]
) -> CellsOfKind:
    """Kind -> (area, boundary, ...) -> value.

    Args:
        ledgered: Entries of all parks.
        provinces: Provinces with registered parks.
        declared: (area, boundary) with a park that declares a source category not estimated.
    """
    cells: CellsOfKind = defaultdict(dict)
    areas = (*provinces, NATION)
    sums: Sums[tuple[str, ...]] = Sums()
    sectors: Sums[tuple[str, ...]] = Sums()
    flows: Sums[tuple[str, str, str, str]] = Sums()
    for row, part in ledgered.items():
        for area in (row.province_code, NATION):
            seen = seen_from(row, part, area) if row.method_code == INVENTORY_METHOD else part
            key = (area, row.boundary_code, row.method_code)
            names = (row.scope_code, row.basis_code, row.component_code, row.group_code)
            is_counted = not row.is_memo
            if is_counted and (row.method_code == PARK_METHOD or row.scope_code in _SUMMED_SCOPES):
                sums.add((*key, *names), seen)
            if is_counted and (row.method_code == PARK_METHOD or row.scope_code == "1"):
                sectors.add((*key, row.division_code, row.scope_code, *names[2:]), part)
            for flow, basis in _flows(row):
                flows.add((area, row.boundary_code, basis, flow), seen)
    met = {key[:6] for key in sums.of}
    for area in areas:
        for boundary in BOUNDARIES:
            for always in _ALWAYS:
                if (area, boundary, *always[:4]) not in met:
                    sums.add((area, boundary, *always), Sum())
    for cell, total_of in sums.of.items():
        kind, rest = ("national", cell[1:]) if cell[0] == NATION else ("province", cell)
        cells[kind][rest] = total_of.value
    cells["sector"] = dict(sectors.values())
    _production_and_consumption(cells, flows, areas, declared)
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
    cells: CellsOfKind,
    flows: Sums[tuple[str, str, str, str]],
    areas: Iterable[str],
    declared: frozenset[tuple[str, str]],
) -> None:
    names = ("production", "received", "resold", "own_generation_sent")
    for area in areas:
        for boundary in BOUNDARIES:
            for basis in BASES:
                parts = [flows.of.get((area, boundary, basis, name), Sum()) for name in names]
                key = (area, boundary, INVENTORY_METHOD, basis)
                for name, part in zip(names, parts, strict=True):
                    cells[f"flow_{name}"][key] = part.value
                known: list[Decimal] = [part.value for part in parts if part.value is not None]
                cells["flow_consumption"][key] = total(*known) if known else None
                is_partial = any(part.is_partial for part in parts)
                cells["flow_partial"][key] = is_partial or (area, boundary) in declared
