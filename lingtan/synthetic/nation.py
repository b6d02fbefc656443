"""The nation that one seed gives."""

from lingtan.synthetic.builder import ReturnBuilder
from lingtan.synthetic.completeness import completeness
from lingtan.synthetic.inventory import inventory
from lingtan.synthetic.model import Nation, Park, ParkReturn
from lingtan.synthetic.profiles import PROFILES
from lingtan.synthetic.register import PLAN, parks

#: Seed 1 reports this year and one; every further seed reports the next year.
YEAR_BEFORE_SEED_1 = 2024


def nation(seed: int) -> Nation:
    """The synthetic nation of one seed: year 2024 + seed, the same parks and units, values of its own.

    Raises:
        ValueError: a seed below 1.
    """
    if seed < 1:
        raise ValueError(f"a seed is a whole number from 1 on, not {seed}")
    year = YEAR_BEFORE_SEED_1 + seed
    registered = parks()
    return Nation(
        seed=seed,
        year=year,
        parks=registered,
        returns=tuple(
            _park_return(park, seed, serial, year)
            for serial, park in enumerate(registered, start=1)
            if not park.is_silent
        ),
        inventories=tuple(inventory(province_code, seed, year) for province_code in PLAN),
    )


def _park_return(park: Park, seed: int, serial: int, year: int) -> ParkReturn:
    builder = ReturnBuilder(park, seed, serial)
    PROFILES[park.profile](builder)
    completeness(builder)
    return builder.build(year)
