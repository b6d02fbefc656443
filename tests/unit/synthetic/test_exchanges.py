"""What the generator plants between parks and units: the truth finds it all and nothing else (L6)."""

from collections import defaultdict
from decimal import Decimal

import pytest

from lingtan.synthetic.model import Nation
from lingtan.synthetic.nation import nation
from lingtan.synthetic.truth import truth

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


@pytest.mark.parametrize("seed", [1, 2])
def test_the_truth_finds_every_planted_asymmetry_and_no_other(seed: int) -> None:
    of = nation(seed)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    sizes: Planted = {}
    for (park, boundary, subject), size in truth(of).cells["asymmetry"].items():
        found[subject, boundary].add(park)
        assert isinstance(size, Decimal)
        sizes[subject, boundary] = size
    assert sizes == planted(of)
    assert len(sizes) > 15
    # Both parks have the finding, one where both ends are units of one park.
    for (subject, _), parks in found.items():
        nodes = subject.split("/", 1)[1].split(">")
        assert parks == {node[:10] for node in nodes}


def test_every_commodity_flows_between_parks_and_most_of_them_unlike(first: Nation) -> None:
    cells = truth(first).cells
    between = defaultdict(set)
    for key, state in cells["exchange_state"].items():
        if cells["exchange_level"][key] in ("province", "nation"):
            between[key[1]].add(state)
    assert between == {
        "electricity": {"agree", "differ"},
        "heat": {"agree", "differ", "only_sender", "only_receiver", "not_estimated"},
        "hydrogen": {"agree", "differ"},
        "natural_gas": {"agree"},
        "coke_oven_gas": {"differ"},
        "CO2": {"agree", "differ"},
    }
    assert {"not_reported", "one_end_outside"} <= set(cells["exchange_state"].values())
