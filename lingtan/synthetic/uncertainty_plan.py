"""Which returns supply uncertainties: most none, a few parks for every line, some for part of their lines."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Literal

from lingtan.synthetic.drawing import Draw
from lingtan.synthetic.lines import LineUncertainty
from lingtan.synthetic.model import ParkReturn

#: Every park of it supplies both uncertainties of every line.
_WHOLE_PROVINCE: Final = "460000"
#: What other parks supply: both of every line, both of every second one, or those of quantities alone.
_PARKS: Final[dict[tuple[str, int], Literal["all", "half", "quantities"]]] = {
    ("620000", 1): "all", ("620000", 2): "all", ("220000", 8): "all", ("630000", 4): "half",
    ("330000", 2): "half", ("620000", 3): "quantities",
}  # fmt: skip
#: Tables whose lines make emissions of scopes 1 and 2.
_TABLES: Final = ("energy", "power_heat", "generation", "process", "other_gases", "removals")


def with_uncertainties(one: ParkReturn) -> ParkReturn:
    """The return with what its park supplies; the parks are the same for every seed."""
    park = one.park
    supplied = (
        "all" if park.province_code == _WHOLE_PROVINCE else _PARKS.get((park.province_code, park.number))
    )
    if supplied is None:
        return one
    draw = Draw("uncertainty", park.code, one.period_code)
    found = []
    for number, (table, line_id) in enumerate(_lines(one)):
        quantity, factor = draw.between("0.5", "6", 2), draw.between("1", "20", 2)
        if supplied == "half" and number % 2:
            continue
        found.append(LineUncertainty(table, line_id, quantity, None if supplied == "quantities" else factor))
    return replace(one, uncertainties=tuple(found))


def _lines(one: ParkReturn) -> Iterator[tuple[str, str]]:
    for table in _TABLES:
        for line in getattr(one, table):
            yield table, line.line_id
