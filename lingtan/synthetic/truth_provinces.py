"""CO2 of a provincial inventory (CEADS-PROV) in plain code.

Emission = activity x factor (sector, fuel). Activity = final consumption of the sector, but: power, steam
and hot water (S39) adds thermal power and heating supply, and of other petroleum products it takes only
those two; other petroleum products of every other sector count nothing; the five chemical sectors (S22 to
S26) are reduced by the part that is not burnt, 1 - non-energy use / what the five consume, at least 0;
below zero counts as zero.

Choices: the ratio is rounded half up at 12 places before it is taken from 1; activity x part is rounded to
a quantity (6 places) before the factor; where the five consume nothing the part is 1; NO is zero; of S39
the sum of the three is held at zero, not each of them.
"""

from decimal import Decimal
from typing import Final

from lingtan.synthetic.inventory import CARRIERS, SECTORS
from lingtan.synthetic.model import ProvinceInventory
from lingtan.synthetic.reference_sets import FUELS, provincial_factors
from lingtan.synthetic.rounding import (
    FACT_PLACES,
    FACTOR_PLACES,
    QUANTITY_PLACES,
    RATIO_PLACES,
    half_up,
    minus,
    product,
    quotient,
    total,
)
from lingtan.synthetic.truth_reference import ReferenceValues

_CHEMICAL: Final = ("S22", "S23", "S24", "S25", "S26")
_POWER: Final = "S39"
_OTHER_PETROLEUM: Final = "other_petroleum"
_TONNES_PER_MT: Final = Decimal(1_000_000)


def province_emission(values: ReferenceValues, inventory: ProvinceInventory) -> Decimal:
    """T CO2 of one province."""
    return total(*province_cells(values, inventory).values())


def province_cells(values: ReferenceValues, inventory: ProvinceInventory) -> dict[tuple[str, str], Decimal]:
    """(sector, fuel) -> t CO2."""
    return {
        (sector, fuel): half_up(
            product(_activity(values, inventory, sector, fuel), _factor(values, sector, fuel)), FACT_PLACES
        )
        for sector in SECTORS
        for fuel in FUELS
    }


def _activity(values: ReferenceValues, inventory: ProvinceInventory, sector: str, fuel: str) -> Decimal:
    own = _quantity(values, inventory, sector, fuel)
    if sector == _POWER:
        transformed = total(
            _quantity(values, inventory, "TP", fuel), _quantity(values, inventory, "HS", fuel)
        )
        own = transformed if fuel == _OTHER_PETROLEUM else total(own, transformed)
    elif fuel == _OTHER_PETROLEUM:
        return Decimal(0)
    if own < 0:
        return Decimal(0)
    if sector in _CHEMICAL:
        return half_up(product(own, _burnt_part(values, inventory, fuel)), QUANTITY_PLACES)
    return own


def _burnt_part(values: ReferenceValues, inventory: ProvinceInventory, fuel: str) -> Decimal:
    consumed = total(*(_quantity(values, inventory, sector, fuel) for sector in _CHEMICAL))
    if consumed == 0:
        return Decimal(1)
    not_burnt = quotient(_quantity(values, inventory, "NEU", fuel), consumed, RATIO_PLACES)
    return max(Decimal(0), total(Decimal(1), minus(not_burnt)))


def _quantity(values: ReferenceValues, inventory: ProvinceInventory, row: str, carrier: str) -> Decimal:
    cell = inventory.cells[row, carrier]
    if cell.quantity is None:
        return Decimal(0)
    return half_up(product(cell.quantity, values.multiplier[cell.unit_of_measure]), QUANTITY_PLACES)


def _factor(values: ReferenceValues, sector: str, fuel: str) -> Decimal:
    per_published_unit = product(provincial_factors()[sector, fuel], _TONNES_PER_MT)
    return quotient(per_published_unit, values.multiplier[CARRIERS[fuel][0]], FACTOR_PLACES)
