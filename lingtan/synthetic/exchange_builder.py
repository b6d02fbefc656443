"""The second part of a return: power and heat, and what crosses between units and parks."""

from decimal import Decimal
from typing import Final, Literal

from lingtan.synthetic.drawing import Draw
from lingtan.synthetic.energy_builder import EnergyBuilder
from lingtan.synthetic.exchange_plan import RECEIPTS, SALES_LEFT_OUT, UNIT_RECEIPTS
from lingtan.synthetic.lines import SupplyOrigin
from lingtan.synthetic.model import Asymmetry, Direction, NotationKey, Park, PowerHeatLine, Steam
from lingtan.synthetic.periods import Due
from lingtan.synthetic.register import place_of
from lingtan.synthetic.supply import canonical

Counterparty = tuple[Literal["grid", "heat_network", "unit", "park", "outside_unit", "resident"], str | None]
_ALL: Final = Decimal(1)
_THOUSANDTH: Final = Decimal("0.001")


class ExchangeBuilder(EnergyBuilder):
    """Collects what crosses the fence of a unit; what two ends do not report alike is noted."""

    def __init__(self, park: Park, seed: int, serial: int, due: Due) -> None:
        """As `EnergyBuilder`."""
        super().__init__(park, seed, serial, due)
        self._power_heat: list[PowerHeatLine] = []
        self._asymmetries: list[Asymmetry] = []

    @property
    def place(self) -> tuple[str, int]:
        """The park's province and number."""
        return self.park.province_code, self.park.number

    @property
    def grid(self) -> Counterparty:
        """The grid the park is connected to."""
        return ("grid", self.park.grid_code)

    def power(
        self,
        unit: str,
        direction: Direction,
        kind: str,
        per_scale: str,
        unit_of_measure: str,
        *,
        counterparty: Counterparty | None = None,
        places: int = 4,
        quantity: Decimal | None = None,
        steam: Steam | None = None,
        measured_factor: Decimal | None = None,
        notation: NotationKey | None = None,
        tier: str | None = None,
        origin: SupplyOrigin | None = None,
    ) -> Decimal:
        """Add a line of power or heat and return its quantity; without a counterparty it is the grid's.

        Without a tier it is measured where it has a factor, else invoiced.
        """
        drawn = self.amount(per_scale, places)
        value = drawn if quantity is None else quantity
        with_kind, with_code = counterparty or self.grid
        self._power_heat.append(
            PowerHeatLine(
                line_id=f"P{len(self._power_heat) + 1:03d}",
                unit_code=unit,
                direction=direction,
                kind_code=kind,
                counterparty_kind_code=with_kind,
                counterparty_code=with_code,
                quantity=None if notation else value,
                unit_of_measure=unit_of_measure,
                notation=notation,
                steam=steam,
                measured_factor=measured_factor,
                tier_code=tier or ("invoice" if measured_factor is None else "measured"),
                supply_origin_code=origin,
            )
        )
        return value

    def transfer(
        self, sender: str, receiver: str, kind: str, per_scale: str, unit_of_measure: str, *, places: int = 1
    ) -> None:
        """Power or heat from one unit of the park to another: both report it, the park counts nothing."""
        factor = self.measured_heat_factor() if kind == "H-FOS" else None
        part = UNIT_RECEIPTS.get((self.place, sender, receiver), _ALL)
        value = self.power(
            sender, "sent", kind, per_scale, unit_of_measure, counterparty=("unit", receiver), places=places,
            measured_factor=factor, origin="own_generation" if kind.startswith("H-") else None,
        )  # fmt: skip
        self.power(
            receiver, "received", kind, "1", unit_of_measure, counterparty=("unit", sender),
            quantity=value * part,
        )  # fmt: skip
        commodity = "heat" if kind.startswith("H-") else "electricity"
        nodes = (f"{self.park.code}/{sender}", f"{self.park.code}/{receiver}")
        self._note(commodity, nodes, value, value * part, unit_of_measure)

    def measured_heat_factor(self) -> Decimal:
        """What a supplier of heat measured, t CO2 per GJ."""
        return self.draw.between("0.0921", "0.1148", 4)

    def measured_power_factor(self) -> Decimal:
        """What a fossil power plant measured, t CO2 per MWh."""
        return self.draw.between("0.7815", "0.9240", 4)

    def _note(
        self,
        commodity: str,
        nodes: tuple[str, str],
        sent: Decimal | None,
        received: Decimal | None,
        unit_of_measure: str,
    ) -> None:
        """Note what the two ends of a flow do not say alike."""
        if sent != received:
            of_one = canonical(unit_of_measure)[1]
            sides = (None if one is None else one * of_one for one in (sent, received))
            self._asymmetries.append(Asymmetry(commodity, *nodes, *sides))

    def receipt(
        self, commodity: str, supplier: str, sold: Decimal, unit_of_measure: str
    ) -> Decimal | Literal["NE"] | None:
        """What this park reports of what another park sold it: a number, NE, or nothing at all."""
        receipt = RECEIPTS.get((commodity, self.place), _ALL)
        if isinstance(receipt, str) and receipt == "NE":
            return receipt
        received = (sold * receipt).quantize(_THOUSANDTH) if isinstance(receipt, Decimal) else None
        sent = None if (commodity, place_of(supplier)) in SALES_LEFT_OUT else sold
        self._note(commodity, (supplier, self.park.code), sent, received, unit_of_measure)
        return received

    def _buy(self, commodity: str, unit: str, kind: str, supplier: str, sold: Decimal, measure: str) -> None:
        received = self.receipt(commodity, supplier, sold, measure)
        if received is not None:
            self.power(
                unit, "received", kind, "1", measure, counterparty=("park", supplier),
                quantity=received if isinstance(received, Decimal) else None,
                notation=None if isinstance(received, Decimal) else received,
            )  # fmt: skip

    def sold(self, what: str, supplier: str, low: int, high: int, places: int) -> Decimal:
        """What one park sells another: the same number for the one that sells and the one that buys."""
        return Draw(self._seed, what, supplier, self.due.code).between(low, high, places)

    def buy_heat(self, unit: str) -> None:
        """The unit buys what the park next door sells, where there is such a neighbour."""
        supplier = self.park.heat_supplier
        if supplier:
            value = self.sold("sold heat", supplier, 120000, 240000, 3)
            self._buy("heat", unit, "H-FOS", supplier, value, "GJ")

    def sell_heat(self, unit: str) -> None:
        """The unit sells fossil heat of its own to the park next door, where there is such a customer."""
        customer = self.park.heat_customer
        if customer and ("heat", self.place) not in SALES_LEFT_OUT:
            value = self.sold("sold heat", self.park.code, 120000, 240000, 3)
            self.power(
                unit, "sent", "H-FOS", "1", "GJ", counterparty=("park", customer), quantity=value,
                measured_factor=self.measured_heat_factor(), origin="own_generation",
            )  # fmt: skip

    def buy_power(self, unit: str, kind: str) -> None:
        """The unit buys what another park sends over a line, where there is such a supplier."""
        supplier = self.park.power_supplier
        if supplier:
            value = self.sold("sold power", supplier, 800, 3000, 3)
            self._buy("electricity", unit, kind, supplier, value, "MWh")

    def sell_power(self, unit: str, kind: str) -> Decimal:
        """The unit sends power to another park, where there is such a customer; returns the MWh."""
        customer = self.park.power_customer
        if customer:
            value = self.sold("sold power", self.park.code, 800, 3000, 3)
            return self.power(unit, "sent", kind, "1", "MWh", counterparty=("park", customer), quantity=value)
        return Decimal(0)
