"""What the generator plants between parks and units: the truth finds it all and nothing else (L6)."""

from collections import defaultdict
from decimal import Decimal

import pytest

from lingtan.synthetic.model import Nation
from lingtan.synthetic.truth import Truth, truth

Planted = dict[tuple[str, str], Decimal]


def planted(of: Nation) -> Planted:
    """(commodity/from>to, boundary) -> size, in every boundary that both parks report."""
    boundaries = {one.park.code: set(one.park.boundary_codes) for one in of.returns}
    return {
        (f"{flow.commodity_code}/{flow.from_node}>{flow.to_node}", boundary): (flow.sent or Decimal(0))
        - (flow.received or Decimal(0))
        for one in of.returns
        for flow in one.asymmetries
        for boundary in boundaries[flow.from_node[:10]] & boundaries[flow.to_node[:10]]
    }


@pytest.fixture(scope="module", params=["first", "second"])
def told(request: pytest.FixtureRequest) -> tuple[Nation, Truth]:
    made = request.getfixturevalue(request.param)
    assert isinstance(made, Nation)
    return made, truth(made)


def test_the_truth_finds_every_planted_asymmetry_and_no_other(told: tuple[Nation, Truth]) -> None:
    of, known = told
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    sizes: Planted = {}
    for (park, boundary, subject), size in known.cells["asymmetry"].items():
        found[subject, boundary].add(park)
        assert isinstance(size, Decimal)
        sizes[subject, boundary] = size
    assert sizes == planted(of)
    assert len(sizes) > 15
    # Both parks have the finding, one where both ends are units of one park.
    for (subject, _), parks in found.items():
        nodes = subject.split("/", 1)[1].split(">")
        assert parks == {node[:10] for node in nodes}


def test_direct_lines_beyond_their_supply_are_blocked_where_it_was_planted_and_nowhere_else(
    told: tuple[Nation, Truth],
) -> None:
    of, known = told
    found = {
        (park, *line)
        for (park, _, *line), outcome in known.cells["claim_outcome"].items()
        if outcome == "exceeds_direct_supply"
    }
    (planted_lines,) = (one.lines for one in of.planted_claims if one.kind == "beyond_direct_supply")
    assert found == set(planted_lines)
    assert len(found) == 2


def test_every_commodity_flows_between_parks_and_most_of_them_unlike(told: tuple[Nation, Truth]) -> None:
    cells = told[1].cells
    between = defaultdict(set)
    for key, state in cells["exchange_state"].items():
        if cells["exchange_level"][key] in ("province", "nation"):
            between[key[1]].add(state)
    assert between == {
        "electricity": {"agree", "differ", "only_receiver"},
        "heat": {"agree", "differ", "only_sender", "only_receiver", "not_estimated"},
        "hydrogen": {"agree", "differ"},
        "natural_gas": {"agree"},
        "coke_oven_gas": {"differ"},
        "CO2": {"agree", "differ"},
    }
    assert {"not_reported", "one_end_outside"} <= set(cells["exchange_state"].values())
