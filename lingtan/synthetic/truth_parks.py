"""CO2 of one return by component under CN-NZCP-2025, line by line in plain code.

Fuels burn: plus, of a mixed fuel the part that is not biogenic; bunkers, an of-which of them, are a memo.
Conversion: input plus, output and recovered gas minus. Power and heat: received plus, sent minus, at the
factor of the kind; own generation used and own non-fossil power sent count nothing, own fossil and waste-heat
power sent is credited at the fossil factor; the same credit for own renewable power sent, which the annex
read literally would give, is a memo. Process lines as `truth_carbon` says.

Choices: a flare belongs to the fuel component, feedstock that nothing carries to the process component; what
both ends of a delivery keep inside the park is zero for it, also where the kind by itself is not estimated;
trade, stocks, preparation, losses, non-energy use and storage make no entry; a fuel that is all biogenic has
no fossil part, with or without a factor.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lingtan.synthetic.lines import EnergyLine, PowerHeatLine
from lingtan.synthetic.rounding import EXACT, QUANTITY_PLACES, half_up, minus
from lingtan.synthetic.truth_amounts import ZERO, Absence, Amount, Entry, Origin, negative, times
from lingtan.synthetic.truth_carbon import Balances, Carbon
from lingtan.synthetic.truth_clearing import Delivery
from lingtan.synthetic.truth_fuels import FuelFactors
from lingtan.synthetic.truth_lines import Inside
from lingtan.synthetic.truth_origins import origin, process_origin
from lingtan.synthetic.truth_quantities import MEASURING_TIERS, measurement
from lingtan.synthetic.truth_reference import ReferenceValues

PARK_METHOD: Final = "CN-NZCP-2025"
COMPONENTS: Final = ("fuel", "conversion", "power", "heat", "process")
BURNT: Final = frozenset({"FIN", "T-PWR", "T-HEAT"})
CARRIED: Final = frozenset({"FEED", "FEED-R"})
_POWER_FACTOR: Final = {
    "E-GRID": "power_other",
    "E-NUC": "power_other",
    "E-DLF": "power_other",
    "E-GT": "power_green_certificate",
    "E-GEC": "power_green_certificate",
    "E-DL": "power_direct_nonfossil",
    "E-SELF-FF": "power_other",
    "E-SELF-WH": "power_other",
}
_NEVER_COUNTED: Final = frozenset({"E-STO", "E-SELF-RE", "E-SELF-NF"})
_HEAT_FACTOR: Final = {
    "H-FOS": "heat_fossil",
    "H-NF": "heat_nonfossil",
    "H-WH": "heat_waste",
    "H-COLD": "heat_cold",
}


def park_entries(
    values: ReferenceValues, factors: FuelFactors, lines: Inside, carbon: Carbon, balances: Balances
) -> Iterator[Entry]:
    """Every entry of one return and boundary."""
    for line, amount in lines.energy:
        if line.flow_code in BURNT:
            made = _fuel_origin(lines, line)
            yield _entry(lines, line.unit_code, "fuel", burnt_emission(factors, line, amount), made)
        elif line.flow_code == "BNK":
            bunkers = _entry(lines, line.unit_code, "fuel", burnt_emission(factors, line, amount))
            yield bunkers._replace(is_memo=True)
        elif line.flow_code == "FLARE":
            emission = burnt_emission(factors, line, amount) if carbon.is_gas_counted(line) else ZERO
            yield _entry(lines, line.unit_code, "fuel", emission, _fuel_origin(lines, line))
        elif line.flow_code in CARRIED and not carbon.is_carried(line):
            yield _entry(lines, line.unit_code, "process", Absence.NOT_ESTIMATED)
    for line, emission in balances.conversion:
        yield _entry(lines, line.unit_code, "conversion", emission, _fuel_origin(lines, line))
    for delivery, level in lines.deliveries:
        for entry in delivery_entries(values, lines, delivery):
            yield entry._replace(amount=ZERO) if level == "park" else entry
        if delivery.kind_code == "E-SELF-RE" and delivery.line.direction == "sent":
            credit = times(delivery.amount, minus(values.factor["nzcp_power", "power_other", "CO2"]))
            literal = _entry(lines, delivery.line.unit_code, "power", ZERO if level == "park" else credit)
            yield literal._replace(is_memo=True)
    for step, emission in balances.process:
        made = process_origin(values, lines, step, "CO2")
        yield _entry(lines, step.unit_code, "process", emission, made)
    for (unit, _), emission in balances.floors.items():
        yield _entry(lines, unit, "process", emission)


def delivery_entries(values: ReferenceValues, lines: Inside, delivery: Delivery) -> Iterator[Entry]:
    """What the unit keeps of power or heat, wherever it came from; nothing where the method has no term."""
    found = delivery_emission(values, delivery)
    if found is not None:
        component = "power" if delivery.kind_code.startswith("E-") else "heat"
        made = _delivery_origin(values, lines, delivery)
        yield _entry(lines, delivery.line.unit_code, component, found, made)


def _entry(lines: Inside, unit: str, component: str, amount: Amount, made: Origin | None = None) -> Entry:
    return Entry(
        unit,
        lines.divisions[unit],
        lines.boundary_code,
        PARK_METHOD,
        "NA",
        "NA",
        component,
        "CO2",
        "CO2",
        amount,
        origin=made,
    )


def _fuel_origin(lines: Inside, line: EnergyLine) -> Origin | None:
    """A fuel has one listed factor, burnt or converted; with a measured calorific value it is the line's."""
    measured = measurement(line)
    is_own = measured is not None and measured.net_calorific_value is not None
    return origin(lines, "energy", line.line_id, None if is_own else line.carrier_code)


def _delivery_origin(values: ReferenceValues, lines: Inside, delivery: Delivery) -> Origin | None:
    line, kind = delivery.line, delivery.kind_code
    if kind in _NEVER_COUNTED:
        return None
    is_own = line.measured_factor is not None and _factor(values, kind, line) is line.measured_factor
    listed = _POWER_FACTOR[kind] if kind in _POWER_FACTOR else _HEAT_FACTOR[kind]
    return origin(lines, "power_heat", line.line_id, None if is_own else listed)


def burnt_emission(factors: FuelFactors, line: EnergyLine, amount: Amount) -> Amount:
    """T CO2 of a line that burns."""
    return times(fossil_part(amount, line.biogenic_share), factors.park_method(line))


def fossil_part(amount: Amount, biogenic_share: Decimal | None) -> Amount:
    """The part of a quantity that is not biogenic, half up at 6 places."""
    if not biogenic_share or isinstance(amount, Absence):
        return amount
    part = EXACT.subtract(Decimal(1), biogenic_share)
    if part == 0:
        return Absence.NOT_OCCURRING
    return half_up(EXACT.multiply(amount, part), QUANTITY_PLACES)


def delivery_emission(values: ReferenceValues, delivery: Delivery) -> Amount | None:
    """T CO2 of power or heat as the unit keeps it; None where the method has no term for it."""
    line, kind = delivery.line, delivery.kind_code
    is_own = kind.startswith("E-SELF-")
    if kind in _NEVER_COUNTED or (is_own and line.direction == "received"):
        return None
    emission = times(delivery.amount, _factor(values, kind, line))
    return emission if line.direction == "received" else negative(emission)


def _factor(values: ReferenceValues, kind: str, line: PowerHeatLine) -> Decimal:
    if kind in _POWER_FACTOR:
        return values.factor["nzcp_power", _POWER_FACTOR[kind], "CO2"]
    if kind == "H-FOS" and line.measured_factor is not None and line.tier_code in MEASURING_TIERS:
        return line.measured_factor
    return values.factor["nzcp_heat", _HEAT_FACTOR[kind], "CO2"]


def excess_credits(values: ReferenceValues, factors: FuelFactors, lines: Inside) -> dict[str, Decimal]:
    """Unit -> credit for own fossil power sent less the emission of the fuel it put into power."""
    found: dict[str, Decimal] = {}
    for delivery, _ in lines.deliveries:
        if delivery.kind_code == "E-SELF-FF" and delivery.line.direction == "sent":
            credit = delivery_emission(values, delivery)
            if isinstance(credit, Decimal):
                unit = delivery.line.unit_code
                found[unit] = EXACT.add(found.get(unit, ZERO), minus(credit))
    for line, amount in lines.energy:
        if line.flow_code == "T-PWR" and line.unit_code in found:
            emission = burnt_emission(factors, line, amount)
            if isinstance(emission, Decimal):
                found[line.unit_code] = EXACT.subtract(found[line.unit_code], emission)
    return found
