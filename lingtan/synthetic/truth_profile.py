"""Economy, power and results of a park side by side.

Choices: output and value added are summed over the returns of the year, of a legal person its share of each
(half up at 6 places), and empty where a unit does not say; units and employees are those of the newest
return, employees whole. Power received and sent is what crosses the boundary; own generation that its unit
uses, and storage, are neither. Own generation leaves storage out; a blank cell of it is not known, and
without any plant there is none. Own use that is not fossil is that of non-fossil technologies.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from lingtan.synthetic.lines import GenerationLine, PowerHeatLine, Value
from lingtan.synthetic.rounding import EXACT, SHOWN_RATIO_PLACES, quotient, total
from lingtan.synthetic.truth_amounts import ZERO, Absence, Amount
from lingtan.synthetic.truth_boundaries import inside, shares
from lingtan.synthetic.truth_ghgi import INVENTORY_METHOD, NO_BASIS
from lingtan.synthetic.truth_parks import PARK_METHOD
from lingtan.synthetic.truth_periods import months_of
from lingtan.synthetic.truth_quantities import Quantities
from lingtan.synthetic.truth_reference import reference_values
from lingtan.synthetic.truth_returns import BoundaryYear
from lingtan.synthetic.truth_totals import Sum

_GREEN: Final = frozenset({"E-GT", "E-GEC"})
_STORAGE: Final = "storage"
_MEASURE: Final = "EN-CAL-F"


def profile(
    year: BoundaryYear, totals: Mapping[tuple[str, str, str], Sum], net_after_offsets: Mapping[str, Sum]
) -> dict[str, Decimal | int | None]:
    """Column -> figure of one park and boundary."""
    newest = max(year.lines, key=lambda one: max(months_of(one.park_return)))
    inside_now = shares(newest.park_return.units, newest.boundary_code)
    units = [unit for unit in newest.park_return.units if unit.code in inside_now]
    park = totals[PARK_METHOD, "NA", NO_BASIS].value
    energy = year.energy[_MEASURE].use
    value_added = _money(year, "value_added_10k_cny")
    found: dict[str, Decimal | int | None] = {
        "submission_count": len(year.lines),
        "unit_count": len(units),
        "gross_output_current_10k_cny": _money(year, "gross_output_10k_cny"),
        "value_added_current_10k_cny": value_added,
        "employees": sum(unit.employees for unit in units),
        "energy_tce": energy,
        "nzcp_tco2": park,
        "scope1_tco2e": totals[INVENTORY_METHOD, "1", NO_BASIS].value,
        "scope2_location_tco2e": totals[INVENTORY_METHOD, "2", "location"].value,
        "scope2_market_tco2e": totals[INVENTORY_METHOD, "2", "market"].value,
        "net_after_offsets_location_tco2e": net_after_offsets["location"].value,
        "net_after_offsets_market_tco2e": net_after_offsets["market"].value,
        "carbon_per_energy": _ratio(park, energy),
        "emission_per_value_added": _ratio(park, value_added),
    }
    return found | _power(year)


def _power(year: BoundaryYear) -> dict[str, Decimal | int | None]:
    received: list[Amount] = []
    sent: list[Amount] = []
    green: list[Amount] = []
    direct: list[Amount] = []
    for lines in year.lines:
        for delivery, level in lines.deliveries:
            kind = delivery.kind_code
            if level == "park" or not _is_power(delivery.line) or kind == "E-STO":
                continue
            if delivery.line.direction == "sent":
                sent.append(delivery.amount)
            elif not kind.startswith("E-SELF-"):
                received.append(delivery.amount)
                if kind in _GREEN:
                    green.append(delivery.amount)
                if kind == "E-DL":
                    direct.append(delivery.amount)
    technologies = reference_values().non_fossil_technologies
    generated = _generation(year, "generated", None)
    own_use = _generation(year, "self_used", None)
    own_non_fossil = _generation(year, "self_used", technologies)
    use = _known(_sum(received, ZERO), _negative(_sum(sent, ZERO)), generated)
    direct_power = _sum(direct, ZERO)
    return {
        "power_received_mwh": _sum(received, None),
        "power_sent_mwh": _sum(sent, None),
        "green_power_mwh": _sum(green, ZERO),
        "direct_power_mwh": direct_power,
        "own_generation_mwh": generated,
        "own_use_mwh": own_use,
        "own_non_fossil_use_mwh": own_non_fossil,
        "power_use_mwh": use,
        "direct_supply_share_ratio": _ratio(direct_power, use),
        "direct_supply_share_with_own_use_ratio": _ratio(_known(direct_power, own_non_fossil), use),
    }


def _is_power(line: PowerHeatLine) -> bool:
    return line.kind_code.startswith("E-")


def _generation(year: BoundaryYear, cell: str, technologies: frozenset[str] | None) -> Decimal | None:
    quantities = Quantities(reference_values())
    found: list[Amount] = []
    for lines in year.lines:
        parts = shares(lines.park_return.units, lines.boundary_code)
        for plant in lines.park_return.generation:
            if plant.unit_code not in parts or plant.technology_code == _STORAGE:
                continue
            if technologies is None or plant.technology_code in technologies:
                value = quantities.canonical(_cell(plant, cell), plant.unit_of_measure)
                found.append(inside(value, parts[plant.unit_code]))
    return _sum(found, ZERO)


def _cell(plant: GenerationLine, cell: str) -> Value:
    return plant.generated if cell == "generated" else plant.self_used


def _money(year: BoundaryYear, cell: str) -> Decimal | None:
    found: list[Amount] = []
    for lines in year.lines:
        parts = shares(lines.park_return.units, lines.boundary_code)
        for unit in lines.park_return.units:
            if unit.code in parts:
                is_output = cell == "gross_output_10k_cny"
                value = unit.gross_output_10k_cny if is_output else unit.value_added_10k_cny
                found.append(inside(value, parts[unit.code]))
    return _sum(found, None)


def _sum(amounts: Iterable[Amount], of_none: Decimal | None) -> Decimal | None:
    """The sum; empty where a part is not known, `of_none` where there is no part."""
    known = []
    for amount in amounts:
        if isinstance(amount, Absence) and amount is not Absence.NOT_OCCURRING:
            return None
        known.append(amount if isinstance(amount, Decimal) else ZERO)
    return total(*known) if known else of_none


def _known(*parts: Decimal | None) -> Decimal | None:
    known = [part for part in parts if part is not None]
    return total(*known) if len(known) == len(parts) else None


def _negative(value: Decimal | None) -> Decimal | None:
    return None if value is None else EXACT.minus(value)


def _ratio(numerator: Decimal | None, denominator: Decimal | None) -> Decimal | None:
    if numerator is None or denominator is None or denominator <= 0:
        return None
    return quotient(numerator, denominator, SHOWN_RATIO_PLACES)
