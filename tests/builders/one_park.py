"""A park of one or two units, for truths worked out by hand."""

from decimal import Decimal

from lingtan.synthetic.model import (
    EnergyLine,
    Measured,
    ParkReturn,
    PowerHeatLine,
    ProcessLine,
    Steam,
    Unit,
)
from lingtan.synthetic.register import parks

D = Decimal


def unit(code: str = "U01", share: str | None = None) -> Unit:
    return Unit(
        code=code,
        credit_code=None,
        name="示例单位",
        role_code="tenant",
        tenant_count=None,
        industry_code="3011",
        owner="示例集团",
        share=D(share) if share else None,
        gross_output_10k_cny=D(1),
        value_added_10k_cny=D(1),
        employees=1,
        land_hectare=D(1),
    )


def fuel(
    line_id: str,
    carrier: str,
    flow: str,
    quantity: str | None,
    unit_of_measure: str = "t",
    *,
    unit_code: str = "U01",
    notation: str | None = None,
    measured: Measured | None = None,
    balance: str | None = None,
    carried_by: str | None = None,
    tier: str = "measured",
) -> EnergyLine:
    return EnergyLine(
        line_id=line_id,
        unit_code=unit_code,
        carrier_code=carrier,
        flow_code=flow,
        use_code=None,
        quantity=D(quantity) if quantity else None,
        unit_of_measure=unit_of_measure,
        notation=notation,  # type: ignore[arg-type]
        measured=measured,
        balance_code=balance,
        carried_by_line=carried_by,
        tier_code=tier,
    )


def delivery(
    line_id: str,
    kind: str,
    direction: str,
    quantity: str,
    unit_of_measure: str,
    *,
    unit_code: str = "U01",
    counterparty: tuple[str, str | None] = ("grid", "GRID:GRID_EAST"),
    steam: Steam | None = None,
    factor: str | None = None,
) -> PowerHeatLine:
    return PowerHeatLine(
        line_id=line_id,
        unit_code=unit_code,
        direction=direction,  # type: ignore[arg-type]
        kind_code=kind,
        counterparty_kind_code=counterparty[0],
        counterparty_code=counterparty[1],
        quantity=D(quantity),
        unit_of_measure=unit_of_measure,
        notation=None,
        steam=steam,
        measured_factor=D(factor) if factor else None,
        tier_code="measured" if factor else "invoice",
    )


def step(
    line_id: str,
    product: str,
    role: str,
    quantity: str,
    *,
    own_use: str = "0",
    route: str | None = None,
    source: str | None = None,
    factor: str | None = None,
    balance: str | None = None,
) -> ProcessLine:
    is_product = role == "product"
    return ProcessLine(
        line_id=line_id,
        unit_code="U01",
        product_code=product,
        route_code=route,
        role_code=role,
        qualified_output=D(quantity) if is_product else None,
        own_use=D(own_use) if is_product else None,
        activity=None if is_product else D(quantity),
        unit_of_measure="t",
        notation=None,
        measured_factor=D(factor) if factor else None,
        factor_source_code=source,
        balance_code=balance,
        tier_code="invoice",
    )


def park_return(
    *lines: EnergyLine | PowerHeatLine | ProcessLine, units: tuple[Unit, ...] = (unit(),)
) -> ParkReturn:
    return ParkReturn(
        park=parks()[0],
        year=2025,
        units=units,
        energy=tuple(line for line in lines if isinstance(line, EnergyLine)),
        power_heat=tuple(line for line in lines if isinstance(line, PowerHeatLine)),
        process=tuple(line for line in lines if isinstance(line, ProcessLine)),
        completeness=(),
    )
