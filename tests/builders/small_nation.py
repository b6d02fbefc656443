"""What the truth says of a nation of a few parks and one silent park in Beijing."""

from typing import Final

from lingtan.synthetic.model import Nation, ParkReturn
from lingtan.synthetic.register import parks
from lingtan.synthetic.truth import Truth, truth
from tests.builders.one_park import YEAR, park

ZHEJIANG, NEXT_DOOR, JIANGSU = park("SLA"), park("SLB"), park("SLC", "320000")
SILENT: Final = parks(2025)[0]


def nation_of(
    *returns: ParkReturn, compared: tuple[ParkReturn, ...] = (), not_counted: tuple[ParkReturn, ...] = ()
) -> Truth:
    every = (*returns, *compared, *not_counted)
    registered = {SILENT.code: SILENT} | {one.park.code: one.park for one in every}
    made = Nation(1, YEAR, tuple(registered.values()), returns, (), compared, not_counted)
    return truth(made)
