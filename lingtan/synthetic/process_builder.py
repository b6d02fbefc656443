"""The fourth part of a return: industrial processes, and gases other than those of fuels."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from lingtan.synthetic.drawing import Draw
from lingtan.synthetic.lines import GasMethod
from lingtan.synthetic.model import NotationKey, OtherGasLine, Parameter, Park, ProcessLine, Value
from lingtan.synthetic.periods import Due
from lingtan.synthetic.power_builder import PowerBuilder


class ProcessBuilder(PowerBuilder):
    """Collects process lines and lines of other gases."""

    def __init__(self, park: Park, seed: int, serial: int, due: Due) -> None:
        """As `EnergyBuilder`."""
        super().__init__(park, seed, serial, due)
        self._process: list[ProcessLine] = []
        self._gases: list[OtherGasLine] = []

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

    def gas_balance(
        self,
        unit: str,
        source: str,
        gas: str,
        kilograms: str,
        *,
        recovered: Value | None = None,
        closing: Value | None = None,
        shrinks: bool = False,
    ) -> None:
        """Add a balance of stocks in kg; `kilograms` are bought a year, more or less, whatever the scale.

        Args:
            unit: Who keeps the gas.
            source: What it is used in.
            gas: Which gas.
            kilograms: Bought a year.
            recovered: Instead of a small drawn amount; a notation key leaves a gap.
            closing: Instead of the drawn stock.
            shrinks: Equipment is retired: its charge is gone, and most of it is recovered.
        """
        centre = Decimal(kilograms)
        bought = self.draw.around(centre * self.months / 12, 3, spread=30)
        opening, end = (
            Draw("stock", self.park.code, unit, source, gas, self.year * 12 + month).around(
                centre / 4, 3, spread=4
            )
            for month in (self.due.first - 1, self.due.last)
        )
        increase = (bought * Decimal("-0.3" if shrinks else "0.2")).quantize(Decimal("0.001"))
        returned = (bought * Decimal("0.8" if shrinks else "0.05")).quantize(Decimal("0.001"))
        self._add_gas(
            unit,
            source,
            gas,
            "balance",
            opening_stock=opening,
            bought=bought,
            charge_increase=increase,
            recovered=returned if recovered is None else recovered,
            closing_stock=end if closing is None else closing,
        )

    def gas_emitted(self, unit: str, source: str, gas: str, tonnes: str, *, places: int = 6) -> None:
        """Add a measured emission in t; the centre of a year is `tonnes` per scale."""
        self._add_gas(unit, source, gas, "emitted", "t", emitted=self.amount(tonnes, places))

    def gas_key(self, unit: str, source: str, gas: str, key: NotationKey) -> None:
        """Add an emission that is a notation key."""
        self._add_gas(unit, source, gas, "emitted", "t", emitted=key)

    def gas_activity(
        self,
        unit: str,
        source: str,
        gas: str,
        per_scale: str,
        unit_of_measure: str,
        factor: str | None,
        *,
        has_note: bool = True,
    ) -> None:
        """Add an activity with the unit's own factor (t of gas per canonical unit), or with none."""
        self._add_gas(
            unit,
            source,
            gas,
            "activity",
            unit_of_measure,
            activity=self.amount(per_scale, 4),
            measured_factor=None if factor is None else Decimal(factor),
            has_factor_note=has_note,
        )

    def gas_formula(
        self,
        unit: str,
        source: str,
        gas: str,
        per_scale: str,
        unit_of_measure: str,
        parameters: Mapping[str, tuple[str, str]],
        *,
        treatment: str | None = None,
        flows: Mapping[str, str] | None = None,
    ) -> None:
        """Add an activity that goes through the formula of its source.

        Args:
            unit: Who has it.
            source: Whose formula.
            gas: The gas the line names.
            per_scale: Centre of the activity of a year per scale.
            unit_of_measure: Of the activity.
            parameters: Ratios and rates: parameter -> value and unit.
            treatment: What listed parameters are taken by.
            flows: Parameters that are quantities: parameter -> centre of a year per scale, in t.
        """
        given = [Parameter(code, Decimal(value), measure) for code, (value, measure) in parameters.items()]
        given += [Parameter(code, self.amount(centre, 3), "t") for code, centre in (flows or {}).items()]
        line = OtherGasLine(
            line_id=f"O{len(self._gases) + 1:03d}",
            unit_code=unit,
            source_code=source,
            gas_code=gas,
            method_code="formula",
            unit_of_measure=unit_of_measure,
            activity=self.amount(per_scale, 4),
            treatment_code=treatment,
            parameters=tuple(given),
        )
        self._gases.append(line)

    def _add_gas(
        self,
        unit: str,
        source: str,
        gas: str,
        method: GasMethod,
        unit_of_measure: str = "kg",
        *,
        opening_stock: Value = None,
        bought: Value = None,
        charge_increase: Value = None,
        recovered: Value = None,
        closing_stock: Value = None,
        emitted: Value = None,
        activity: Value = None,
        measured_factor: Decimal | None = None,
        has_factor_note: bool = True,
    ) -> None:
        self._gases.append(
            OtherGasLine(
                line_id=f"O{len(self._gases) + 1:03d}",
                unit_code=unit,
                source_code=source,
                gas_code=gas,
                method_code=method,
                unit_of_measure=unit_of_measure,
                opening_stock=opening_stock,
                bought=bought,
                charge_increase=charge_increase,
                recovered=recovered,
                closing_stock=closing_stock,
                emitted=emitted,
                activity=activity,
                measured_factor=measured_factor,
                has_factor_note=has_factor_note,
            )
        )
