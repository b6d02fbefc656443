"""Power and heat under GHGI: scope 2 on two bases, resold deliveries, own generation sent.

Received power: the province's average by location; by market the residual mix without traded non-fossil
power, zero for green and direct non-fossil power, the supplier's factor for nuclear (else the residual) and
for a direct fossil line (else a gap). Own renewable power used is zero, other own power and storage make no
entry; own use whose attributes were sold takes the residual mix by market.
Received heat, both bases alike: fossil measured, else the default; non-fossil no CO2, its methane and nitrous
oxide a gap; waste heat and cold measured, else a gap.
Sent: bought power and resold heat leave scope 2 and appear in scope 3; own fossil and waste-heat power and
heat of own generation are a memo; heat of no stated origin is a gap in scope 2.

Choices: a factor of a supplier of power, and of own power sent, counts in any tier; of heat, received or
sent, only if measured; the gap of heat without origin is carbon dioxide.
"""

from decimal import Decimal
from typing import Final

from lingtan.synthetic.lines import PowerHeatLine
from lingtan.synthetic.truth_amounts import ZERO, Absence, Amount, Entry, Level, Origin, negative, times
from lingtan.synthetic.truth_clearing import Delivery
from lingtan.synthetic.truth_ghgi import BASES, Entries, Ledger
from lingtan.synthetic.truth_lines import Inside
from lingtan.synthetic.truth_quantities import MEASURING_TIERS
from lingtan.synthetic.truth_reference import ReferenceValues

_PROVINCIAL_KINDS: Final = frozenset({"E-GRID", "E-GT", "E-GEC", "E-NUC"})
_GREEN_KINDS: Final = frozenset({"E-GT", "E-GEC"})
_OWN_CREDITED: Final = frozenset({"E-SELF-FF", "E-SELF-WH"})
#: Gas -> t per unit.
_Factors = tuple[tuple[str, Decimal | None], ...]


class PowerAndHeat:
    """Factors of one province and year, and the entries they make."""

    def __init__(self, values: ReferenceValues, province_code: str, year: int) -> None:
        self._provincial = values.power_factor("average", province_code, year)
        self._residual = values.power_factor("average_excl_market_nonfossil", "CN", year)
        self._fossil_heat = values.factor["ghgi_heat", "heat_fossil", "CO2"]

    def entries(self, ledger: Ledger, lines: Inside) -> Entries:
        """All entries of deliveries and of sold attributes."""
        for delivery, level in lines.deliveries:
            yield from self.of_delivery(ledger, delivery, level)
        yield from self.of_sold_attributes(ledger, lines)

    def of_delivery(self, ledger: Ledger, delivery: Delivery, level: Level | None) -> Entries:
        """The entries of one delivery; `level` says which view takes it out."""
        component = "purchased_power" if delivery.kind_code.startswith("E-") else "purchased_heat"
        if delivery.line.direction == "sent":
            yield from self._sent(ledger, delivery, component, level)
            return
        for basis in BASES:
            for gas, factor in self._received(delivery.kind_code, delivery.line, basis):
                mass = times(delivery.amount, factor)
                yield ledger.entry(
                    delivery.line.unit_code, "2", component, gas, mass, basis=basis, level=level,
                    origin=_origin(ledger, delivery.line, component, factor),
                )  # fmt: skip

    def of_sold_attributes(self, ledger: Ledger, lines: Inside) -> Entries:
        """Own use whose attributes were sold: by market alone."""
        for line, amount in lines.sold_attributes:
            mass = times(amount, self._residual)
            made = ledger.origin("generation", line.line_id, f"purchased_power {self._residual}")
            yield ledger.entry(
                line.unit_code, "2", "purchased_power", "CO2", mass, basis="market", origin=made
            )

    def _received(self, kind: str, line: PowerHeatLine, basis: str) -> _Factors:
        if kind.startswith("H-"):
            return self._heat(kind, line)
        if kind in _PROVINCIAL_KINDS:
            return (("CO2", self._provincial if basis == "location" else self._market(kind, line)),)
        if kind in {"E-DL", "E-SELF-RE"}:
            return (("CO2", ZERO),)
        if kind == "E-DLF":
            return (("CO2", line.measured_factor),)
        return ()

    def _market(self, kind: str, line: PowerHeatLine) -> Decimal | None:
        if kind in _GREEN_KINDS:
            return ZERO
        if kind == "E-NUC" and line.measured_factor is not None:
            return line.measured_factor
        return self._residual

    def _heat(self, kind: str, line: PowerHeatLine) -> _Factors:
        if kind == "H-NF":
            return (("CO2", ZERO), ("CH4", None), ("N2O", None))
        measured = line.measured_factor if line.tier_code in MEASURING_TIERS else None
        if kind == "H-FOS" and measured is None:
            return (("CO2", self._fossil_heat),)
        return (("CO2", measured),)

    def _sent(self, ledger: Ledger, delivery: Delivery, component: str, level: Level | None) -> Entries:
        line, kind = delivery.line, delivery.kind_code
        if kind.startswith("E-SELF-") or kind == "E-STO":
            if kind in _OWN_CREDITED:
                yield self._memo(ledger, delivery, line.measured_factor, level)
            return
        if kind.startswith("H-") and line.supply_origin_code != "resold":
            if line.supply_origin_code == "own_generation":
                yield self._memo(ledger, delivery, self._own_heat(kind, line), level)
                return
            for basis in BASES:
                yield ledger.entry(
                    line.unit_code, "2", component, "CO2", Absence.NOT_ESTIMATED,
                    basis=basis, level=level, is_sent=True,
                )  # fmt: skip
            return
        for basis in BASES:
            for gas, factor in self._received(kind, line, basis):
                mass: Amount = times(delivery.amount, factor)
                yield ledger.entry(
                    line.unit_code, "2", component, gas, negative(mass),
                    basis=basis, level=level, is_sent=True, origin=_origin(ledger, line, component, factor),
                )  # fmt: skip
                yield ledger.entry(line.unit_code, "3", "value_chain", gas, mass, basis=basis, level=level)

    @staticmethod
    def _own_heat(kind: str, line: PowerHeatLine) -> Decimal | None:
        if kind == "H-NF":
            return ZERO
        return line.measured_factor if line.tier_code in MEASURING_TIERS else None

    @staticmethod
    def _memo(ledger: Ledger, delivery: Delivery, factor: Decimal | None, level: Level | None) -> Entry:
        return ledger.entry(
            delivery.line.unit_code, "memo", "own_generation_sent", "CO2",
            negative(times(delivery.amount, factor)), level=level, is_sent=True,
        )  # fmt: skip


def _origin(ledger: Ledger, line: PowerHeatLine, component: str, factor: Decimal | None) -> Origin | None:
    """A listed factor is known by its value: no two rows of power, or of heat, have the same here."""
    is_own = factor is not None and factor is line.measured_factor
    return ledger.origin("power_heat", line.line_id, None if is_own else f"{component} {factor}")
