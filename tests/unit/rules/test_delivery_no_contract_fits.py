"""A form of an unknown version is refused."""

from quality.rules.delivery.delivery_no_contract_fits import RULE
from tests.builders.batches import build_batch, judge, problem

PLACE = {"submission_id": None, "found": "park_return 9"}


def test_finds_it_at_its_place() -> None:
    batch = build_batch("park_return", {}, [problem("no_contract_fits", **PLACE)])
    assert judge(RULE, batch) == [(None, None, None, "park_return 9", "", "")]


def test_leaves_others_alone() -> None:
    assert judge(RULE, build_batch("park_return", {}, [problem("unreadable_file", **PLACE)])) == []
