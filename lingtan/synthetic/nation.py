"""The nation that one seed gives."""

from dataclasses import replace
from decimal import Decimal

from lingtan.synthetic.builder import ReturnBuilder
from lingtan.synthetic.completeness import completeness
from lingtan.synthetic.cumulative import cumulate
from lingtan.synthetic.exchanges import exchange
from lingtan.synthetic.inventory import inventory
from lingtan.synthetic.model import Nation, Park, ParkReturn
from lingtan.synthetic.nested_parks import nested_returns
from lingtan.synthetic.periods import Due, calendar
from lingtan.synthetic.planted_claims import plant_claims
from lingtan.synthetic.profiles import PROFILES
from lingtan.synthetic.profiles.tenants import tenants
from lingtan.synthetic.register import every_park, parks
from lingtan.synthetic.register_plan import plan
from lingtan.synthetic.uncertainty_plan import with_uncertainties

#: Seed 1 reports this year and one; every further seed reports the next year.
YEAR_BEFORE_SEED_1 = 2024


def nation(seed: int) -> Nation:
    """The synthetic nation of one seed: year 2024 + seed, almost the same parks and units, values of its own.

    Raises:
        ValueError: a seed below 1.
    """
    if seed < 1:
        raise ValueError(f"a seed is a whole number from 1 on, not {seed}")
    year = YEAR_BEFORE_SEED_1 + seed
    registered = parks(year)
    registered_as = {park.code: park for park in registered}
    counted: list[ParkReturn] = []
    compared: list[ParkReturn] = []
    not_counted: list[ParkReturn] = []
    superseded: list[ParkReturn] = []
    for serial, known in enumerate(every_park(), start=1):
        park = registered_as.get(known.code)
        if park is None or park.is_silent or park.parent_code is not None:
            continue
        due = calendar(park.pattern, year)
        own = [_park_return(park, seed, serial, one) for one in due.counted]
        beside = [_park_return(park, seed, serial, one) for one in due.compared]
        if beside:
            own = [_audited(cumulate(beside, due.counted[0]))]
        counted += [with_uncertainties(one) for one in own]
        compared += beside
        not_counted += [_park_return(park, seed, serial, one) for one in due.not_counted]
        if park.is_corrected or park.is_withdrawn:
            superseded.append(_mistaken(own[0]))
    counted, planted = plant_claims(counted)
    counted += nested_returns(registered, counted)
    return Nation(
        seed=seed,
        year=year,
        parks=registered,
        returns=tuple(counted),
        inventories=tuple(inventory(province_code, seed, year) for province_code in plan()),
        compared=tuple(compared),
        not_counted=tuple(not_counted),
        superseded=tuple(superseded),
        planted_claims=planted,
    )


def _park_return(park: Park, seed: int, serial: int, due: Due) -> ParkReturn:
    """One return; what is cumulative is the sum of its months."""
    if due.basis == "year_to_date":
        year = due.code[:4]
        months = (Due(f"{year}-{month:02d}", "discrete", month, month) for month in range(1, due.last + 1))
        return cumulate([_park_return(park, seed, serial, one) for one in months], due)
    builder = ReturnBuilder(park, seed, serial, due)
    PROFILES[park.profile](builder)
    tenants(builder)
    builder.close_supply()
    exchange(builder)
    completeness(builder)
    return builder.build()


def _audited(year: ParkReturn) -> ParkReturn:
    """The year of a park that also reported its months: every second park found a quantity it had missed."""
    first = year.power_heat[0]
    if year.park.number % 2 or first.quantity is None:
        return year
    found = replace(first, quantity=first.quantity * Decimal("1.02"))
    return replace(year, power_heat=(found, *year.power_heat[1:]))


def _mistaken(right: ParkReturn) -> ParkReturn:
    """The return as it was first sent: one quantity of power in a wrong unit, ten times too large."""
    first = right.power_heat[0]
    assert first.quantity is not None
    wrong = replace(first, quantity=first.quantity * Decimal(10))
    return replace(right, power_heat=(wrong, *right.power_heat[1:]))
