"""`rebase`: the golden parks with other factors and settings, every difference with its cause (L4, L8)."""

import json
import re
import shutil
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from typer.testing import CliRunner

from lingtan.places import Places
from lingtan.release.hashing import hashes_below
from lingtan.synthetic.reference_sets import (
    EQUIVALENT_SET,
    LOSS_SET,
    PROVINCIAL_SET,
    write_reference_sets,
)
from lingtan.synthetic.value_chain_sets import ACTIVITY_SET, SPEND_SET
from orchestration.cli import app
from tests.builders.release import Released
from tests.builders.second_release import copied

pytestmark = pytest.mark.slow

OFFICE = "EXAMPLE-OFFICE-EQUIVALENT-POWER"
#: The day before the factors of power of data year 2023 were published; nothing else came after it.
DAY = "2025-12-30"
CHANGES = ("boundary_code=administrative", f"factors_known_on={DAY}", "gwp_set_code=AR6")
CAUSES = [OFFICE, "boundary_code", "factors_known_on", "gwp_set_code"]
CELL = ["boundary_code", "method_code", "scope_code", "scope2_basis_code", "component_code"]


@dataclass(frozen=True)
class Rebased:
    """A house with a comparison of four causes."""

    places: Places
    said: dict[str, Any]
    text: str

    @property
    def folder(self) -> Path:
        """Where the comparison lies."""
        return Path(self.said["folder"])

    def frame(self, name: str) -> pl.DataFrame:
        """One of its tables."""
        return pl.read_parquet(self.folder / f"{name}.parquet")

    def lines(self, cause: str) -> pl.DataFrame:
        """The lines that one cause changed."""
        return self.frame("lines").filter(cause_code=cause)


def _run(places: Places, *arguments: str) -> str:
    environment = {"LINGTAN_RAW": str(places.raw), "LINGTAN_EXPORTS": str(places.exports)}
    done = CliRunner().invoke(app, list(arguments), env=environment)
    assert done.exit_code == 0, done.output
    return done.output


def _settings() -> list[str]:
    return [part for change in CHANGES for part in ("--set", change)]


@pytest.fixture(scope="module")
def rebased(golden_release: Released, tmp_path_factory: pytest.TempPathFactory) -> Rebased:
    """The office gets coefficients of power; boundary, day of factors and warming potentials change."""
    places = copied(golden_release.places, tmp_path_factory.mktemp("rebase"))
    write_reference_sets(places.office_reference)
    for name in (PROVINCIAL_SET, LOSS_SET, ACTIVITY_SET, SPEND_SET):
        shutil.rmtree(places.office_reference / name)
    assert (places.office_reference / EQUIVALENT_SET).is_dir()
    said = json.loads(_run(places, "--json", "rebase", *_settings()))
    # What is built already is compared again at once.
    return Rebased(places, said, _run(places, "rebase", *_settings()))


def test_nothing_changed_is_said(golden_release: Released, tmp_path: Path) -> None:
    places = copied(golden_release.places, tmp_path)
    assert "任何数值都不会改变" in _run(places, "rebase")
    assert "no figure would change" in _run(places, "--lang", "en", "rebase", "--set", "gwp_set_code=CN-AR5")
    assert not places.rebases.exists()


def test_every_cause_is_named_in_order(golden_release: Released, rebased: Rebased) -> None:
    causes = [(one["code"], one["old"], one["new"]) for one in rebased.said["causes"]]
    assert causes == [
        (OFFICE, None, "EXAMPLE-OFFICE-2025-02"),
        ("boundary_code", "physical", "administrative"),
        ("factors_known_on", None, DAY),
        ("gwp_set_code", "CN-AR5", "AR6"),
    ]
    assert rebased.said["old_plan_id"] == golden_release.plan_id
    planned = json.loads(_run(rebased.places, "--json", "plan", *_settings()))
    assert rebased.said["new_plan_id"] == planned["plan_id"]


def test_nothing_is_published(golden_release: Released, rebased: Rebased) -> None:
    assert hashes_below(rebased.places.releases) == hashes_below(golden_release.places.releases)
    assert rebased.places.latest.resolve().name == golden_release.plan_id


def test_warming_potentials_change_exactly_the_lines_of_other_gases(
    golden_release: Released, rebased: Rebased
) -> None:
    lines = rebased.lines("gwp_set_code")
    facts = golden_release.table("fct_emissions")
    other = facts.filter(~pl.col("gas_code").is_in(["CO2", "CO2e"]) & (pl.col("emission_tco2e") != 0))
    assert lines.height == other.height > 0
    assert set(lines["change_code"]) == {"warming_potential"}
    leak = lines.filter(park_code="GOLD-GASES", line_id="O4", entry_kind_code="own")
    shown = leak.select("old_gwp_value", "new_gwp_value", "old_amount", "new_amount", "difference").row(0)
    assert shown == tuple(map(Decimal, ("28", "27.9", "56", "55.8", "-0.2")))


def test_another_vintage_changes_exactly_the_lines_of_its_factors(
    golden_release: Released, rebased: Rebased
) -> None:
    lines = rebased.lines("factors_known_on")
    facts = golden_release.table("fct_emissions")
    power = facts.filter(pl.col("factor_id").str.starts_with("ELEC-2023-") & (pl.col("emission_tco2e") != 0))
    assert lines.height == power.height > 0
    assert set(lines["change_code"]) == {"factor_row"}
    replaced = lines.select("old_factor_id", "new_factor_id", "old_document_code", "new_document_code")
    for old, new, before, after in replaced.iter_rows():
        assert new == old.replace("ELEC-2023-", "ELEC-2022-")
        assert (before, after) == ("MEE-NBS-2025-47", "MEE-NBS-2024-33")
    # 10,000 MWh in Zhejiang: x 0.4974 and x 0.5153.
    clinker = lines.filter(park_code="GOLD-CLINKER", scope2_basis_code="location").to_dicts()
    assert [(one["old_amount"], one["new_amount"]) for one in clinker] == [(Decimal(4974), Decimal(5153))]


def test_a_new_set_of_the_office_adds_the_measure_it_makes_possible(rebased: Rebased) -> None:
    lines = rebased.lines(OFFICE)
    assert set(lines["change_code"]) == {"term_added"}
    assert set(lines["method_code"]) == {"EN-EQV-F", "EN-EQV-X"}
    power = lines.filter(carrier_code="electricity")
    assert set(power["new_document_code"]) == {"EXAMPLE-OFFICE-2025-02"}
    thresholds = rebased.frame("thresholds")
    assert set(thresholds["energy_method_code"]) == {"EN-EQV-F", "EN-EQV-X"}
    assert set(thresholds["old_state_code"]) == {"no_equivalent_coefficient"}
    assert "no_equivalent_coefficient" not in set(thresholds["new_state_code"])


def test_the_boundary_moves_the_headline_and_no_line(rebased: Rebased) -> None:
    assert rebased.lines("boundary_code").is_empty()
    parts = rebased.frame("figure_parts").filter(cause_code="boundary_code")
    assert set(parts["figure_code"]) == {"headline"}
    # No golden park reports the administrative boundary: the bulletin would have nothing to show.
    nation = parts.filter(area_code="CN").to_dicts()
    assert [(one["old_amount"] > 0, one["new_amount"]) for one in nation] == [(True, None)]


def test_parts_add_up_to_the_difference_of_the_figure(rebased: Rebased) -> None:
    figures, parts = rebased.frame("figures"), rebased.frame("figure_parts")
    key = parts.columns[: parts.columns.index("old_amount")]
    sums = parts.group_by(key).agg(pl.col("difference").sum(), cause_count=pl.len())
    both = figures.join(sums, on=key, how="full", suffix="_parts", validate="1:1")
    assert both.height == figures.height
    assert both.filter(pl.col("difference").ne_missing(pl.col("difference_parts"))).is_empty()
    assert set(both["cause_count"].unique()) >= {1, 2}


def test_lines_add_up_to_the_difference_of_the_cell(rebased: Rebased) -> None:
    """Own entries and eliminations of each park are the whole difference of its cells, cause by cause."""
    inside = pl.col("view_code").is_in(["unit", "park"]) & (pl.col("line_kind_code") == "emission")
    released = rebased.frame("figure_parts").filter(figure_code="cell", figure_level_code="park")
    cells = released.group_by("park_code", "cause_code", *CELL).agg(pl.col("difference").sum())
    lines = rebased.frame("lines").filter(inside).group_by("park_code", "cause_code", *CELL)
    both = cells.join(
        lines.agg(pl.col("difference").sum()), on=["park_code", "cause_code", *CELL], suffix="_lines"
    )
    assert both.height == cells.height > 0
    assert both.filter(pl.col("difference") != pl.col("difference_lines")).is_empty()


def test_the_page_is_whole_and_names_what_was_replaced(rebased: Rebased) -> None:
    page = (rebased.folder / "index.html").read_text(encoding="utf-8")
    assert not re.findall(r"(?:src|href)=|https?://", page)
    assert "<svg" in page
    for text in (*CAUSES, "ELEC-2023-AVERAGE-330000", "ELEC-2022-AVERAGE-330000", "GWP 27.9", "合成数据"):
        assert text in page
    for name in ("causes", "figures", "figure_parts", "lines", "thresholds"):
        assert (rebased.folder / f"{name}.csv").is_file()


def test_people_read_it_in_a_few_lines(rebased: Rebased) -> None:
    assert "什么也没有发布" in rebased.text
    assert f"变化的数值 {rebased.said['figures']} 个" in rebased.text


def test_without_a_release_it_asks_for_a_plan(tmp_path: Path) -> None:
    environment = {"LINGTAN_RAW": str(tmp_path / "raw"), "LINGTAN_EXPORTS": str(tmp_path / "exports")}
    done = CliRunner().invoke(app, ["rebase"], env=environment)
    assert done.exit_code != 0
    assert "还没有发布" in str(done.exception)
