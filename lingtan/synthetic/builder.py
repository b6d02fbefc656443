"""Builds one park's return line by line; amounts are given per 10 kt of standard coal of the park's scale."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from lingtan.synthetic.drawing import Draw
from lingtan.synthetic.energy_builder import EnergyBuilder
from lingtan.synthetic.model import (
    CompletenessLine,
    Direction,
    NotationKey,
    Park,
    ParkReturn,
    PowerHeatLine,
    ProcessLine,
    Steam,
)

Counterparty = tuple[Literal["grid", "heat_network", "unit", "park", "outside_unit", "resident"], str | None]


class ReturnBuilder(EnergyBuilder):
    """Collects all tables of one return."""

    def __init__(self, park: Park, seed: int, serial: int) -> None:
        """`serial` is the park's place in the nation: it makes unit names and credit codes unique."""
        super().__init__(park, seed, serial)
        self._power_heat: list[PowerHeatLine] = []
        self._process: list[ProcessLine] = []
        self._completeness: list[CompletenessLine] = []

    @property
    def grid(self) -> Counterparty:
        """The grid the park is connected to."""
        return ("grid", self.park.grid_code)

    def rest(self) -> str:
        """Add the group of small tenants with a little power and petrol of their own."""
        code = self.unit("小单位合并组", "7212", role="rest", tenant_count=self.draw.integer(5, 60))
        self.power(code, "received", "E-GRID", "0.4", "10MWh", places=4)
        self.fuel(code, "gasoline", "FIN", "1.5", "t", use="road", tier="estimate")
        return code

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
        tier: str = "invoice",
    ) -> Decimal:
        """Add a line of power or heat and return its quantity; without a counterparty it is the grid's."""
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
                tier_code="measured" if measured_factor is not None else tier,
            )
        )
        return value

    def transfer(
        self, sender: str, receiver: str, kind: str, per_scale: str, unit_of_measure: str, *, places: int = 1
    ) -> None:
        """Power or heat from one unit of the park to another: both report it, the park counts nothing."""
        factor = self.measured_heat_factor() if kind == "H-FOS" else None
        value = self.power(
            sender, "sent", kind, per_scale, unit_of_measure,
            counterparty=("unit", receiver), places=places, measured_factor=factor,
        )  # fmt: skip
        self.power(
            receiver, "received", kind, "1", unit_of_measure, counterparty=("unit", sender), quantity=value
        )

    def measured_heat_factor(self) -> Decimal:
        """What a supplier of heat measured, t CO2 per GJ."""
        return self.draw.between("0.0921", "0.1148", 4)

    def sold_heat(self, supplier_code: str) -> Decimal:
        """GJ sold next door: the same number for the park that sells and the park that buys."""
        return Draw(self._seed, "sold heat", supplier_code).between(120000, 240000, 3)

    def buy_heat(self, unit: str) -> None:
        """The unit buys what the park next door sells, where there is such a neighbour."""
        supplier = self.park.heat_supplier
        if supplier:
            value = self.sold_heat(supplier)
            self.power(unit, "received", "H-FOS", "1", "GJ", counterparty=("park", supplier), quantity=value)

    def product(
        self,
        unit: str,
        product: str,
        per_scale: str,
        unit_of_measure: str,
        *,
        own_use: str = "0",
        route: str | None = None,
        own_factor: Decimal | None = None,
        source: str | None = None,
        balance: str | None = None,
        notation: NotationKey | None = None,
    ) -> str:
        """Add a product line (output and own use) and return its id."""
        output, own = self.amount(per_scale, 4), self.amount(own_use, 4)
        return self._add_process(
            replace(
                self._blank_process(unit, product, "product", unit_of_measure),
                route_code=route,
                qualified_output=None if notation else output,
                own_use=None if notation else own,
                notation=notation,
                measured_factor=own_factor,
                factor_source_code=source,
                balance_code=balance,
                tier_code="measured" if own_factor is not None else "invoice",
            )
        )

    def material(
        self,
        unit: str,
        product: str,
        role: str,
        per_scale: str,
        unit_of_measure: str,
        *,
        balance: str | None = None,
        places: int = 4,
        notation: NotationKey | None = None,
    ) -> str:
        """Add a material, deduction or stored-carbon line (an activity) and return its id."""
        activity = self.amount(per_scale, places)
        return self._add_process(
            replace(
                self._blank_process(unit, product, role, unit_of_measure),
                activity=None if notation else activity,
                notation=notation,
                balance_code=balance,
            )
        )

    def _blank_process(self, unit: str, product: str, role: str, unit_of_measure: str) -> ProcessLine:
        return ProcessLine(
            line_id=f"R{len(self._process) + 1:03d}",
            unit_code=unit,
            product_code=product,
            route_code=None,
            role_code=role,
            qualified_output=None,
            own_use=None,
            activity=None,
            unit_of_measure=unit_of_measure,
            notation=None,
            measured_factor=None,
            factor_source_code=None,
            balance_code=None,
            tier_code="invoice",
        )

    def _add_process(self, line: ProcessLine) -> str:
        self._process.append(line)
        return line.line_id

    def complete(self, category: str, status: str, reason: str | None = None) -> None:
        """Say what the park reports about one source category."""
        self._completeness.append(CompletenessLine(category, status, reason))

    def reported(self, category_of_flow: Mapping[str, str]) -> frozenset[str]:
        """The source categories the return has lines of."""
        energy = {category_of_flow.get(line.flow_code, "") for line in self._energy}
        power_heat = {"power" if line.kind_code.startswith("E-") else "heat" for line in self._power_heat}
        return frozenset(energy | power_heat | ({"industrial_process"} if self._process else set()))

    def build(self, year: int) -> ParkReturn:
        """The finished return."""
        return ParkReturn(
            park=self.park,
            year=year,
            units=tuple(self._units),
            energy=tuple(self._energy),
            power_heat=tuple(self._power_heat),
            process=tuple(self._process),
            completeness=tuple(self._completeness),
            period_code=str(year),
        )
