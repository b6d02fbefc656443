"""The value chain by hand: factors, coverage, what is resold; and the stages that follow (WANG-2025)."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from lingtan.synthetic.lines import ScopeThreeLine
from lingtan.synthetic.truth_amounts import Absence
from lingtan.synthetic.truth_park_years import CellsOfKind, Value
from lingtan.synthetic.truth_stages import stage_cells
from lingtan.synthetic.truth_value_chain import value_chain_emission
from lingtan.synthetic.value_chain_sets import activity_factors, spend_factors
from tests.builders.one_park import D, park
from tests.builders.one_park_gases import value_chain

PLASTICS = activity_factors()["S3-01", "plastics"]
TRAVEL = spend_factors()["S3-06", "travel", 2024]
PLACE = ("P", "physical", "GHGI")


def line(**more: Any) -> ScopeThreeLine:
    return replace(value_chain("V1", "5000", None, None), **more)


def test_a_line_without_a_factor_takes_that_of_its_activity_and_unit() -> None:
    listed = line(factor_activity_code="plastics")
    assert value_chain_emission(listed, D(5)) == 5 * PLASTICS / 1000
    assert value_chain_emission(replace(listed, unit_of_measure="MWh"), D(5)) is Absence.NOT_ESTIMATED
    assert value_chain_emission(replace(listed, category_code="S3-02"), D(5)) is Absence.NOT_ESTIMATED
    own = replace(listed, measured_factor=D("2"), factor_document="DOC")
    assert value_chain_emission(own, D(5)) == 10


def test_spend_is_at_the_prices_of_its_year() -> None:
    spend = line(category_code="S3-06", method_code="spend", factor_activity_code="travel", price_year=2024)
    # kg a yuan x 10000 yuan x 0.001 t a kg
    assert value_chain_emission(spend, D(3)) == 3 * TRAVEL * 10
    assert value_chain_emission(replace(spend, price_year=2023), D(3)) is Absence.NOT_ESTIMATED


def net(gross: str | None, offsets: str, scope3: str | None = None, **more: Value) -> CellsOfKind:
    """The cells of one park, alike on both bases."""
    given: dict[str, Value] = {
        "net_gross": None if gross is None else D(gross),
        "net_removals": None,
        "net_offsets": D(offsets),
        "net_scope3": None if scope3 is None else D(scope3),
        "net_partial": False,
        "net_scope3_screened": 15,
        "net_scope3_complete": True,
        "net_scope3_gaps": 0,
        **more,
    }
    return {
        name: {(*PLACE, basis): value for basis in ("location", "market")} for name, value in given.items()
    }


@pytest.mark.parametrize(
    ("cells", "status", "reason"),
    [
        (net("10", "-10"), ("reached", "reached"), (None, None)),
        (net("10", "-9"), ("not_reached", "not_reached"), (None, None)),
        (net("10", "-12", "3"), ("reached", "not_reached"), (None, None)),
        (net("10", "-13", "3"), ("reached", "reached"), (None, None)),
        (net("10", "-99", net_partial=True), ("not_determined",) * 2, ("partial",) * 2),
        (net("10", "-10", net_scope3_screened=0), ("reached", "not_determined"), (None, "no_scope3")),
        (
            net("10", "-99", "3", net_scope3_complete=False),
            ("reached", "not_determined"),
            (None, "scope3_coverage_incomplete"),
        ),
        # What is known is too much already.
        (net("10", "-10", "3", net_scope3_complete=False), ("reached", "not_reached"), (None, None)),
        (
            net("10", "-99", "3", net_scope3_gaps=1),
            ("reached", "not_determined"),
            (None, "scope3_not_estimated"),
        ),
        (net(None, "-10"), ("not_determined",) * 2, ("no_activity_reported",) * 2),
    ],
)
def test_stages_and_why_none_is_determined(
    cells: CellsOfKind,
    status: tuple[str, str],
    reason: tuple[str | None, str | None],
) -> None:
    found = stage_cells([park("P")], cells, {})
    keys = [(*PLACE, stage) for stage in ("operational", "full")]
    assert tuple(found["stage_status"][key] for key in keys) == status
    assert tuple(found["stage_reason"][key] for key in keys) == reason


def test_the_share_of_offsets_is_what_they_had_to_cover() -> None:
    cells = net("10", "-99") | {"net_removals": {(*PLACE, b): D("-4") for b in ("location", "market")}}
    found = stage_cells([park("P")], cells, {})
    assert found["stage_offset_share"][*PLACE, "operational"] == Decimal("0.6")
    assert found["stage_status_without_offsets"][*PLACE, "operational"] == "not_reached"
