"""Cells of single parks: components, memo items, totals, nets, energy, findings, differences of periods.

Choices: a park with a year has a total of every method and basis, empty where nothing is known; parts of a
net that no line speaks of are empty, and the nets add what is known; a net is partial with its scopes 1 and
2, its removals or its offsets, and with what the park declares of those; carbon per energy is empty where the
energy is not positive; an empty side of a difference of periods counts as nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lingtan.synthetic.rounding import EXACT, SHOWN_RATIO_PLACES, quotient, total
from lingtan.synthetic.truth_amounts import ZERO, Entry
from lingtan.synthetic.truth_energy import VARIANTS
from lingtan.synthetic.truth_ghgi import BASES, INVENTORY_METHOD, NO_BASIS
from lingtan.synthetic.truth_indicators import clean_cells, indicator_cells
from lingtan.synthetic.truth_parks import PARK_METHOD
from lingtan.synthetic.truth_profile import profile
from lingtan.synthetic.truth_returns import BoundaryYear, DeclaredGaps
from lingtan.synthetic.truth_totals import Ledgered, Sum, Sums, difference
from lingtan.synthetic.truth_value_chain import categories, category_cells, resold, share

#: (method, scope, basis, component, gas group)
Component = tuple[str, str, str, str, str]
Value = Decimal | int | bool | str | None
CellsOfKind = dict[str, dict[tuple[str, ...], Value]]


#: Categories of the value chain.
_CATEGORIES: Final = 15


@dataclass(frozen=True)
class ParkYear:
    """A park's year in one boundary.

    Attributes:
        park_code: The park.
        boundary_code: The boundary.
        year: What counts.
        compared: Entries of the periods beside an annual return; None where there are none.
        declared_gaps: Method -> what the park declares a gap of it.
    """

    park_code: str
    boundary_code: str
    year: BoundaryYear
    compared: tuple[Entry, ...] | None
    declared_gaps: Mapping[str, DeclaredGaps]


def park_cells(park_years: Iterable[ParkYear]) -> CellsOfKind:
    """Kind -> (park, boundary, ...) -> value."""
    cells: CellsOfKind = defaultdict(dict)
    for one in park_years:
        place = (one.park_code, one.boundary_code)
        components = _components(one.year.entries)
        for kind, sums in (
            ("component", components),
            ("memo", _components(one.year.entries, is_memo=True)),
        ):
            for key, part in sums.of.items():
                cells[f"park_{kind}"][*place, *key] = part.value
                cells[f"park_{kind}_gaps"][*place, *key] = part.gaps
                cells[f"park_{kind}_partial"][*place, *key] = part.is_partial
        for gas, known in _gases(one.year.entries).items():
            cells["park_gas"][*place, *gas] = known
        totals = _scope_totals(components)
        nets = _park_totals(cells, place, totals, one.declared_gaps)
        _value_chain(cells, place, one.year)
        _energy(cells, place, one.year, totals[PARK_METHOD, "NA", NO_BASIS])
        codes = set(one.year.findings)
        if one.compared is not None:
            differences = _differences(components, _components(one.compared))
            for key, (annual, periods, change) in differences.items():
                cells["period_annual"][*place, *key] = annual
                cells["period_periods"][*place, *key] = periods
                cells["period_difference"][*place, *key] = change
            if any(change for _, _, change in differences.values()):
                codes.add("periods_differ")
        for code in codes:
            cells["finding"][*place, code] = True
        glance = profile(one.year, totals, nets)
        for name, value in glance.items():
            cells[f"profile_{name}"][place] = value
        _indicators(cells, place, one.year, totals[PARK_METHOD, "NA", NO_BASIS], glance)
    return cells


def _components(entries: Iterable[Entry], *, is_memo: bool = False) -> Sums[Component]:
    ledgered = Ledgered()
    ledgered.add("", "", entries)
    found: Sums[Component] = Sums()
    for row, part in ledgered.items():
        if row.is_memo == is_memo:
            key = (row.method_code, row.scope_code, row.basis_code, row.component_code, row.group_code)
            found.add(key, part)
    return found


def _gases(entries: Iterable[Entry]) -> Mapping[tuple[str, str, str, str], Decimal]:
    """(method, scope, basis, gas) -> what is known of it in t CO2e, memo items included."""
    found: dict[tuple[str, str, str, str], Decimal] = defaultdict(Decimal)
    for entry in entries:
        key = (entry.method_code, entry.scope_code, entry.basis_code, entry.gas_code)
        known = entry.amount if isinstance(entry.amount, Decimal) else ZERO
        found[key] = EXACT.add(found[key], known)
    return found


class ScopeTotals(dict[tuple[str, str, str], Sum]):
    """(method, scope, basis) -> sum; empty where nothing was entered."""

    def __missing__(self, key: tuple[str, str, str]) -> Sum:
        return Sum()


def _scope_totals(components: Sums[Component]) -> ScopeTotals:
    found: Sums[tuple[str, str, str]] = Sums()
    for (method, scope, basis, _, _), part in components.of.items():
        found.add((method, scope, basis), part)
    return ScopeTotals(found.of)


def totals_of(entries: Iterable[Entry]) -> ScopeTotals:
    """Entries, memo items left out, summed by method, scope and basis."""
    return _scope_totals(_components(entries))


def gross_total(totals: ScopeTotals, method_code: str, basis_code: str) -> Sum:
    """The total of a method and basis: park results, or scope 1 and scope 2 of an inventory."""
    if method_code == PARK_METHOD:
        return totals[PARK_METHOD, "NA", NO_BASIS]
    return _joined(totals[method_code, "1", NO_BASIS], totals[method_code, "2", basis_code])


def _park_totals(
    cells: CellsOfKind, place: tuple[str, str], totals: ScopeTotals, declared: Mapping[str, DeclaredGaps]
) -> dict[str, Sum]:
    """Add totals and nets, and give the last net by basis."""
    nets = {}
    of_inventory = declared[INVENTORY_METHOD]
    park = gross_total(totals, PARK_METHOD, NO_BASIS)
    key = (*place, PARK_METHOD, NO_BASIS)
    cells["park_total"][key] = park.value
    cells["park_total_gaps"][key] = park.gaps
    cells["park_total_partial"][key] = park.is_partial or declared[PARK_METHOD].is_in_total
    for basis in BASES:
        key = (*place, INVENTORY_METHOD, basis)
        parts = {
            "scope1": totals[INVENTORY_METHOD, "1", NO_BASIS],
            "scope2": totals[INVENTORY_METHOD, "2", basis],
            "removals": totals[INVENTORY_METHOD, "removal", NO_BASIS],
            "offsets": totals[INVENTORY_METHOD, "offset", NO_BASIS],
        }
        gross = gross_total(totals, INVENTORY_METHOD, basis)
        after_removals = _joined(gross, parts["removals"])
        after_offsets = _joined(after_removals, parts["offsets"])
        value_chain = _joined(totals[INVENTORY_METHOD, "3", NO_BASIS], totals[INVENTORY_METHOD, "3", basis])
        cells["park_total"][key] = gross.value
        cells["park_total_gaps"][key] = gross.gaps
        cells["park_total_partial"][key] = gross.is_partial or of_inventory.is_in_total
        parts |= {
            "gross": gross,
            "net_after_removals": after_removals,
            "net_after_offsets": after_offsets,
            "scope3": value_chain,
        }
        for name, part in parts.items():
            cells[f"net_{name}"][key] = part.value
        cells["net_scope3_gaps"][key] = value_chain.gaps
        cells["net_partial"][key] = after_offsets.is_partial or of_inventory.is_in_net
        nets[basis] = after_offsets
    return nets


def _value_chain(cells: CellsOfKind, place: tuple[str, str], year: BoundaryYear) -> None:
    """Add the categories of scope 3, and of them all the coverage."""
    found = categories(year.lines)
    for kind, of_kind in category_cells(
        (*place, INVENTORY_METHOD), BASES, found, resold(year.entries)
    ).items():
        cells[kind].update(of_kind)
    screened = total(*(one.screened for one in found.values()))
    covered = total(*(one.covered for one in found.values()))
    is_known = all(one.unknown == 0 for one in found.values())
    for basis in BASES:
        key = (*place, INVENTORY_METHOD, basis)
        cells["net_scope3_screened"][key] = len(found)
        cells["net_scope3_coverage"][key] = share(covered, screened) if found and is_known else None
        cells["net_scope3_complete"][key] = len(found) == _CATEGORIES and is_known and covered == screened


def _joined(first: Sum, second: Sum) -> Sum:
    found = Sum()
    for one in (first, second):
        found.add(one)
    return found


def _energy(cells: CellsOfKind, place: tuple[str, str], year: BoundaryYear, emission: Sum) -> None:
    for variant in VARIANTS:
        known = year.energy.get(variant)
        key = (*place, variant)
        cells["energy_use"][key] = known.use if known else None
        cells["energy_supply"][key] = known.supply if known else None
        cells["energy_difference"][key] = known.difference if known else None
        cells["energy_forms"][key] = known.forms if known else None
        cells["energy_forms_difference"][key] = known.forms_difference if known else None
        cells["energy_gaps"][key] = known.gaps if known else 0
        cells["energy_partial"][key] = known is not None and known.gaps > 0
        ratio = None
        if known is not None and known.use > 0 and emission.value is not None:
            ratio = quotient(emission.value, known.use, SHOWN_RATIO_PLACES)
        cells["carbon_per_energy"][*place, PARK_METHOD, variant] = ratio


def _indicators(
    cells: CellsOfKind,
    place: tuple[str, str],
    year: BoundaryYear,
    emission: Sum,
    glance: Mapping[str, Decimal | int | None],
) -> None:
    for variant in VARIANTS:
        for treatment in ("not_clean", "clean"):
            cells["clean_energy"][*place, variant, treatment] = None
            cells["clean_share"][*place, variant, treatment] = None
    for variant, treatment, clean in clean_cells(year.energy):
        for name, value in clean.items():
            cells[name][*place, variant, treatment] = value
    is_partial = bool(cells["park_total_partial"][*place, PARK_METHOD, NO_BASIS])
    for indicator, judged in indicator_cells(emission.value, is_partial, year.energy, glance):
        for name, value in judged.items():
            cells[name][*place, indicator] = value


def _differences(
    annual: Sums[Component], periods: Sums[Component]
) -> Mapping[Component, tuple[Decimal | None, Decimal | None, Decimal]]:
    return difference(annual.values(), periods.values())
