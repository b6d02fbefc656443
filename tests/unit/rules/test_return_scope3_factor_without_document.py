"""Every factor has a document (L8)."""

from quality.rules.park_return.return_scope3_factor_without_document import RULE
from tests.builders.batches import build_batch, judge


def test_finds_a_factor_without_document() -> None:
    line = {"scope3_category_code": "S3-01", "measured_factor": "2.5"}
    assert judge(RULE, build_batch("park_return", {"scope3": [line]})) == [
        ("scope3", 1, "measured_factor", "2.5", "", "S3-01")
    ]


def test_passes_a_document_and_no_factor() -> None:
    lines = [{"measured_factor": "2.5", "factor_document": "示例文件"}, {"activity": "1"}]
    assert judge(RULE, build_batch("park_return", {"scope3": lines})) == []
