"""Silence about a category is never read as NO (L7)."""

from lingtan.contracts.batch import Batch
from lingtan.contracts.code_lists import load_code_lists
from quality.rules.park_return.return_category_not_declared import RULE
from tests.builders.batches import build_batch, judge

LISTED = load_code_lists()["source_categories"]["code"].to_list()


def batch_of(declared: list[str], kind: str = "original") -> Batch:
    rows = [{"source_category_code": code, "completeness_code": "NO"} for code in declared]
    return build_batch(
        "park_return", {"cover": [{"park_code": "P", "submission_kind_code": kind}], "completeness": rows}
    )


def test_finds_the_categories_left_out() -> None:
    left_out = ("flaring", "waste")
    batch = batch_of([code for code in LISTED if code not in left_out])
    assert judge(RULE, batch) == [
        ("completeness", None, "source_category_code", "", "", "flaring 火炬燃烧; waste 废弃物与废水处理")
    ]
    assert RULE.check(batch)["sheet"].to_list() == ["完整性"]


def test_finds_an_empty_table() -> None:
    [(*_, names)] = judge(RULE, batch_of([]))
    assert [name.split()[0] for name in names.split("; ")] == LISTED


def test_passes_a_whole_list_and_a_withdrawal() -> None:
    assert judge(RULE, batch_of(LISTED)) == []
    assert judge(RULE, batch_of([], "withdrawal")) == []
