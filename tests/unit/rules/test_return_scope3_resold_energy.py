"""What is resold stands in category 3 once."""

from quality.rules.park_return.return_scope3_resold_energy import RULE
from tests.builders.batches import build_batch, judge

LINE = {"scope3_category_code": "S3-03", "relevance_code": "relevant", "activity_name": "coal"}
RESOLD = {"kind_code": "H-FOS", "direction_code": "sent", "supply_origin_code": "resold", "quantity": "5"}


def test_finds_category_3_beside_resold_energy() -> None:
    assert judge(RULE, build_batch("park_return", {"scope3": [LINE], "power_heat": [RESOLD]})) == [
        ("scope3", 1, "scope3_category_code", "S3-03", "", "coal")
    ]
    power = {"kind_code": "E-GRID", "direction_code": "sent", "quantity": "5"}
    assert len(judge(RULE, build_batch("park_return", {"scope3": [LINE], "power_heat": [power]}))) == 1


def test_passes_other_categories_own_generation_and_other_submissions() -> None:
    lines = [LINE | {"scope3_category_code": "S3-01"}, LINE | {"relevance_code": "not_relevant"}]
    assert judge(RULE, build_batch("park_return", {"scope3": lines, "power_heat": [RESOLD]})) == []
    sent = [
        RESOLD | {"supply_origin_code": "own_generation"},
        RESOLD | {"quantity": "NO"},
        RESOLD | {"kind_code": "E-SELF-FF"},
        RESOLD | {"submission_id": "S-2"},
    ]
    assert judge(RULE, build_batch("park_return", {"scope3": [LINE], "power_heat": sent})) == []
