"""What a unit bought and sold of its fuels, so that supply and use meet exactly."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from lingtan.synthetic.model import EnergyLine
from lingtan.synthetic.seeds import seed_frame

#: What brings a fuel in, and what takes it away, beside what is bought and sold.
_CAME: Final = frozenset({"OPN", "PRD", "C-OUT", "PREP-OUT", "REC-G"})
_WENT: Final = frozenset(
    {"FIN", "FEED", "FEED-R", "NEU", "T-PWR", "T-HEAT", "C-IN", "PREP-IN", "LOSS", "FLARE", "CLS"}
)


def supply_lines(energy: Sequence[EnergyLine]) -> list[EnergyLine]:
    """Purchases and sales of every fuel, numbered after the lines given.

    Where a unit neither stores nor makes a fuel, each line of use has a purchase of its own; else the
    difference is bought or sold.
    """
    of_fuel: defaultdict[tuple[str, str], list[EnergyLine]] = defaultdict(list)
    for line in energy:
        if line.carrier_code in _fuels():
            of_fuel[line.unit_code, line.carrier_code].append(line)
    traded = [trade for lines in of_fuel.values() for trade in _trades(lines)]
    return [
        replace(line, line_id=f"E{number:03d}") for number, line in enumerate(traded, start=len(energy) + 1)
    ]


def _trades(lines: Sequence[EnergyLine]) -> Iterator[EnergyLine]:
    if any(line.flow_code in _CAME for line in lines):
        yield from _differences(lines)
    elif any(line.flow_code in _WENT - {"FLARE"} for line in lines):
        for line in lines:
            if line.flow_code in _WENT and line.notation != "NO":
                yield _trade(line, line.quantity, line.unit_of_measure)


def _differences(lines: Sequence[EnergyLine]) -> Iterator[EnergyLine]:
    """Trade the difference; where lines have parameters of their own, each of them by itself.

    A calorific value of its own values a line exactly; a difference of several would be rounded again.
    """
    for basis in dict.fromkeys(line.measured for line in lines):
        moved = [
            (line, line.quantity * (1 if line.flow_code in _WENT else -1))
            for line in lines
            if line.measured == basis and line.quantity is not None and line.flow_code in _CAME | _WENT
        ]
        net = sum((value * canonical(line.unit_of_measure)[1] for line, value in moved), Decimal(0))
        if net and basis is None:
            yield _trade(moved[0][0], net, canonical(moved[0][0].unit_of_measure)[0])
        elif net:
            for line, value in moved:
                yield _trade(line, value, line.unit_of_measure)


def _trade(like: EnergyLine, quantity: Decimal | None, unit_of_measure: str) -> EnergyLine:
    is_sale = quantity is not None and quantity < 0
    return replace(
        like,
        flow_code="SAL" if is_sale else "PUR",
        use_code=None,
        quantity=None if quantity is None else abs(quantity),
        unit_of_measure=unit_of_measure,
        balance_code=None,
        carried_by_line=None,
    )


@cache
def _fuels() -> frozenset[str]:
    rows = seed_frame("carriers").iter_rows(named=True)
    return frozenset(row["carrier_code"] for row in rows if row["is_fuel"] == "true")


@cache
def canonical(unit_of_measure: str) -> tuple[str, Decimal]:
    """The canonical unit and what one unit of measure is in it.

    Raises:
        ValueError: A unit of measure that is not listed.
    """
    for row in seed_frame("units").iter_rows(named=True):
        if row["unit_code"] == unit_of_measure:
            return row["canonical_unit_code"], Decimal(row["multiplier"])
    raise ValueError(f"unit of measure {unit_of_measure} is not listed")
