"""What the synthetic nation consists of: the generator's own values, before they become forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

NotationKey = Literal["NO", "NE"]
Direction = Literal["received", "sent"]


@dataclass(frozen=True)
class Park:
    """A registered park: `scale` is its rough size in 10 kt of standard coal, `variant` varies details."""

    code: str
    number: int
    name_zh: str
    name_en: str
    province_code: str
    city_name: str
    level_code: str
    type_code: str
    status_code: str
    profile: str
    scale: Decimal
    variant: int
    area_hectare: Decimal
    is_silent: bool
    grid_code: str
    heat_customer: str | None = None
    heat_supplier: str | None = None


@dataclass(frozen=True)
class Unit:
    """An establishment; `share` is its part inside the park where it reports as legal person."""

    code: str
    credit_code: str | None
    name: str
    role_code: str
    tenant_count: int | None
    industry_code: str
    owner: str
    share: Decimal | None
    gross_output_10k_cny: Decimal
    value_added_10k_cny: Decimal
    employees: int
    land_hectare: Decimal

    @property
    def is_legal_person(self) -> bool:
        """Whether the unit reports everything it owns, also what lies outside the park."""
        return self.share is not None


@dataclass(frozen=True)
class Measured:
    """Parameters a unit measured itself: NCV (GJ per t or 10³ m³), carbon (tC/TJ), oxidation (ratio)."""

    net_calorific_value: Decimal | None = None
    carbon_content: Decimal | None = None
    oxidation_ratio: Decimal | None = None
    moisture_basis_code: str = "as_received"
    calorific_basis_code: str = "net"


@dataclass(frozen=True)
class EnergyLine:
    """One line of the energy table: `quantity` in `unit_of_measure`, or a notation key instead."""

    line_id: str
    unit_code: str
    carrier_code: str
    flow_code: str
    use_code: str | None
    quantity: Decimal | None
    unit_of_measure: str
    notation: NotationKey | None
    measured: Measured | None
    balance_code: str | None
    carried_by_line: str | None
    tier_code: str


@dataclass(frozen=True)
class Steam:
    """How steam given by mass becomes heat: enthalpies in kJ/kg; no return enthalpy means the default."""

    enthalpy: Decimal | None
    return_enthalpy: Decimal | None
    pressure_mpa: Decimal
    temperature_c: Decimal


@dataclass(frozen=True)
class PowerHeatLine:
    """One line of the power and heat table."""

    line_id: str
    unit_code: str
    direction: Direction
    kind_code: str
    counterparty_kind_code: str
    counterparty_code: str | None
    quantity: Decimal | None
    unit_of_measure: str
    notation: NotationKey | None
    steam: Steam | None
    measured_factor: Decimal | None
    tier_code: str


@dataclass(frozen=True)
class ProcessLine:
    """One line of the process table: products give output and own use, all other roles an activity."""

    line_id: str
    unit_code: str
    product_code: str
    route_code: str | None
    role_code: str
    qualified_output: Decimal | None
    own_use: Decimal | None
    activity: Decimal | None
    unit_of_measure: str
    notation: NotationKey | None
    measured_factor: Decimal | None
    factor_source_code: str | None
    balance_code: str | None
    tier_code: str


@dataclass(frozen=True)
class CompletenessLine:
    """What a park says about one source category."""

    source_category_code: str
    completeness_code: str
    reason: str | None


@dataclass(frozen=True)
class ParkReturn:
    """The annual return of one park."""

    park: Park
    year: int
    units: tuple[Unit, ...]
    energy: tuple[EnergyLine, ...]
    power_heat: tuple[PowerHeatLine, ...]
    process: tuple[ProcessLine, ...]
    completeness: tuple[CompletenessLine, ...]


@dataclass(frozen=True)
class InventoryCell:
    """One cell of a provincial inventory: quantity in the unit of measure, or NO."""

    quantity: Decimal | None
    unit_of_measure: str


@dataclass(frozen=True)
class ProvinceInventory:
    """The energy inventory of one province: (row code, carrier code) -> cell."""

    province_code: str
    year: int
    cells: Mapping[tuple[str, str], InventoryCell]


@dataclass(frozen=True)
class Nation:
    """All that one seed gives: the same provinces, parks and units for every seed, the year 2024 + seed."""

    seed: int
    year: int
    parks: tuple[Park, ...]
    returns: tuple[ParkReturn, ...]
    inventories: tuple[ProvinceInventory, ...]
