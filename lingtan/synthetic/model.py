"""What the synthetic nation sends, as the generator knows it: parks, and which of their returns count."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from lingtan.synthetic.lines import (
    Direction,
    EnergyLine,
    GenerationLine,
    InstrumentLine,
    LineUncertainty,
    Measured,
    NotationKey,
    OtherGasLine,
    Parameter,
    PowerHeatLine,
    ProcessLine,
    RemovalLine,
    ScopeThreeLine,
    Steam,
    Unit,
    Value,
)
from lingtan.synthetic.statement_lines import (
    CompletenessLine,
    IndicatorLine,
    ProductEnergyLine,
    TargetLine,
)

__all__ = [
    "Asymmetry",
    "BoundariesReported",
    "ClaimKey",
    "CompletenessLine",
    "Direction",
    "EnergyLine",
    "FileFormat",
    "GenerationLine",
    "IndicatorLine",
    "InstrumentLine",
    "InventoryCell",
    "LineUncertainty",
    "Measured",
    "Nation",
    "NotationKey",
    "OtherGasLine",
    "Parameter",
    "Park",
    "ParkReturn",
    "PeriodBasis",
    "PlantedClaim",
    "PowerHeatLine",
    "ProcessLine",
    "ProductEnergyLine",
    "ProvinceInventory",
    "RemovalLine",
    "ReportingPattern",
    "ScopeThreeLine",
    "Steam",
    "TargetLine",
    "Unit",
    "Value",
]

BoundariesReported = Literal["physical", "administrative", "both"]
PeriodBasis = Literal["discrete", "year_to_date"]
ReportingPattern = Literal[
    "annual",  # one return
    "monthly",  # 12 discrete months
    "quarterly",  # 4 discrete quarters
    "year_to_date",  # cumulative months 02 (January and February joint) to 12: the last one is the year
    "year_to_date_quarters",  # cumulative quarters: the last one is the year
    "mixed",  # cumulative to June, the third quarter, months 10 to 12
    "monthly_and_annual",  # the annual return counts, the 12 months beside it are compared
    "incomplete",  # 11 months: the park has no year
]
FileFormat = Literal["xlsx", "csv", "csv_bom", "csv_gb18030", "parquet"]


@dataclass(frozen=True)
class Park:
    """A registered park.

    Attributes:
        scale: Rough size in 10 kt of standard coal.
        variant: Place among the parks of its profile: decides details.
        is_silent: Due to report, and never heard of.
        heat_customer, heat_supplier: The park next door it sells heat to, or buys heat from.
        power_customer, power_supplier: The same for power.
        boundaries_reported_code: What the cover of each of its returns says.
        pattern: Which returns it sends for a year.
        file_format: The one format it sends.
        is_late: All its returns come with the second drop.
        is_corrected: Its first return of the year was wrong, a correction comes with the second drop.
        is_withdrawn: Its first return was wrong and is withdrawn; a new original comes with the second drop.
        parent_code: The park it lies in.
        predecessor_codes: The parks it came of.
        status_from: Since when it has its status.
    """

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
    power_customer: str | None = None
    power_supplier: str | None = None
    boundaries_reported_code: BoundariesReported = "physical"
    pattern: ReportingPattern = "annual"
    file_format: FileFormat = "csv"
    is_late: bool = False
    is_corrected: bool = False
    is_withdrawn: bool = False
    parent_code: str | None = None
    predecessor_codes: tuple[str, ...] = ()
    status_from: date = date(2025, 1, 1)

    @property
    def boundary_codes(self) -> tuple[str, ...]:
        """The boundaries the park reports for."""
        if self.boundaries_reported_code == "both":
            return ("physical", "administrative")
        return (self.boundaries_reported_code,)


@dataclass(frozen=True)
class Asymmetry:
    """A flow whose two ends do not report the same, in its canonical unit; None: an end leaves it out."""

    commodity_code: str
    from_node: str
    to_node: str
    sent: Decimal | None
    received: Decimal | None


@dataclass(frozen=True)
class ParkReturn:
    """One return of a park: of a year, a quarter or a month, alone or from January on.

    `asymmetries` are those that the generator planted, each in the return of its receiver.
    """

    park: Park
    year: int
    units: tuple[Unit, ...]
    energy: tuple[EnergyLine, ...]
    power_heat: tuple[PowerHeatLine, ...]
    process: tuple[ProcessLine, ...]
    completeness: tuple[CompletenessLine, ...]
    period_code: str = ""
    period_basis: PeriodBasis = "discrete"
    generation: tuple[GenerationLine, ...] = ()
    other_gases: tuple[OtherGasLine, ...] = ()
    scope3: tuple[ScopeThreeLine, ...] = ()
    removals: tuple[RemovalLine, ...] = ()
    instruments: tuple[InstrumentLine, ...] = ()
    indicators: tuple[IndicatorLine, ...] = ()
    product_energy: tuple[ProductEnergyLine, ...] = ()
    targets: tuple[TargetLine, ...] = ()
    asymmetries: tuple[Asymmetry, ...] = ()
    uncertainties: tuple[LineUncertainty, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What identifies the submission: park and period."""
        return self.park.code, self.period_code


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


#: Park, period, table and line.
ClaimKey = tuple[str, str, str, str]


@dataclass(frozen=True)
class PlantedClaim:
    """Claims that go wrong on purpose; `is_twice`: each of the lines disputes the serials of the others."""

    kind: str
    is_twice: bool
    lines: tuple[ClaimKey, ...]


@dataclass(frozen=True)
class Nation:
    """All that one seed gives: the same provinces and, but for a few, parks and units; the year 2024 + seed.

    Every return delivered is in exactly one of the four groups.

    Attributes:
        returns: What counts for the year. A park with several has its year in their sum; a park with none
            although it is not silent has no year (`incomplete`).
        compared: Current, and beside an annual return that counts: compared with it, never added.
        not_counted: Current, and part of no year: earlier cumulative returns, months of an incomplete year.
        superseded: Wrong originals, corrected or withdrawn by the second drop; their keys are in `returns`
            again, right.
        planted_claims: Claims on serials that go wrong on purpose.
    """

    seed: int
    year: int
    parks: tuple[Park, ...]
    returns: tuple[ParkReturn, ...]
    inventories: tuple[ProvinceInventory, ...]
    compared: tuple[ParkReturn, ...] = ()
    not_counted: tuple[ParkReturn, ...] = ()
    superseded: tuple[ParkReturn, ...] = ()
    planted_claims: tuple[PlantedClaim, ...] = ()
