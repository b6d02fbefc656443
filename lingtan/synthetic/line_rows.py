"""Lines of the tables that a park may leave out, as rows of its return."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from lingtan.contracts.form_rows import Row
from lingtan.synthetic.model import (
    GenerationLine,
    IndicatorLine,
    InstrumentLine,
    LineUncertainty,
    OtherGasLine,
    ProductEnergyLine,
    RemovalLine,
    ScopeThreeLine,
    TargetLine,
)

#: Field of a line -> column of the form, where the two differ.
_COLUMNS: Final = {"unit_of_measure": "quantity_unit", "tier_code": "evidence_tier_code"}


def _row(line: Any, columns: Mapping[str, str] | None = None, *, without: tuple[str, ...] = ()) -> Row:
    names = _COLUMNS | dict(columns or {})
    return {names.get(name, name): value for name, value in vars(line).items() if name not in without}


def generation_row(line: GenerationLine) -> Row:
    """A plant of its own."""
    return _row(line)


def gas_row(line: OtherGasLine) -> Row:
    """Another gas, with the note its own factor needs."""
    note = "示例：企业自测因子" if line.measured_factor is not None and line.has_factor_note else None
    row = _row(line, {"method_code": "calculation_method_code"}, without=("has_factor_note", "parameters"))
    return {**row, "factor_note": note}


def parameter_rows(lines: Iterable[OtherGasLine], uncertainties: Iterable[LineUncertainty]) -> list[Row]:
    """The parameters of these lines, and the uncertainties of any, numbered through."""
    given: list[tuple[str, str, str, Decimal, str]] = [
        ("other_gases", line.line_id, one.code, one.value, one.unit_of_measure)
        for line in lines
        for one in line.parameters
    ]
    given += [
        (of.table, of.line_id, f"{part}_uncertainty", value, "percent")
        for of in uncertainties
        for part, value in (("quantity", of.quantity_percent), ("factor", of.factor_percent))
        if value is not None
    ]
    return [
        {
            "line_id": f"M{number:03d}",
            "of_table": table,
            "of_line": line_id,
            "parameter_code": code,
            "value": value,
            "quantity_unit": unit,
            "evidence_tier_code": "measured",
            "evidence": "示例：企业监测记录",
        }
        for number, (table, line_id, code, value, unit) in enumerate(given, start=1)
    ]


def scope3_row(line: ScopeThreeLine) -> Row:
    """A category of the value chain."""
    return _row(line, {"category_code": "scope3_category_code", "method_code": "calculation_method_code"})


def removal_row(line: RemovalLine) -> Row:
    """CO2 removed or stored."""
    return _row(line)


def instrument_row(line: InstrumentLine) -> Row:
    """A certificate or an offset."""
    return _row(line, {"type_code": "instrument_type_code"})


def indicator_row(line: IndicatorLine) -> Row:
    """An indicator of the park."""
    return _row(line)


def product_energy_row(line: ProductEnergyLine) -> Row:
    """Energy per unit of a product."""
    return _row(line)


def target_row(line: TargetLine) -> Row:
    """A target."""
    return _row(line)
