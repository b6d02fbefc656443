"""No other factor steps in for an own one."""

from quality.rules.park_return.return_own_factor_missing import RULE
from tests.builders.batches import build_batch, judge

LINE = {"unit_code": "U1", "product_code": "industrial_silicon", "role_code": "product"}
OWN = {**LINE, "measured_factor": "5.1"}


def test_finds_no_factor() -> None:
    batch = build_batch("park_return", {"process": [{**LINE, "factor_source_code": "own"}]})
    assert judge(RULE, batch) == [("process", 1, "measured_factor", "", "", "industrial_silicon")]


def test_passes_a_factor_and_a_default() -> None:
    batch = build_batch(
        "park_return",
        {"process": [{**OWN, "factor_source_code": "own"}, {**LINE, "factor_source_code": "default"}]},
    )
    assert judge(RULE, batch) == []
