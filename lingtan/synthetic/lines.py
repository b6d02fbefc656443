"""The lines of a park return that make activities, one class a table: values before they become forms."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

NotationKey = Literal["NO", "NE", "NA", "IE", "C"]
Direction = Literal["received", "sent"]
SupplyOrigin = Literal["own_generation", "resold"]
GasMethod = Literal["balance", "emitted", "activity", "formula"]
ScopeThreeMethod = Literal["supplier", "average", "spend"]
CertificateBundle = Literal["green_trade", "unbundled", "self_use"]
#: A cell that takes a number or a notation key; None is a blank cell.
Value = Decimal | NotationKey | None


@dataclass(frozen=True)
class Unit:
    """An establishment.

    `physical_share` and `administrative_share` are its parts inside the two boundaries. A legal person is
    multiplied by them (None: share missing); a unit that reports where it is located is taken whole, unless
    its share is 0: then it lies outside that boundary.
    """

    code: str
    credit_code: str | None
    name: str
    role_code: str
    tenant_count: int | None
    industry_code: str
    owner: str | None
    is_legal_person: bool
    physical_share: Decimal | None
    administrative_share: Decimal | None
    gross_output_10k_cny: Decimal
    value_added_10k_cny: Decimal
    employees: int
    land_hectare: Decimal

    def share(self, boundary_code: str) -> Decimal | None:
        """The share inside the boundary `physical` or `administrative`, as reported."""
        return self.physical_share if boundary_code == "physical" else self.administrative_share


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
    biogenic_share: Decimal | None = None
    counterparty_kind_code: str | None = None
    counterparty_code: str | None = None


@dataclass(frozen=True)
class Steam:
    """How steam given by mass becomes heat: enthalpies in kJ/kg; no return enthalpy means the default."""

    enthalpy: Decimal | None
    return_enthalpy: Decimal | None
    pressure_mpa: Decimal
    temperature_c: Decimal


@dataclass(frozen=True)
class PowerHeatLine:
    """One line of the power and heat table; a counterparty `park` is named by its code."""

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
    supply_origin_code: SupplyOrigin | None = None


@dataclass(frozen=True)
class GenerationLine:
    """One plant of the generation table."""

    line_id: str
    unit_code: str
    plant_code: str
    technology_code: str
    capacity_mw: Decimal | None
    generated: Value
    self_used: Value
    sent_to_grid: Value
    sent_to_unit: Value
    curtailed: Value
    storage_in: Value
    storage_out: Value
    attribute_sold: Value
    unit_of_measure: str
    matching_interval_code: str | None
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
class Parameter:
    """A parameter that a unit gives for a line, in its own unit."""

    code: str
    value: Decimal
    unit_of_measure: str


@dataclass(frozen=True)
class LineUncertainty:
    """What a unit supplies for a line: halves of 95 % intervals in per cent of quantity and factor."""

    table: str
    line_id: str
    quantity_percent: Decimal | None
    factor_percent: Decimal | None


@dataclass(frozen=True)
class OtherGasLine:
    """One line of other gases: five balance items, or an emission, or an activity, by `method_code`.

    `measured_factor` is in t of gas per canonical unit; a factor note is given unless `has_factor_note` is
    False. With method `formula` the activity goes through the formula of its source, with these `parameters`
    and else with what is listed for its `treatment_code`.
    """

    line_id: str
    unit_code: str
    source_code: str
    gas_code: str
    method_code: GasMethod
    unit_of_measure: str
    opening_stock: Value = None
    bought: Value = None
    charge_increase: Value = None
    recovered: Value = None
    closing_stock: Value = None
    emitted: Value = None
    activity: Value = None
    measured_factor: Decimal | None = None
    has_factor_note: bool = True
    treatment_code: str | None = None
    parameters: tuple[Parameter, ...] = ()
    tier_code: str = "measured"


@dataclass(frozen=True)
class ScopeThreeLine:
    """One line of scope 3: an activity in its unit, or with method `spend` an amount of money."""

    line_id: str
    unit_code: str
    category_code: str
    relevance_code: Literal["relevant", "not_relevant"]
    method_code: ScopeThreeMethod | None = None
    activity_name: str | None = None
    activity: Value = None
    unit_of_measure: str | None = None
    amount_10k_cny: Value = None
    price_year: int | None = None
    measured_factor: Decimal | None = None
    factor_document: str | None = None
    factor_activity_code: str | None = None
    screened_tco2e: Decimal | None = None
    supplier_code: str | None = None
    tier_code: str = "estimate"


@dataclass(frozen=True)
class RemovalLine:
    """One line of removals and storage; `credit_sold` is in the same unit of measure."""

    line_id: str
    unit_code: str
    removal_type_code: str
    co2_origin_code: str
    fate_code: str
    site: str | None
    transferred_to: str | None
    quantity: Value
    unit_of_measure: str
    verified_by: str | None
    credit_sold: Value
    credit_serial: str | None
    tier_code: str
    received_from: str | None = None


@dataclass(frozen=True)
class InstrumentLine:
    """A green certificate (MWh) or a carbon offset (t CO2e) of a beneficiary unit."""

    line_id: str
    unit_code: str
    type_code: Literal["green_certificate", "offset"]
    quantity: Value
    unit_of_measure: str
    bundle_code: CertificateBundle | None = None
    is_tradable: bool | None = None
    plant_code: str | None = None
    technology_code: str | None = None
    generation_month: str | None = None
    serial_from: str | None = None
    serial_to: str | None = None
    consumption_year: int | None = None
    offset_standard: str | None = None
    vintage: int | None = None
    retired_on: date | None = None
