"""The first part of a return: its units, and what they bought, burnt, made, stored and lost."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from lingtan.synthetic.drawing import Draw
from lingtan.synthetic.model import EnergyLine, Measured, NotationKey, Park, Unit
from lingtan.synthetic.names import fictional_credit_code, unit_name
from lingtan.synthetic.periods import Due
from lingtan.synthetic.supply import supply_lines

_MONTHS_A_YEAR: Final = 12
_ALL: Final = Decimal(1)
#: Every fifth unit belongs to one of so many groups, which have plants in several parks.
_IN_A_GROUP: Final = 5
_GROUPS: Final = 60


class EnergyBuilder:
    """Collects units and energy lines. The structure is fixed; values come from the seed and the period."""

    def __init__(self, park: Park, seed: int, serial: int, due: Due) -> None:
        """`serial` is the park's place in the nation: it makes unit names and credit codes unique."""
        self.park = park
        self.due = due
        self.draw = Draw(seed, park.code, due.code)
        #: Draws what is alike for every seed and period.
        self.shape = Draw("shape", park.code)
        self.months = due.last - due.first + 1
        self._seed = seed
        self._serial = serial
        self._units: list[Unit] = []
        self._energy: list[EnergyLine] = []

    @property
    def year(self) -> int:
        """The reference year."""
        return int(self.due.code[:4])

    @property
    def reports_supply(self) -> bool:
        """Whether the park fills in what it bought, sold and stored."""
        return Draw("supply", self.park.code).integer(1, 100) <= 45

    def amount(self, per_scale: str, places: int = 2, *, spread: int = 12) -> Decimal:
        """A drawn amount of the period: the centre is `per_scale` times the park's scale for a year."""
        centre = self.park.scale * Decimal(per_scale) * self.months / _MONTHS_A_YEAR
        return self.draw.around(centre, places, spread=spread)

    def of_tenant(self, a_year: str, places: int = 3) -> Decimal:
        """A drawn amount of the period for a small unit, whatever the park's size."""
        return self.draw.around(Decimal(a_year) * self.months / _MONTHS_A_YEAR, places, spread=60)

    def unit(
        self,
        kind_zh: str,
        industry: str,
        *,
        role: str = "tenant",
        share: tuple[str, str] | None = None,
        tenant_count: int | None = None,
        outside: str | None = None,
        share_missing: bool = False,
        is_small: bool = False,
    ) -> str:
        """Add a unit and return its code.

        Args:
            kind_zh: What it does, part of its name.
            industry: Four-digit class.
            role: Its role in the park.
            share: Bounds of the part inside the physical boundary: the unit is a legal person.
            tenant_count: Of the rest group.
            outside: The boundary outside of which a located unit lies (share 0), where the park reports it.
            share_missing: A legal person that says its share of the physical boundary alone, where both are
                reported.
            is_small: Output and workforce of a small firm instead of a works.
        """
        number = len(self._units) + 1
        serial = self._serial * 100 + number
        physical, administrative = self._shares(number, share, outside)
        if share_missing and physical is not None:
            administrative = None
        yearly = Draw(self._seed, "output", self.park.code, number)
        largest, most = (40000, 400) if is_small else (900000, 4000)
        output = yearly.between(2000, largest, 1) * self.months / _MONTHS_A_YEAR
        value_added = output * yearly.integer(15, 38) / 100
        self._units.append(
            Unit(
                code=f"U{number:02d}",
                credit_code=None
                if role == "rest"
                else fictional_credit_code(self.park.province_code, self.park.number * 100 + number),
                name=unit_name(kind_zh, serial),
                role_code=role,
                tenant_count=tenant_count,
                industry_code=industry,
                owner=None
                if serial % _IN_A_GROUP
                else unit_name("集团", serial // _IN_A_GROUP % _GROUPS + 1),
                is_legal_person=share is not None,
                physical_share=physical,
                administrative_share=administrative,
                gross_output_10k_cny=output.quantize(Decimal("0.1")),
                value_added_10k_cny=value_added.quantize(Decimal("0.1")),
                employees=yearly.integer(20, most),
                land_hectare=yearly.between(1, 9 if is_small else 90, 2),
            )
        )
        return self._units[-1].code

    def _shares(
        self, number: int, share: tuple[str, str] | None, outside: str | None
    ) -> tuple[Decimal | None, Decimal | None]:
        """Physical and administrative share; like a unit's name they are the same for every seed."""
        found: dict[str, Decimal | None] = {"physical": None, "administrative": None}
        for boundary in self.park.boundary_codes:
            if share is not None:
                drawn = Draw("share", self.park.code, number).between(*share, 4)
                # The administrative boundary takes in more of it, up to the whole.
                more = Draw("share", self.park.code, number, boundary).between(0, _ALL - drawn, 4)
                found[boundary] = drawn if boundary == "physical" else drawn + more
            elif outside is not None and len(self.park.boundary_codes) > 1:
                found[boundary] = Decimal(0) if boundary == outside else _ALL
        return found["physical"], found["administrative"]

    def fuel(
        self,
        unit: str,
        carrier: str,
        flow: str,
        per_scale: str,
        unit_of_measure: str,
        *,
        places: int = 2,
        spread: int = 12,
        use: str | None = None,
        measured: Measured | None = None,
        balance: str | None = None,
        carried_by: str | None = None,
        notation: NotationKey | None = None,
        biogenic: str | None = None,
        tier: str = "invoice",
        quantity: Decimal | None = None,
        counterparty: tuple[str, str] | None = None,
    ) -> str:
        """Add an energy line and return its id; with a notation key the quantity stays empty."""
        drawn = self.amount(per_scale, places, spread=spread)
        self._energy.append(
            EnergyLine(
                line_id=f"E{len(self._energy) + 1:03d}",
                unit_code=unit,
                carrier_code=carrier,
                flow_code=flow,
                use_code=use,
                quantity=None if notation else (drawn if quantity is None else quantity),
                unit_of_measure=unit_of_measure,
                notation=notation,
                measured=measured,
                balance_code=balance,
                carried_by_line=carried_by,
                tier_code=tier,
                biogenic_share=None if biogenic is None else Decimal(biogenic),
                counterparty_kind_code=counterparty and counterparty[0],
                counterparty_code=counterparty and counterparty[1],
            )
        )
        return self._energy[-1].line_id

    def own_fuel(
        self,
        unit: str,
        carrier: str,
        flow: str,
        per_scale: str,
        unit_of_measure: str,
        measured: Measured | None,
        *,
        use: str,
    ) -> None:
        """Add a fuel the unit makes itself and burns; where the park reports supply, also that it made it."""
        made = self.amount(per_scale, 3)
        tier = "measured" if measured else "invoice"
        for one, at in ((flow, use), ("PRD", None)):
            if one == flow or self.reports_supply:
                self.fuel(
                    unit, carrier, one, per_scale, unit_of_measure, quantity=made, use=at, measured=measured,
                    tier=tier,
                )  # fmt: skip

    def stock(
        self,
        unit: str,
        carrier: str,
        per_scale: str,
        unit_of_measure: str,
        *,
        places: int = 4,
    ) -> None:
        """Add opening and closing stock where the park reports supply; one period's end opens the next."""
        if not self.reports_supply:
            return
        for flow, month in (("OPN", self.due.first - 1), ("CLS", self.due.last)):
            level = Draw("stock", self.park.code, unit, carrier, self.year * _MONTHS_A_YEAR + month)
            value = level.around(self.park.scale * Decimal(per_scale), places)
            self.fuel(unit, carrier, flow, per_scale, unit_of_measure, quantity=value)

    def close_supply(self) -> None:
        """Say what was bought and sold of every fuel, where the park reports that; some misstate it."""
        if not self.reports_supply:
            return
        first = len(self._energy)
        self._energy += supply_lines(self._energy)
        if Draw("supply", self.park.code, "slip").integer(1, 8) == 1:
            line = self._energy[first]
            if line.quantity is not None:
                self._energy[first] = replace(line, quantity=line.quantity * Decimal("1.25"))

    def laboratory(
        self,
        ncv: tuple[str, str],
        carbon: tuple[str, str] | None = None,
        *,
        moisture: str = "as_received",
        calorific: str = "net",
    ) -> Measured:
        """Parameters measured on a fuel: NCV, and with `carbon` also carbon and oxidation."""
        return Measured(
            net_calorific_value=self.draw.between(*ncv, 3),
            carbon_content=self.draw.between(*carbon, 2) if carbon else None,
            oxidation_ratio=self.draw.between("0.97", "0.995", 3) if carbon else None,
            moisture_basis_code=moisture,
            calorific_basis_code=calorific,
        )
