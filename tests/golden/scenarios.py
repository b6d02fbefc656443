"""The scenarios worked by hand, as the tests of their released cells read them."""

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

import polars as pl
import yaml

from tests.builders.release import Released

_FOLDER: Final = Path(__file__).parent
#: Every scenario, by the name of its folder.
SCENARIOS: Final = sorted(path.parent.name for path in _FOLDER.glob("*/scenario.yaml"))
NATIONAL_METHOD: Final = "CN-NZCP-2025"


@cache
def load(name: str) -> dict[str, Any]:
    """What the scenario submits, and what is expected of it."""
    content = yaml.safe_load((_FOLDER / name / "scenario.yaml").read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def those_with(part: str) -> list[str]:
    """The scenarios that expect something of this part."""
    return [name for name in SCENARIOS if part in load(name)["expected"]]


def of_park(released: Released, table: str, name: str) -> pl.DataFrame:
    """The rows of the scenario's park."""
    return released.table(table).filter(pl.col("park_code") == load(name)["park_code"])


def decimals(values: dict[str, str]) -> dict[str, Decimal]:
    """The same values, exact."""
    return {key: Decimal(value) for key, value in values.items()}
