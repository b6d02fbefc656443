"""Factors of the value chain by the fictional office: by activity, and by spend at the prices of a year."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from lingtan.synthetic.drawing import Draw

ACTIVITY_SET: Final = "example_office_value_chain_activities"
SPEND_SET: Final = "example_office_value_chain_spend"

#: (category, activity) -> an invented centre in kg CO2e per t.
_ACTIVITIES: Final = {
    ("S3-01", "plastics"): "2310",
    ("S3-05", "landfill"): "412",
    ("S3-12", "scrapped_goods"): "97",
}
#: (category, activity) -> an invented centre in kg CO2e per yuan.
_SPEND: Final = {("S3-06", "travel"): "0.021", ("S3-02", "machinery"): "0.047"}
_PRICE_YEARS: Final = range(2024, 2035)


@cache
def activity_factors() -> dict[tuple[str, str], Decimal]:
    """(category, activity) -> kg CO2e per t."""
    draw = Draw("office value chain")
    return {key: draw.around(centre, 3, spread=5) for key, centre in _ACTIVITIES.items()}


@cache
def spend_factors() -> dict[tuple[str, str, int], Decimal]:
    """(category, activity, price year) -> kg CO2e per yuan."""
    draw = Draw("office spend")
    return {
        (*key, year): draw.around(centre, 6, spread=5)
        for key, centre in _SPEND.items()
        for year in _PRICE_YEARS
    }


def activity_rows() -> Sequence[tuple[str, ...]]:
    """Rows of the factor file: activity, value."""
    return [(f"{category}/{name}", f"{value:f}") for (category, name), value in activity_factors().items()]


def spend_rows() -> Sequence[tuple[str, ...]]:
    """Rows of the factor file: activity, price year, value."""
    return [
        (f"{category}/{name}", str(year), f"{value:f}")
        for (category, name, year), value in spend_factors().items()
    ]


def description(number: str, zh: str, en: str, columns: dict[str, str], unit: str) -> dict[str, object]:
    """The `set.yaml` of a set in kg CO2e per `unit`."""
    return {
        "id": f"EXAMPLE-OFFICE-VALUE-CHAIN-{number}",
        "title": {"zh": f"示例统计局{zh}（虚构）", "en": f"{en} of a fictional example office"},
        "document": {
            "code": f"EXAMPLE-OFFICE-2025-{number}",
            "title_zh": f"示例统计局因子公告第 {int(number)} 号（虚构）",
            "title_en": f"Notice {int(number)} of a fictional example office",
            "issuer": "示例统计局（虚构）",
        },
        "publication_date": "2025-01-01",
        "purpose": "scope3",
        "columns": columns,
        "unit": {"numerator": "kg CO2e", "denominator": unit},
        "is_verified": False,
    }
