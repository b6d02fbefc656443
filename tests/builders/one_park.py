"""A park of a few units, for truths worked out by hand; it lies in Zhejiang unless said otherwise."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final, TypeVar

from lingtan.synthetic.lines import (
    CertificateBundle,
    Direction,
    EnergyLine,
    GenerationLine,
    InstrumentLine,
    Measured,
    NotationKey,
    OtherGasLine,
    PowerHeatLine,
    ProcessLine,
    RemovalLine,
    ScopeThreeLine,
    Steam,
    SupplyOrigin,
    Unit,
)
from lingtan.synthetic.model import BoundariesReported, Park, ParkReturn, PeriodBasis
from lingtan.synthetic.register import parks

D = Decimal
YEAR: Final = 2025
Line = (
    EnergyLine
    | PowerHeatLine
    | GenerationLine
    | ProcessLine
    | OtherGasLine
    | ScopeThreeLine
    | RemovalLine
    | InstrumentLine
)
Kind = TypeVar("Kind", bound=Line)


def unit(
    code: str = "U01",
    share: str | None = None,
    *,
    administrative: str | None = None,
    is_legal_person: bool | None = None,
    industry: str = "3011",
) -> Unit:
    return Unit(
        code=code,
        credit_code=None,
        name="示例单位",
        role_code="tenant",
        tenant_count=None,
        industry_code=industry,
        owner="示例集团",
        is_legal_person=bool(share) if is_legal_person is None else is_legal_person,
        physical_share=D(share) if share else None,
        administrative_share=D(administrative) if administrative else None,
        gross_output_10k_cny=D(1000),
        value_added_10k_cny=D(300),
        employees=10,
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
    notation: NotationKey | None = None,
    measured: Measured | None = None,
    balance: str | None = None,
    carried_by: str | None = None,
    tier: str = "measured",
    use: str | None = None,
    biogenic: str | None = None,
) -> EnergyLine:
    return EnergyLine(
        line_id=line_id,
        unit_code=unit_code,
        carrier_code=carrier,
        flow_code=flow,
        use_code=use,
        quantity=D(quantity) if quantity else None,
        unit_of_measure=unit_of_measure,
        notation=notation,
        measured=measured,
        balance_code=balance,
        carried_by_line=carried_by,
        tier_code=tier,
        biogenic_share=D(biogenic) if biogenic else None,
    )


def delivery(
    line_id: str,
    kind: str,
    direction: Direction,
    quantity: str | None,
    unit_of_measure: str,
    *,
    unit_code: str = "U01",
    counterparty: tuple[str, str | None] = ("grid", "GRID:GRID_EAST"),
    steam: Steam | None = None,
    factor: str | None = None,
    tier: str | None = None,
    origin: SupplyOrigin | None = None,
    notation: NotationKey | None = None,
) -> PowerHeatLine:
    return PowerHeatLine(
        line_id=line_id,
        unit_code=unit_code,
        direction=direction,
        kind_code=kind,
        counterparty_kind_code=counterparty[0],
        counterparty_code=counterparty[1],
        quantity=D(quantity) if quantity else None,
        unit_of_measure=unit_of_measure,
        notation=notation,
        steam=steam,
        measured_factor=D(factor) if factor else None,
        tier_code=tier or ("measured" if factor else "invoice"),
        supply_origin_code=origin,
    )


def step(
    line_id: str,
    product: str,
    role: str,
    quantity: str | None,
    *,
    unit_code: str = "U01",
    own_use: str = "0",
    route: str | None = None,
    source: str | None = None,
    factor: str | None = None,
    balance: str | None = None,
    notation: NotationKey | None = None,
) -> ProcessLine:
    value = D(quantity) if quantity else None
    is_product = role == "product"
    return ProcessLine(
        line_id=line_id,
        unit_code=unit_code,
        product_code=product,
        route_code=route,
        role_code=role,
        qualified_output=value if is_product else None,
        own_use=D(own_use) if is_product and value is not None else None,
        activity=None if is_product else value,
        unit_of_measure="t",
        notation=notation,
        measured_factor=D(factor) if factor else None,
        factor_source_code=source,
        balance_code=balance,
        tier_code="invoice",
    )


def cell(text: str | None) -> Any:
    """A cell given as text: a number where it ends in a digit, else as it is."""
    return D(text) if text and text[-1].isdigit() else text


def certificate(
    line_id: str,
    bundle: CertificateBundle,
    quantity: str,
    *,
    unit_code: str = "U01",
    tradable: bool = True,
    serial: str | None = "GEC-{line_id}",
    last: str | None = None,
    year: int = YEAR,
) -> InstrumentLine:
    return InstrumentLine(
        line_id=line_id,
        unit_code=unit_code,
        type_code="green_certificate",
        quantity=D(quantity),
        unit_of_measure="MWh",
        bundle_code=bundle,
        is_tradable=tradable,
        serial_from=serial and serial.format(line_id=line_id),
        serial_to=last,
        consumption_year=year,
    )


def plant(line_id: str, technology: str, **cells: str) -> GenerationLine:
    """Cells of the generation table by name, as text; the others are blank."""
    blank = (
        "generated", "self_used", "sent_to_grid", "sent_to_unit",
        "curtailed", "storage_in", "storage_out", "attribute_sold",
    )  # fmt: skip
    return GenerationLine(
        line_id=line_id,
        unit_code="U01",
        plant_code=f"PLANT-{line_id}",
        technology_code=technology,
        capacity_mw=None,
        unit_of_measure="MWh",
        matching_interval_code=None,
        tier_code="measured",
        **{name: cell(cells.get(name)) for name in blank},
    )


def park(
    code: str = "SL33000001", province_code: str = "330000", boundaries: BoundariesReported = "physical"
) -> Park:
    return replace(
        parks(2025)[0],
        code=code,
        province_code=province_code,
        boundaries_reported_code=boundaries,
    )


def _of(kind: type[Kind], lines: Iterable[Line]) -> tuple[Kind, ...]:
    return tuple(line for line in lines if isinstance(line, kind))


def park_return(
    *lines: Line,
    units: tuple[Unit, ...] = (unit(),),
    of_park: Park | None = None,
    period: str = str(YEAR),
    basis: PeriodBasis = "discrete",
) -> ParkReturn:
    return ParkReturn(
        park=of_park or park(),
        year=YEAR,
        units=units,
        energy=_of(EnergyLine, lines),
        power_heat=_of(PowerHeatLine, lines),
        process=_of(ProcessLine, lines),
        completeness=(),
        period_code=period,
        period_basis=basis,
        generation=_of(GenerationLine, lines),
        other_gases=_of(OtherGasLine, lines),
        scope3=_of(ScopeThreeLine, lines),
        removals=_of(RemovalLine, lines),
        instruments=_of(InstrumentLine, lines),
    )
