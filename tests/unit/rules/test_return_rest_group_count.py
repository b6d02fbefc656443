"""A group says how many units it stands for."""

from quality.rules.park_return.return_rest_group_count import RULE
from tests.builders.batches import build_batch, judge


def test_finds_no_count() -> None:
    batch = build_batch("park_return", {"units": [{"unit_code": "U9", "unit_role_code": "rest"}]})
    assert judge(RULE, batch) == [("units", 1, "tenant_count", "", "", "U9")]


def test_passes_a_count_and_a_tenant() -> None:
    batch = build_batch(
        "park_return",
        {"units": [{"unit_role_code": "rest", "tenant_count": "12"}, {"unit_role_code": "tenant"}]},
    )
    assert judge(RULE, batch) == []
