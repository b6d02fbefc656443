"""Claims on serials that go wrong on purpose, across the parks of the nation, and what has to be found (L6).

Each kind takes returns of its own, so that no planted claim meets another one. Only parks that send one
annual return, and send it right at once, have any: a claim then stands in one return.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from lingtan.synthetic.lines import GenerationLine, InstrumentLine, PowerHeatLine
from lingtan.synthetic.model import Asymmetry, ClaimKey, ParkReturn, PlantedClaim
from lingtan.synthetic.register_changes import NESTED

#: A return as it is changed, and the line of it that a planted claim is about.
Changed = tuple[ParkReturn, ClaimKey]
_NEW_LINE: Final = "I901"
_NEW_POWER: Final = "P901"
_AROUND: Final = frozenset(nested.around for nested in NESTED.values())
Kind = Literal["green_trade", "self_use", "offset", "credit", "plant"]


@dataclass
class _Bed:
    """Returns that nothing was planted in yet, and those that something was."""

    free: list[ParkReturn]
    planted: list[PlantedClaim]
    changed: dict[tuple[str, str], ParkReturn]

    def take(self, kind: Kind) -> ParkReturn:
        """The first free return with a claim of this kind."""
        found = next(one for one in self.free if _claims(one, kind))
        self.free.remove(found)
        return found

    def plant(self, kind: str, *changes: Changed, is_twice: bool = False) -> None:
        """Note what was planted where; a line of `is_twice` is disputed by every other one."""
        self.planted.append(PlantedClaim(kind, is_twice, tuple(key for _, key in changes)))
        self.changed |= {one.key: one for one, _ in changes}


def plant_claims(returns: Sequence[ParkReturn]) -> tuple[list[ParkReturn], tuple[PlantedClaim, ...]]:
    """The returns of a year with claims planted in some of them, and what was planted."""
    able = [
        one
        for one in returns
        if one.park.pattern == "annual"
        and not one.park.is_corrected
        and not one.park.is_withdrawn
        # A nested park states the claims of the park around it again.
        and (one.park.province_code, one.park.number) not in _AROUND
    ]
    bed = _Bed(able, [], {})
    _certificates(bed)
    _offsets_and_credits(bed)
    _alone(bed)
    _plant(bed)
    _direct(bed, able)
    return [bed.changed.get(one.key, one) for one in returns], tuple(bed.planted)


def _certificates(bed: _Bed) -> None:
    holder, other = bed.take("green_trade"), bed.take("green_trade")
    line = _claim(holder, "green_trade")
    bed.plant("same_serials", _kept(holder, line), _claiming(other, line), is_twice=True)

    holder, other = bed.take("green_trade"), bed.take("green_trade")
    line = _claim(holder, "green_trade")
    head, last = str(line.serial_from)[:-8], int(str(line.serial_to)[-8:])
    beyond = replace(
        line, serial_from=f"{head}{last:08d}", serial_to=f"{head}{last + 79:08d}", quantity=Decimal(80)
    )
    bed.plant("overlapping_ranges", _kept(holder, line), _claiming(other, beyond), is_twice=True)

    holder, other = bed.take("green_trade"), bed.take("green_trade")
    line = _claim(holder, "green_trade")
    before = replace(line, consumption_year=holder.year - 1)
    bed.plant("two_years", _kept(holder, line), _claiming(other, before), is_twice=True)

    holder, other = bed.take("self_use"), bed.take("green_trade")
    line = _claim(holder, "self_use")
    bed.plant("own_use", _kept(holder, line), _claiming(other, line), is_twice=True)


def _offsets_and_credits(bed: _Bed) -> None:
    holder, other = bed.take("offset"), bed.take("offset")
    line = _claim(holder, "offset")
    bed.plant("offset_twice", _kept(holder, line), _claiming(other, line), is_twice=True)

    seller, other = bed.take("credit"), bed.take("credit")
    bed.plant(
        "credit_sold_twice",
        _selling(seller, _serial(seller)),
        _selling(other, _serial(seller)),
        is_twice=True,
    )

    seller, other = bed.take("credit"), bed.take("offset")
    retired = _retired(_claim(other, "offset"), _serial(seller))
    bed.plant("credit_handed_on", _selling(seller, _serial(seller)), _claiming(other, retired))

    seller, other = bed.take("credit"), bed.take("offset")
    retired = _retired(_claim(other, "offset"), _serial(seller))
    kept = _selling(seller, _serial(seller), is_kept=True)
    bed.plant("credit_kept", kept, _claiming(other, retired), is_twice=True)

    seller = bed.take("credit")
    selling, sold = _selling(seller, _serial(seller))
    own_unit = next(line.unit_code for line in selling.removals if line.line_id == sold[3])
    retired = replace(_retired(_claim(other, "offset"), _serial(seller)), unit_code=own_unit)
    both, own = _claiming(selling, retired)
    bed.plant("credit_retired_by_its_seller", (both, sold), (both, own), is_twice=True)


def _plant(bed: _Bed) -> None:
    """More certificates of a plant than it sent to the grid, claimed by another park."""
    owner, other = bed.take("plant"), bed.take("green_trade")
    plant = next(line for line in owner.generation if _is_trading(line))
    assert isinstance(plant.sent_to_grid, Decimal)
    assert isinstance(plant.attribute_sold, Decimal)
    claimed = plant.sent_to_grid + plant.attribute_sold + 120
    line = replace(
        _claim(other, "green_trade"),
        plant_code=plant.plant_code,
        generation_month=f"{owner.year}-06",
        quantity=claimed,
        serial_from=f"GEC-{plant.plant_code}-{owner.year}-{1:08d}",
        serial_to=f"GEC-{plant.plant_code}-{owner.year}-{int(claimed) + 1:08d}",
    )
    bed.plant("beyond_grid_power", _claiming(other, line))


def _direct(bed: _Bed, able: Sequence[ParkReturn]) -> None:
    """More received over direct lines of a park than it sent: another park names it as well."""
    holder, line = next(
        (one, line) for one in able for line in one.power_heat if _is_supplied(one, line, able)
    )
    other = bed.take("green_trade")
    assert isinstance(line.quantity, Decimal)
    added = replace(
        line,
        line_id=_NEW_POWER,
        unit_code=other.units[0].code,
        quantity=(line.quantity / 2).quantize(Decimal("0.001")),
    )
    unmatched = Asymmetry("electricity", str(line.counterparty_code), other.park.code, None, added.quantity)
    receiving = replace(
        other, power_heat=(*other.power_heat, added), asymmetries=(*other.asymmetries, unmatched)
    )
    bed.plant(
        "beyond_direct_supply",
        (bed.changed.get(holder.key, holder), (*holder.key, "power_heat", line.line_id)),
        (receiving, (*other.key, "power_heat", _NEW_POWER)),
    )


def _is_supplied(one: ParkReturn, line: PowerHeatLine, able: Sequence[ParkReturn]) -> bool:
    """Whether a line is power of a direct line, in MWh, from a park that says it sent it this one."""
    return (
        line.direction == "received"
        and line.kind_code == "E-DL"
        and any(
            other.park.code == line.counterparty_code
            and sent.direction == "sent"
            and sent.kind_code == "E-SELF-RE"
            and sent.counterparty_code == one.park.code
            for other in able
            for sent in other.power_heat
        )
    )


def _is_trading(line: GenerationLine) -> bool:
    is_known = isinstance(line.sent_to_grid, Decimal) and isinstance(line.attribute_sold, Decimal)
    return line.technology_code == "solar" and is_known


def _alone(bed: _Bed) -> None:
    """What is wrong with a certificate by itself."""
    for kind, change in (
        ("expired", _expired),
        ("serials_short", _halved),
        ("generated_later", _of_next_year),
    ):
        one = bed.take("green_trade")
        line = change(_claim(one, "green_trade"), one.year)
        lines = tuple(line if own.line_id == line.line_id else own for own in one.instruments)
        bed.plant(kind, _kept(replace(one, instruments=lines), line))


def _expired(line: InstrumentLine, year: int) -> InstrumentLine:
    return replace(line, generation_month=f"{year - 1}-01", retired_on=date(year + 1, 3, 1))


def _halved(line: InstrumentLine, _: int) -> InstrumentLine:
    first, last = str(line.serial_from), str(line.serial_to)
    return replace(line, serial_to=f"{first[:-8]}{int(last[-8:]) // 2:08d}")


def _of_next_year(line: InstrumentLine, year: int) -> InstrumentLine:
    return replace(line, generation_month=f"{year + 1}-01")


def _claims(one: ParkReturn, kind: Kind) -> bool:
    if kind == "credit":
        return any(_is_stored_credit(one, line.line_id) for line in one.removals)
    if kind == "plant":
        return any(_is_trading(line) for line in one.generation)
    return next(_of_kind(one, kind), None) is not None


def _claim(one: ParkReturn, kind: Kind) -> InstrumentLine:
    return next(_of_kind(one, kind))


def _of_kind(one: ParkReturn, kind: Kind) -> Iterator[InstrumentLine]:
    for line in one.instruments:
        if kind == "offset":
            is_found = line.retired_on is not None
        else:
            is_found = line.bundle_code == kind and line.serial_from is not None
        if is_found:
            yield line


def _is_stored_credit(one: ParkReturn, line_id: str) -> bool:
    line = next(line for line in one.removals if line.line_id == line_id)
    return line.credit_serial is not None and line.removal_type_code == "forest"


def _serial(one: ParkReturn) -> str:
    line = next(line for line in one.removals if _is_stored_credit(one, line.line_id))
    return str(line.credit_serial)


def _kept(one: ParkReturn, line: InstrumentLine) -> Changed:
    return one, (*one.key, "instruments", line.line_id)


def _claiming(one: ParkReturn, line: InstrumentLine) -> Changed:
    """The return with a line more: its first unit claims the serials as well."""
    is_own_use = line.bundle_code == "self_use"
    unit = line.unit_code if any(line.unit_code == own.code for own in one.units) else one.units[0].code
    added = replace(
        line,
        line_id=_NEW_LINE,
        unit_code=unit,
        bundle_code="unbundled" if line.type_code == "green_certificate" else None,
        is_tradable=True if is_own_use else line.is_tradable,
    )
    return replace(one, instruments=(*one.instruments, added)), (*one.key, "instruments", _NEW_LINE)


def _retired(line: InstrumentLine, serial: str) -> InstrumentLine:
    return replace(line, serial_from=serial, serial_to=None, quantity=Decimal(25))


def _selling(one: ParkReturn, serial: str, *, is_kept: bool = False) -> Changed:
    """The return with its credit of a forest under this serial; kept: nothing of it is sold."""
    sold = next(line for line in one.removals if _is_stored_credit(one, line.line_id))
    changed = replace(sold, credit_serial=serial, credit_sold=None if is_kept else sold.credit_sold)
    lines = tuple(changed if line is sold else line for line in one.removals)
    return replace(one, removals=lines), (*one.key, "removals", sold.line_id)
