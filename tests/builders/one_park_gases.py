"""Lines of other gases, removals, offsets and the value chain, for truths worked out by hand."""

from datetime import date
from typing import Any

from lingtan.synthetic.lines import GasMethod, InstrumentLine, OtherGasLine, RemovalLine, ScopeThreeLine
from tests.builders.one_park import YEAR, D, cell


def gas(
    line_id: str, source: str, gas_code: str, method: GasMethod = "emitted", **cells: Any
) -> OtherGasLine:
    """Cells by name; numbers as text, notation keys as they are."""
    unit_of_measure = cells.pop("unit_of_measure", "t")
    note = cells.pop("has_factor_note", True)
    return OtherGasLine(
        line_id=line_id,
        unit_code="U01",
        source_code=source,
        gas_code=gas_code,
        method_code=method,
        unit_of_measure=unit_of_measure,
        has_factor_note=note,
        **{name: cell(text) for name, text in cells.items()},
    )


def offset(
    line_id: str, quantity: str, *, is_retired: bool = True, serial: str | None = None
) -> InstrumentLine:
    return InstrumentLine(
        line_id=line_id,
        unit_code="U01",
        type_code="offset",
        quantity=D(quantity),
        unit_of_measure="t",
        serial_from=serial or f"OFF-{line_id}",
        consumption_year=YEAR,
        retired_on=date(2026, 1, 5) if is_retired else None,
    )


def removal(line_id: str, origin: str, fate: str, quantity: str, sold: str | None = None) -> RemovalLine:
    return RemovalLine(
        line_id=line_id,
        unit_code="U01",
        removal_type_code="ccs",
        co2_origin_code=origin,
        fate_code=fate,
        site=None,
        transferred_to=None,
        quantity=D(quantity),
        unit_of_measure="t",
        verified_by=None,
        credit_sold=D(sold) if sold else None,
        credit_serial=None,
        tier_code="measured",
    )


def value_chain(line_id: str, activity: str, factor: str | None, document: str | None) -> ScopeThreeLine:
    return ScopeThreeLine(
        line_id=line_id,
        unit_code="U01",
        category_code="S3-01",
        relevance_code="relevant",
        method_code="average",
        activity=D(activity),
        unit_of_measure="kg",
        measured_factor=D(factor) if factor else None,
        factor_document=document,
    )
