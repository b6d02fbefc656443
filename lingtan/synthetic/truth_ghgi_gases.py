"""Other gases, process gases, scope 3, removals and offsets under GHGI.

Choices: nitrous oxide and fluorocarbons of products come from listed factors only, and fluorocarbons of
aluminium count zero where the unit reports its anode effects of that gas (NA and IE are no report); an
activity of other gases takes its own factor only with a note; scope 3 as `truth_value_chain` says; fossil CO2
that is stored leaves scope 1 and is shown as a memo; removals that are neither fossil nor stored make no
entry, nor do credits sold of them; a formula that lacks a
parameter estimates nothing of that gas; offsets are in CO2e and count zero, whatever their quantity, unless
retired with serials for the year.
"""

from collections import defaultdict
from decimal import Decimal
from typing import Final

from lingtan.synthetic.lines import InstrumentLine, OtherGasLine
from lingtan.synthetic.rounding import FACT_PLACES, half_up, minus, total
from lingtan.synthetic.truth_amounts import ZERO, Absence, Amount, negative, times
from lingtan.synthetic.truth_ghgi import Entries, Ledger
from lingtan.synthetic.truth_lines import Inside
from lingtan.synthetic.truth_origins import MASS, process_origin
from lingtan.synthetic.truth_reference import ReferenceValues
from lingtan.synthetic.truth_removals import is_fossil_stored, is_stored
from lingtan.synthetic.truth_value_chain import value_chain_emission

_COMPONENT_OF_SOURCE: Final = {
    "anode_effect": "process",
    "electronics": "process",
    "wastewater": "waste",
    "waste": "waste",
}
_PROCESS_GASES: Final = ("N2O", "CF4", "C2F6")


def gas_entries(values: ReferenceValues, ledger: Ledger, lines: Inside) -> Entries:
    """Other gases by source."""
    for line, amount in lines.gases:
        mass = _mass(line, amount)
        if values.gas_group[line.gas_code] == "NA":
            yield ledger.entry(line.unit_code, "memo", "other_substances", line.gas_code, mass)
        else:
            component = _COMPONENT_OF_SOURCE.get(line.source_code, "fugitive")
            is_mass = line.method_code != "activity"
            made = ledger.origin("other_gases", line.line_id, MASS if is_mass else None)
            yield ledger.entry(line.unit_code, "1", component, line.gas_code, mass, origin=made)


def formula_entries(ledger: Ledger, lines: Inside) -> Entries:
    """What formulas say, and what lifts the methane of a wastewater line to zero."""
    methane: dict[str, list[Amount]] = defaultdict(list)
    for part, amount in lines.formula_parts:
        mass = ZERO if amount == 0 else times(amount, part.factor)
        component = "biogenic_co2" if part.is_memo else _COMPONENT_OF_SOURCE[part.source_code]
        entry = ledger.entry(
            part.unit_code,
            "memo" if part.is_memo else "1",
            component,
            part.gas_code,
            negative(mass) if part.is_deducted else mass,
            origin=ledger.origin("other_gases", part.line_id, None, f"{part.gas_code} {part.is_deducted}"),
        )
        if part.source_code == "wastewater" and part.gas_code == "CH4":
            methane[part.line_id].append(entry.amount)
        yield entry
    for part, _ in lines.formula_parts:
        known = [one for one in methane.pop(part.line_id, ()) if isinstance(one, Decimal)]
        if total(*known) < 0:
            yield ledger.entry(part.unit_code, "1", "waste", "CH4", ZERO)._replace(
                amount=minus(total(*known))
            )


def process_gas_entries(values: ReferenceValues, ledger: Ledger, lines: Inside) -> Entries:
    """Gases other than CO2 of products that list them."""
    measured = {
        (line.unit_code, line.gas_code)
        for line, amount in lines.gases
        if line.source_code == "anode_effect" and amount is not Absence.ELSEWHERE
    }
    measured |= {
        (part.unit_code, part.gas_code)
        for part, amount in lines.formula_parts
        if part.source_code == "anode_effect" and amount is not Absence.ELSEWHERE
    }
    for step, amount in lines.process:
        for gas in _PROCESS_GASES:
            if not _lists(values, step.product_code, gas):
                continue
            if (step.unit_code, gas) in measured:
                yield ledger.entry(step.unit_code, "1", "process", gas, ZERO)
                continue
            factor = values.process_factor(
                step.product_code, step.role_code, step.route_code, step.factor_source_code, gas
            )
            made = process_origin(values, lines, step, gas)
            yield ledger.entry(step.unit_code, "1", "process", gas, times(amount, factor), origin=made)


def scope_three_entries(ledger: Ledger, lines: Inside) -> Entries:
    """Relevant activities of the value chain."""
    for line, amount in lines.scope_three:
        emission = value_chain_emission(line, amount)
        yield ledger.entry(line.unit_code, "3", "value_chain", "CO2e", emission)


def removal_entries(ledger: Ledger, lines: Inside) -> Entries:
    """Stored fossil CO2, removals, credits sold."""
    for line, amount in lines.removed:
        mass = negative(_whole(amount))
        if is_fossil_stored(line):
            made = ledger.origin("removals", line.line_id, MASS)
            yield ledger.entry(line.unit_code, "1", "captured_co2", "CO2", mass, origin=made)
            yield ledger.entry(line.unit_code, "memo", "stored_fossil_co2", "CO2", mass)
        elif is_stored(line):
            yield ledger.entry(line.unit_code, "removal", "removals", "CO2", mass)
    for line, amount in lines.sold_credits:
        if is_fossil_stored(line) or is_stored(line):
            yield ledger.entry(line.unit_code, "removal", "removals", "CO2", _whole(amount))


def offset_entries(ledger: Ledger, lines: Inside) -> Entries:
    """Offsets, with their sign."""
    year = lines.park_return.year
    for line, amount in lines.offsets:
        mass = negative(_whole(amount)) if is_retired(line, year) else ZERO
        yield ledger.entry(line.unit_code, "offset", "offsets", "CO2e", mass)


def is_retired(line: InstrumentLine, year: int) -> bool:
    """Whether an offset is retired with serials for the year."""
    return line.retired_on is not None and line.serial_from is not None and line.consumption_year == year


def _mass(line: OtherGasLine, amount: Amount) -> Amount:
    # Left here with that method is only what has no formula.
    if line.method_code == "formula" and isinstance(amount, Decimal) and amount != 0:
        return Absence.NOT_ESTIMATED
    if line.method_code != "activity":
        return _whole(amount)
    return times(amount, line.measured_factor if line.has_factor_note else None)


def _whole(amount: Amount) -> Amount:
    if amount is Absence.NOT_OCCURRING:
        return ZERO
    return amount if isinstance(amount, Absence) else half_up(amount, FACT_PLACES)


def _lists(values: ReferenceValues, product: str, gas: str) -> bool:
    return (product, gas) in values.products_with_gas
