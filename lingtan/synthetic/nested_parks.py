"""Returns of parks that lie in another one: what that one states of some of its units, stated again."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from lingtan.synthetic.completeness import completeness_of
from lingtan.synthetic.lines import EnergyLine
from lingtan.synthetic.model import Park, ParkReturn, Unit
from lingtan.synthetic.names import fictional_credit_code
from lingtan.synthetic.register_changes import NESTED
from lingtan.synthetic.rounding import EXACT, QUANTITY_PLACES, half_up

#: The unit that no park around it lists, and the credit serial of its enterprise.
_OWN_UNIT, _OWN_SERIAL = "N01", 9901
_OWN_LINE: Final = "N901"


def nested_returns(parks: Iterable[Park], returns: Iterable[ParkReturn]) -> list[ParkReturn]:
    """The annual return of every nested park, a park around another one first."""
    known = {one.park.code: one for one in returns}
    made = []
    for park in parks:
        if park.parent_code is not None:
            nested = NESTED[park.province_code, park.number]
            one = _part(known[park.parent_code], park, nested.unit_count)
            one = _with_own_unit(one) if nested.has_own_unit else one
            one = _with_less_fuel(one) if nested.differs else one
            known[park.code] = replace(one, completeness=completeness_of(one))
            made.append(known[park.code])
    return made


def _part(around: ParkReturn, park: Park, count: int) -> ParkReturn:
    """The lines of some units, whole exchanges among them."""
    units = _chosen(around, count)
    codes = {unit.code for unit in units}
    return replace(
        around,
        park=park,
        units=tuple(units),
        energy=tuple(line for line in around.energy if line.unit_code in codes),
        power_heat=tuple(line for line in around.power_heat if line.unit_code in codes),
        process=tuple(line for line in around.process if line.unit_code in codes),
        generation=tuple(line for line in around.generation if line.unit_code in codes),
        other_gases=tuple(line for line in around.other_gases if line.unit_code in codes),
        scope3=tuple(line for line in around.scope3 if line.unit_code in codes),
        removals=tuple(line for line in around.removals if line.unit_code in codes),
        instruments=tuple(line for line in around.instruments if line.unit_code in codes),
        product_energy=tuple(line for line in around.product_energy if line.unit_code in codes),
        indicators=(),
        targets=(),
        asymmetries=(),
    )


def _chosen(around: ParkReturn, count: int) -> list[Unit]:
    """Units with certificates first, each with those it exchanges power or heat with."""
    partners = _partners(around)
    claiming = {line.unit_code for line in around.instruments}
    able = [unit for unit in around.units if unit.credit_code is not None]
    chosen: set[str] = set()
    for unit in sorted(able, key=lambda unit: unit.code not in claiming):
        if len(chosen) < count:
            chosen |= _linked(unit.code, partners)
    return [unit for unit in around.units if unit.code in chosen]


def _partners(around: ParkReturn) -> Mapping[str, set[str]]:
    partners: dict[str, set[str]] = {unit.code: set() for unit in around.units}
    for line in around.power_heat:
        if line.counterparty_kind_code == "unit" and line.counterparty_code in partners:
            partners[line.unit_code].add(line.counterparty_code)
            partners[line.counterparty_code].add(line.unit_code)
    return partners


def _linked(code: str, partners: Mapping[str, set[str]]) -> set[str]:
    found, waiting = set[str](), [code]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(partners[one])
    return found


def _with_less_fuel(one: ParkReturn) -> ParkReturn:
    """Its first fuel is half of what the park around states."""
    first, quantity = next(
        (line, line.quantity) for line in one.energy if _is_plain_fuel(line) and line.quantity is not None
    )
    less = replace(first, quantity=half_up(EXACT.divide(quantity, Decimal(2)), QUANTITY_PLACES))
    return replace(one, energy=tuple(less if line is first else line for line in one.energy))


def _is_plain_fuel(line: EnergyLine) -> bool:
    """Whether it is burnt and in no balance."""
    return line.flow_code == "FIN" and line.balance_code is None


def _with_own_unit(one: ParkReturn) -> ParkReturn:
    """A unit more, which burns and buys what the first one of its kind does."""
    power = next(line for line in one.power_heat if line.counterparty_kind_code == "grid")
    unit = next(unit for unit in one.units if unit.code == power.unit_code)
    own = replace(
        unit, code=_OWN_UNIT, credit_code=fictional_credit_code(one.park.province_code, _OWN_SERIAL)
    )
    fuel = next(line for line in one.energy if _is_plain_fuel(line))
    return replace(
        one,
        units=(*one.units, own),
        power_heat=(*one.power_heat, replace(power, line_id=_OWN_LINE, unit_code=_OWN_UNIT)),
        energy=(*one.energy, replace(fuel, line_id=_OWN_LINE, unit_code=_OWN_UNIT)),
    )
