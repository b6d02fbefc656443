"""What is above the second level is shown."""

from quality.rules.park_return.return_product_energy_above_limit import RULE
from tests.builders.batches import build_batch, judge

LINE = {"product_name": "示例产品", "standard_number": "GB 29436", "second_level_limit": "115"}


def test_finds_more_than_the_limit() -> None:
    batch = build_batch("park_return", {"product_energy": [LINE | {"energy_per_unit": "115.1"}]})
    assert judge(RULE, batch) == [
        ("product_energy", 1, "energy_per_unit", "115.1", "≤ 115", "示例产品, GB 29436")
    ]


def test_passes_the_limit_and_no_limit() -> None:
    lines = [LINE | {"energy_per_unit": "115"}, {"product_name": "示例", "energy_per_unit": "900"}]
    assert judge(RULE, build_batch("park_return", {"product_energy": lines})) == []
