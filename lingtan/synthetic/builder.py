"""Builds one return line by line; amounts are for a year, per 10 kt of coal equivalent of scale."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from lingtan.contracts.code_lists import load_code_lists
from lingtan.synthetic.drawing import Draw
from lingtan.synthetic.exchange_builder import Counterparty
from lingtan.synthetic.lines import ScopeThreeMethod
from lingtan.synthetic.model import (
    CompletenessLine,
    IndicatorLine,
    InstrumentLine,
    Park,
    ParkReturn,
    ProductEnergyLine,
    RemovalLine,
    ScopeThreeLine,
    TargetLine,
    Value,
)
from lingtan.synthetic.periods import Due
from lingtan.synthetic.process_builder import ProcessBuilder

__all__ = ["Counterparty", "ReturnBuilder"]

_TONNE: Final = Decimal("0.001")


class ReturnBuilder(ProcessBuilder):
    """Collects all tables of one return."""

    def __init__(self, park: Park, seed: int, serial: int, due: Due) -> None:
        """As `EnergyBuilder`."""
        super().__init__(park, seed, serial, due)
        self._scope3: list[ScopeThreeLine] = []
        self._removals: list[RemovalLine] = []
        self._indicators: list[IndicatorLine] = []
        self._product_energy: list[ProductEnergyLine] = []
        self._targets: list[TargetLine] = []
        self._completeness: list[CompletenessLine] = []

    def rest(self) -> str:
        """Add the group of small tenants with a little power and petrol of their own."""
        code = self.unit("小单位合并组", "7212", role="rest", tenant_count=self.shape.integer(5, 60))
        self.power(code, "received", "E-GRID", "0.4", "10MWh", places=4)
        self.fuel(code, "gasoline", "FIN", "1.5", "t", use="road", tier="estimate")
        return code

    def scope3(
        self,
        unit: str,
        category: str,
        name: str,
        per_scale: str,
        unit_of_measure: str | None,
        factor: str | None,
        *,
        method: ScopeThreeMethod = "average",
        has_document: bool = True,
        supplier: str | None = None,
        listed: str | None = None,
        screened: str | None = None,
        price_year: int | None = None,
    ) -> None:
        """Add a relevant category; without a unit of measure it is an amount of money in 10k CNY.

        `listed` is the activity code of an office's factor, `screened` the centre in t CO2e of what a year
        was estimated at in screening; prices are of the year, or of `price_year`.
        """
        value = self.amount(per_scale, 3)
        is_money = unit_of_measure is None
        self._scope3.append(
            ScopeThreeLine(
                line_id=f"V{len(self._scope3) + 1:03d}",
                unit_code=unit,
                category_code=category,
                relevance_code="relevant",
                method_code="spend" if is_money else method,
                activity_name=name,
                activity=None if is_money else value,
                unit_of_measure=unit_of_measure,
                amount_10k_cny=value if is_money else None,
                price_year=(price_year or self.year) if is_money else None,
                measured_factor=None if factor is None else Decimal(factor),
                factor_document="示例因子库 2024 版（虚构）" if factor and has_document else None,
                factor_activity_code=listed,
                screened_tco2e=None if screened is None else self.amount(screened, 3),
                supplier_code=supplier,
            )
        )

    def screen_the_rest(self, unit: str) -> None:
        """Add every category without a line as not relevant."""
        known = {line.category_code for line in self._scope3}
        for category in load_code_lists()["scope3_categories"]["code"]:
            if category not in known:
                self.not_relevant(unit, category)

    def not_relevant(self, unit: str, category: str) -> None:
        """Add a category that the unit screened and found not relevant."""
        self._scope3.append(ScopeThreeLine(f"V{len(self._scope3) + 1:03d}", unit, category, "not_relevant"))

    def removal(
        self,
        unit: str,
        removal_type: str,
        origin: str,
        fate: str,
        tonnes: str,
        *,
        sold: str | None = None,
        quantity: Value = None,
        to: str = "示例二氧化碳利用公司001",
        received_from: str | None = None,
    ) -> None:
        """Add CO2 stored or removed, in t; `sold` is the part sold as credits."""
        number = len(self._removals) + 1
        value = self.amount(tonnes, 3) if quantity is None else quantity
        credit = None
        if sold is not None and isinstance(value, Decimal):
            credit = (value * Decimal(sold)).quantize(_TONNE)
        self._removals.append(
            RemovalLine(
                line_id=f"C{number:03d}",
                unit_code=unit,
                removal_type_code=removal_type,
                co2_origin_code=origin,
                fate_code=fate,
                site=f"示例场地{number:02d}",
                transferred_to=to if fate == "transferred" else None,
                received_from=received_from,
                quantity=value,
                unit_of_measure="t",
                verified_by="示例核证机构",
                credit_sold=credit,
                credit_serial=None if credit is None else f"CR-{self.park.code}-{self.due.code}-{number:02d}",
                tier_code="measured",
            )
        )

    def offset(self, unit: str, tonnes: str, *, is_retired: bool = True) -> None:
        """Add an offset in t CO2e, retired for this year or only bought."""
        number = len(self._instruments) + 1
        serial = f"OFS-{self.park.code}-{self.due.code}-{number:02d}"
        self._instruments.append(
            InstrumentLine(
                line_id=f"I{number:03d}",
                unit_code=unit,
                type_code="offset",
                quantity=self.amount(tonnes, 3),
                unit_of_measure="t",
                plant_code=f"示例林业项目{number:03d}",
                serial_from=f"{serial}-000001",
                serial_to=f"{serial}-999999",
                consumption_year=self.year,
                offset_standard="示例减排标准",
                vintage=self.year - 2,
                retired_on=date(self.year + 1, 2, 20) if is_retired else None,
            )
        )

    def pledge(self) -> None:
        """Add indicators, energy per unit of product, and targets: what a pilot has to show."""
        first = self._units[0].code
        generated = self.amount("900", 2)
        used = (generated * Decimal("0.92")).quantize(Decimal("0.01"))
        fresh = self.amount("14", 3)
        for code, numerator, denominator in (
            ("solid_waste_use", used, generated),
            ("water_reuse", fresh * 9, fresh * 10),
            ("waste_heat_use", self.amount("60", 2), self.amount("90", 2)),
            ("product_second_level", Decimal(self.shape.integer(3, 9)), Decimal(10)),
        ):
            waste, water = code == "solid_waste_use", code == "water_reuse"
            self._indicators.append(
                IndicatorLine(
                    line_id=f"N{len(self._indicators) + 1:03d}",
                    indicator_code=code,
                    numerator=numerator,
                    denominator=denominator,
                    waste_generated_t=generated if waste else None,
                    waste_old_stock_used_t=Decimal(0) if waste else None,
                    waste_used_t=used if waste else None,
                    water_fresh_10k_m3=fresh if water else None,
                    water_reused_10k_m3=fresh * 9 if water else None,
                )
            )
        self._product_energy.append(
            ProductEnergyLine(
                "D001", first, "示例产品", self.amount("300", 2), "t",
                self.draw.between(90, 140, 2), "GB 00000-2021（示例）", Decimal(135),
            )
        )  # fmt: skip
        # A target is the same whatever the year it is reported for.
        base = Draw("target", self.park.code).around(self.park.scale * 20000, 0)
        for number, (kind, scope, part, unit) in enumerate(
            (("absolute", "scope_1_2", "0.1", "tCO2e"), ("intensity", "nzcp", "0.00001", "tCO2/tce")), start=1
        ):
            self._targets.append(
                TargetLine(
                    line_id=f"T{number:03d}",
                    target_type_code=kind,
                    target_scope_code=scope,
                    base_year=2024,
                    base_value=base * (1 if kind == "absolute" else Decimal("0.0001")),
                    target_year=2030,
                    target_value=base * Decimal(part),
                    value_unit=unit,
                    interim_year=2027,
                    interim_value=base * Decimal(part) * 2,
                )
            )

    def complete(
        self, category: str, status: str, reason: str | None = None, where: str | None = None
    ) -> None:
        """Say what the park reports about one source category."""
        self._completeness.append(CompletenessLine(category, status, reason, where))

    def build(self) -> ParkReturn:
        """The finished return."""
        return ParkReturn(
            park=self.park,
            year=self.year,
            units=tuple(self._units),
            energy=tuple(self._energy),
            power_heat=tuple(self._power_heat),
            process=tuple(self._process),
            completeness=tuple(self._completeness),
            period_code=self.due.code,
            period_basis=self.due.basis,
            generation=tuple(self._generation),
            other_gases=tuple(self._gases),
            scope3=tuple(self._scope3),
            removals=tuple(self._removals),
            instruments=tuple(self._instruments),
            indicators=tuple(self._indicators),
            product_energy=tuple(self._product_energy),
            targets=tuple(self._targets),
            asymmetries=tuple(self._asymmetries),
        )


def reported_categories(one: ParkReturn, category_of: Mapping[tuple[str, str], str]) -> frozenset[str]:
    """The source categories a return has lines of; `category_of` knows energy flows and gas sources."""
    found = {category_of.get(("energy", line.flow_code), "") for line in one.energy}
    found |= {category_of.get(("gas", line.source_code), "other_gases") for line in one.other_gases}
    found |= {"power" if line.kind_code.startswith("E-") else "heat" for line in one.power_heat}
    found |= {"industrial_process"} if one.process else set()
    found |= {"removals"} if one.removals else set()
    found |= {"offsets"} if any(line.type_code == "offset" for line in one.instruments) else set()
    return frozenset(found)
