"""The cells of the small release: what its marts say of components, once."""

from decimal import Decimal
from typing import Any, Final

from tests.builders.canonical_facts import FUEL_TOTAL, INVENTORY, NATIONAL


def cell(
    method: str, scope: str, basis: str, component: str, gas: str, emission: str | None
) -> dict[str, Any]:
    """A component of a method in the physical boundary."""
    return {
        "boundary_code": "physical",
        "method_code": method,
        "scope_code": scope,
        "scope2_basis_code": basis,
        "component_code": component,
        "gas_group_code": gas,
        "emission_tco2e": None if emission is None else Decimal(emission),
    }


FUEL: Final = cell(NATIONAL, "NA", "NA", "fuel", "CO2", FUEL_TOTAL)
UNKNOWN: Final = cell(NATIONAL, "NA", "NA", "process", "CO2", None)
POWER: Final = cell(NATIONAL, "NA", "NA", "power", "CO2", "0")
DIRECT: Final = (
    cell(INVENTORY, "1", "NA", "stationary_combustion", "CO2", "90"),
    cell(INVENTORY, "1", "NA", "stationary_combustion", "CH4", "14"),
)
REMOVED: Final = cell(INVENTORY, "removal", "NA", "removals", "CO2", "-4")
#: Scope 2 of the park by basis: what the grid and a park elsewhere sent.
BASES: Final = {"location": "12", "market": "15"}
OF_PARK: Final = tuple(
    cell(INVENTORY, "2", basis, "purchased_power", "CO2", value) for basis, value in BASES.items()
)
#: The same of the nation, to which what the park elsewhere sent is nothing.
OF_NATION: Final = tuple(
    cell(INVENTORY, "2", basis, "purchased_power", "CO2", value)
    for basis, value in (("location", "10"), ("market", "12"))
)
INSIDE: Final = (FUEL, UNKNOWN, *DIRECT, REMOVED)
#: Nothing of the figure rests on a factor that nobody verified.
VERIFIED: Final = {"unverified_row_count": 0, "unverified_row_ids": ""}
