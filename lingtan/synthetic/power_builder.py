"""The third part of a return: own plants, and the certificates that clear what was received."""

from dataclasses import replace
from decimal import ROUND_CEILING, Decimal
from typing import Final, Literal

from lingtan.synthetic.exchange_builder import ExchangeBuilder
from lingtan.synthetic.exchange_plan import Place
from lingtan.synthetic.lines import CertificateBundle
from lingtan.synthetic.model import (
    Direction,
    GenerationLine,
    InstrumentLine,
    Park,
)
from lingtan.synthetic.periods import Due
from lingtan.synthetic.supply import canonical

#: Technology -> the kind of its power, and whether it is primary power.
_KINDS: Final = {
    "solar": ("E-SELF-RE", True),
    "wind": ("E-SELF-RE", True),
    "hydro": ("E-SELF-RE", True),
    "biomass": ("E-SELF-NF", False),
    "waste_to_energy": ("E-SELF-NF", False),
    "fossil": ("E-SELF-FF", False),
    "waste_heat": ("E-SELF-WH", False),
}
#: Parks whose energy table says less than their plants make out of fuel or waste heat -> the part it says.
_OUTPUT_REPORTED: Final[dict[Place, Decimal]] = {
    ("310000", 7): Decimal(0),
    ("210000", 6): Decimal(0),
    ("340000", 7): Decimal(0),
    ("360000", 1): Decimal(0),
    ("140000", 1): Decimal("0.97"),
}
_MWH: Final = Decimal("0.001")
_ALL: Final = Decimal(1)


class PowerBuilder(ExchangeBuilder):
    """Collects what a unit makes itself, and what clears what it receives."""

    def __init__(self, park: Park, seed: int, serial: int, due: Due) -> None:
        """As `EnergyBuilder`."""
        super().__init__(park, seed, serial, due)
        self._generation: list[GenerationLine] = []
        self._instruments: list[InstrumentLine] = []

    def plant(
        self,
        unit: str,
        technology: str,
        megawatt_hours: str,
        *,
        to_grid: str = "0",
        customer: str | None = None,
        to_customer: str = "0",
        attribute_sold: str = "0",
        curtailed: str = "0",
        factor: Decimal | None = None,
        to_park: bool = False,
    ) -> None:
        """Add a plant of the unit, with what it sends, and what it produces or puts out of fuel.

        Args:
            unit: Who runs it.
            technology: How.
            megawatt_hours: Generated a year, per scale.
            to_grid: The part sent to the grid.
            customer: A unit of the park that takes power from it.
            to_customer: The part that unit takes; the rest is the unit's own use.
            attribute_sold: The part of own use whose certificates were sold.
            curtailed: Not generated, as a part of what was.
            factor: Measured t CO2 per MWh of a fossil plant.
            to_park: Part of what is left goes to the park that buys power from this one.
        """
        kind, is_primary = _KINDS[technology]
        generated = self.amount(megawatt_hours, 3)
        sent = (generated * Decimal(to_grid)).quantize(_MWH)
        given = (generated * Decimal(to_customer)).quantize(_MWH)
        sold = self.sell_power(unit, kind) if to_park else Decimal(0)
        own = generated - sent - given - sold
        if sent:
            self.power(unit, "sent", kind, "1", "MWh", quantity=sent, measured_factor=factor)
        if customer is not None:
            sides: tuple[tuple[str, Direction, str], ...] = (
                (unit, "sent", customer), (customer, "received", unit),
            )  # fmt: skip
            for one, direction, other in sides:
                self.power(one, direction, kind, "1", "MWh", counterparty=("unit", other), quantity=given)
        flow, part = ("PRD", _ALL) if is_primary else ("T-OUT", _OUTPUT_REPORTED.get(self.place, _ALL))
        if part:
            output = (generated * part).quantize(_MWH)
            self.fuel(unit, "electricity", flow, "1", "MWh", quantity=output, tier="measured")
        self._generation.append(
            GenerationLine(
                line_id=f"G{len(self._generation) + 1:03d}",
                unit_code=unit,
                plant_code=f"{self.park.code}-G{len(self._generation) + 1:02d}",
                technology_code=technology,
                capacity_mw=(self.park.scale * Decimal(megawatt_hours) / 1100).quantize(Decimal("0.01")),
                generated=generated,
                self_used=own,
                sent_to_grid=sent,
                sent_to_unit=given + sold,
                curtailed=(generated * Decimal(curtailed)).quantize(_MWH),
                storage_in="NO",
                storage_out="NO",
                attribute_sold=(own * Decimal(attribute_sold)).quantize(_MWH) if is_primary else "NA",
                unit_of_measure="MWh",
                matching_interval_code="hour" if is_primary else None,
                tier_code="measured",
            )
        )

    def battery(self, unit: str, megawatt_hours: str) -> None:
        """Add a storage; what it gives back is less than what it took."""
        taken = self.amount(megawatt_hours, 3)
        blank = GenerationLine(
            f"G{len(self._generation) + 1:03d}", unit, f"{self.park.code}-S{len(self._generation) + 1:02d}",
            "storage", None, "NA", "NA", "NO", "NO", "NA", taken, None, "NA", "MWh", "hour", "measured",
        )  # fmt: skip
        given = (taken * Decimal("0.88")).quantize(_MWH)
        capacity = (self.park.scale * Decimal(megawatt_hours) / 300).quantize(Decimal("0.01"))
        self._generation.append(replace(blank, capacity_mw=capacity, storage_out=given))

    def certificates(
        self,
        unit: str,
        megawatt_hours: Decimal,
        bundle: CertificateBundle = "green_trade",
        *,
        technology: str = "wind",
        tradable: bool = True,
        has_serials: bool = True,
        consumption_year: int | None = None,
        is_of_year: bool = False,
    ) -> None:
        """Add a green certificate for every MWh; without serials, or of another year, they clear nothing.

        Those of the year are the same in every return of it, so that all but the first claim them again.
        """
        number = len(self._instruments) + 1
        serial = f"GEC-{self.park.code}-{self.year if is_of_year else self.due.code}-{number:02d}"
        count = max(1, int(megawatt_hours.to_integral_value(ROUND_CEILING)))
        self._instruments.append(
            InstrumentLine(
                line_id=f"I{number:03d}",
                unit_code=unit,
                type_code="green_certificate",
                quantity=megawatt_hours,
                unit_of_measure="MWh",
                bundle_code=bundle,
                is_tradable=tradable,
                plant_code=f"示例{'风电场' if technology == 'wind' else '光伏电站'}{number:03d}",
                technology_code=technology,
                generation_month=f"{self.year}-{self.due.last:02d}",
                serial_from=f"{serial}-{1:08d}" if has_serials else None,
                serial_to=f"{serial}-{count:08d}" if has_serials else None,
                consumption_year=consumption_year or self.year,
            )
        )

    def green(
        self, unit: str, kind: Literal["E-GT", "E-GEC"], per_scale: str, unit_of_measure: str, covered: str
    ) -> None:
        """Green power received, with certificates for the part `covered` of it (more than 1: too many)."""
        value = self.power(unit, "received", kind, per_scale, unit_of_measure)
        claimed = (value * canonical(unit_of_measure)[1] * Decimal(covered)).quantize(Decimal("0.0001"))
        if claimed:
            self.certificates(unit, claimed, "green_trade" if kind == "E-GT" else "unbundled")
