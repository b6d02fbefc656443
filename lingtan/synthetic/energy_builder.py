"""The first half of a return: its units, and what they bought, burnt, made and lost."""

from dataclasses import replace
from decimal import Decimal

from lingtan.synthetic.drawing import Draw
from lingtan.synthetic.model import EnergyLine, Measured, NotationKey, Park, Unit
from lingtan.synthetic.names import fictional_credit_code, unit_name


class EnergyBuilder:
    """Collects units and energy lines. The structure is fixed; values come from the seed."""

    def __init__(self, park: Park, seed: int, serial: int) -> None:
        """`serial` is the park's place in the nation: it makes unit names and credit codes unique."""
        self.park = park
        self.draw = Draw(seed, park.code)
        self._seed = seed
        self._serial = serial
        self._units: list[Unit] = []
        self._energy: list[EnergyLine] = []

    def amount(self, per_scale: str, places: int = 2, *, spread: int = 12) -> Decimal:
        """A drawn amount for this park: the centre is `per_scale` times its scale."""
        return self.draw.around(self.park.scale * Decimal(per_scale), places, spread=spread)

    def unit(
        self,
        kind_zh: str,
        industry: str,
        *,
        role: str = "tenant",
        share: tuple[str, str] | None = None,
        tenant_count: int | None = None,
    ) -> str:
        """Add a unit and return its code; `share` bounds the part of a legal person inside the park."""
        number = len(self._units) + 1
        serial = self._serial * 10 + number
        # A unit's share, like its name, is the same for every seed.
        ratio = Draw("share", self.park.code, number).between(*share, 4) if share else None
        output = self.draw.between(2000, 900000, 1)
        self._units.append(
            Unit(
                code=f"U{number:02d}",
                credit_code=None
                if role == "rest"
                else fictional_credit_code(self.park.province_code, serial),
                name=unit_name(kind_zh, serial),
                role_code=role,
                tenant_count=tenant_count,
                industry_code=industry,
                owner=unit_name("集团", serial % 7 + 1),
                is_legal_person=ratio is not None,
                physical_share=ratio,
                administrative_share=None,
                gross_output_10k_cny=output,
                value_added_10k_cny=self.draw.between(output * 15 / 100, output * 38 / 100, 1),
                employees=self.draw.integer(20, 4000),
                land_hectare=self.draw.between(1, 90, 2),
            )
        )
        return self._units[-1].code

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
        tier: str = "invoice",
    ) -> str:
        """Add an energy line and return its id; with a notation key the quantity stays empty."""
        quantity = self.amount(per_scale, places, spread=spread)
        self._energy.append(
            EnergyLine(
                line_id=f"E{len(self._energy) + 1:03d}",
                unit_code=unit,
                carrier_code=carrier,
                flow_code=flow,
                use_code=use,
                quantity=None if notation else quantity,
                unit_of_measure=unit_of_measure,
                notation=notation,
                measured=measured,
                balance_code=balance,
                carried_by_line=carried_by,
                tier_code=tier,
            )
        )
        return self._energy[-1].line_id

    def buy(self, unit: str, carrier: str) -> None:
        """Add what the unit bought of a carrier, so that its supply and use meet exactly.

        Call it after the carrier's other lines; all are in one unit of measure and none is a notation key.
        """
        lines = [one for one in self._energy if (one.unit_code, one.carrier_code) == (unit, carrier)]
        came = {"OPN", "PRD", "C-OUT", "PREP-OUT", "REC-G"}
        quantity = Decimal(0)
        for line in lines:
            quantity += (line.quantity or Decimal(0)) * (-1 if line.flow_code in came else 1)
        self._energy.append(
            replace(
                lines[0],
                line_id=f"E{len(self._energy) + 1:03d}",
                flow_code="PUR",
                use_code=None,
                quantity=quantity,
                measured=None,
                balance_code=None,
                carried_by_line=None,
                tier_code="invoice",
            )
        )

    def laboratory(self, ncv: tuple[str, str], carbon: tuple[str, str] | None = None) -> Measured:
        """Parameters measured on fuel as received: NCV, and with `carbon` also carbon and oxidation."""
        return Measured(
            net_calorific_value=self.draw.between(*ncv, 3),
            carbon_content=self.draw.between(*carbon, 2) if carbon else None,
            oxidation_ratio=self.draw.between("0.97", "0.995", 3) if carbon else None,
        )
