"""Several months of a park as one return: what flows is added, what stands is taken at the end."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeVar

from lingtan.synthetic.model import EnergyLine, ParkReturn, Value
from lingtan.synthetic.periods import Due

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

#: Parameters that are quantities of the period; the others are ratios and rates.
_FLOWS: Final = frozenset({"sludge_organics", "methane_recovered", "nitrogen_discharged"})

Line = TypeVar("Line", bound="DataclassInstance")


def cumulate(months: Sequence[ParkReturn], due: Due) -> ParkReturn:
    """The months of a park, which have the same lines, as one return under the code of `due`."""
    last = months[-1]

    def joined(lines_of: Callable[[ParkReturn], tuple[Line, ...]], *names: str) -> tuple[Line, ...]:
        columns = zip(*(lines_of(month) for month in months), strict=True)
        return tuple(_sum_of(lines, names) for lines in columns)

    return replace(
        last,
        period_code=due.code,
        period_basis=due.basis,
        units=joined(lambda one: one.units, "gross_output_10k_cny", "value_added_10k_cny"),
        energy=tuple(_energy(lines) for lines in zip(*(month.energy for month in months), strict=True)),
        power_heat=joined(lambda one: one.power_heat, "quantity"),
        process=joined(lambda one: one.process, "qualified_output", "own_use", "activity"),
        generation=joined(
            lambda one: one.generation,
            *("generated", "self_used", "sent_to_grid", "sent_to_unit", "curtailed"),
            *("storage_in", "storage_out", "attribute_sold"),
        ),
        other_gases=tuple(
            replace(
                _sum_of(lines, ("bought", "charge_increase", "recovered", "emitted", "activity")),
                opening_stock=lines[0].opening_stock,
                parameters=tuple(
                    _sum_of(months, ("value",)) if months[-1].code in _FLOWS else months[-1]
                    for months in zip(*(line.parameters for line in lines), strict=True)
                ),
            )
            for lines in zip(*(month.other_gases for month in months), strict=True)
        ),
        scope3=joined(lambda one: one.scope3, "activity", "amount_10k_cny", "screened_tco2e"),
        removals=joined(lambda one: one.removals, "quantity", "credit_sold"),
        instruments=tuple(
            replace(_sum_of(lines, ("quantity",)), serial_from=lines[0].serial_from)
            for lines in zip(*(month.instruments for month in months), strict=True)
        ),
    )


def _sum_of(lines: Sequence[Line], names: Iterable[str]) -> Line:
    """The last of the lines with the sums of these values; a notation key stays one."""
    sums: dict[str, Any] = {name: _total([getattr(line, name) for line in lines]) for name in names}
    return replace(lines[-1], **sums)


def _total(values: Sequence[Value]) -> Value:
    numbers = [value for value in values if isinstance(value, Decimal)]
    return sum(numbers, Decimal(0)) if len(numbers) == len(values) else values[-1]


def _energy(lines: Sequence[EnergyLine]) -> EnergyLine:
    """Opening stock is that of the first month, closing stock that of the last; sales are less purchases."""
    match lines[0].flow_code:
        case "OPN":
            return lines[0]
        case "CLS":
            return lines[-1]
        case "PUR" | "SAL" if lines[0].notation is None:
            net = sum(
                ((line.quantity or Decimal(0)) * (1 if line.flow_code == "PUR" else -1) for line in lines),
                Decimal(0),
            )
            return replace(lines[-1], flow_code="PUR" if net >= 0 else "SAL", quantity=abs(net))
        case _:
            return _sum_of(lines, ("quantity",))
