"""Golden scenarios: parks worked by hand, from the submitted file to the released cell (L3).

The factor values stand written in each scenario file, so that a changed factor shows here.
"""

from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import yaml

from tests.builders.release import Released

SCENARIOS = sorted(path.parent.name for path in Path(__file__).parent.glob("*/scenario.yaml"))
METHOD = "CN-NZCP-2025"
VARIANT = "EN-CAL-F"


def load(name: str) -> dict[str, Any]:
    content = yaml.safe_load((Path(__file__).parent / name / "scenario.yaml").read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def of_park(released: Released, table: str, park_code: str) -> pl.DataFrame:
    return released.table(table).filter(pl.col("park_code") == park_code)


@pytest.mark.parametrize("name", SCENARIOS)
def test_lines_of_the_unit(golden_release: Released, name: str) -> None:
    scenario = load(name)
    facts = of_park(golden_release, "fct_emissions", scenario["park_code"]).filter(
        pl.col("entry_kind_code") == "own", ~pl.col("is_memo")
    )
    by_line = dict(facts.group_by("line_id").agg(pl.col("emission_tco2e").sum()).iter_rows())
    assert by_line == {line: Decimal(value) for line, value in scenario["expected"]["lines"].items()}


@pytest.mark.parametrize("name", SCENARIOS)
def test_components_and_total_of_the_park(golden_release: Released, name: str) -> None:
    scenario = load(name)
    expected = scenario["expected"]
    components = of_park(golden_release, "mart_park_component_year", scenario["park_code"])
    values = dict(components.select("component_code", "emission_tco2e").iter_rows())
    assert {code: value for code, value in values.items() if value} == {
        code: Decimal(value) for code, value in expected["components"].items()
    }
    total = of_park(golden_release, "mart_park_year", scenario["park_code"])
    assert total["emission_tco2e"].to_list() == [Decimal(expected["total"])]


@pytest.mark.parametrize("name", SCENARIOS)
def test_energy_and_carbon_per_energy(golden_release: Released, name: str) -> None:
    scenario = load(name)
    expected = scenario["expected"]
    row = (
        of_park(golden_release, "mart_carbon_per_energy", scenario["park_code"])
        .filter(pl.col("energy_method_code") == VARIANT)
        .row(0, named=True)
    )
    assert row["method_code"] == METHOD
    assert row["energy_tce"] == Decimal(expected["energy_tce"])
    assert row["carbon_per_energy"] == Decimal(expected["carbon_per_energy"])


@pytest.mark.parametrize("name", SCENARIOS)
def test_peer_position(golden_release: Released, name: str) -> None:
    scenario = load(name)
    peer = scenario["expected"]["peer"]
    row = (
        of_park(golden_release, "cmp_peer_position", scenario["park_code"])
        .filter(pl.col("energy_method_code") == VARIANT)
        .row(0, named=True)
    )
    found = {
        "count": row["peer_count"],
        "median": row["peer_median"],
        "mad": row["peer_median_absolute_deviation"],
        "deviation": row["deviation_in_mad"],
        "rank": row["rank_in_class"],
    }
    assert found == {
        "count": peer["count"],
        "median": Decimal(peer["median"]),
        "mad": Decimal(peer["mad"]),
        "deviation": Decimal(peer["deviation"]),
        "rank": peer["rank"],
    }
