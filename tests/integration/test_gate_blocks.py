"""Where a required rule fails nothing is released, however publishing is launched (L5)."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass

import dagster as dg
import polars as pl
import pytest

from lingtan.errors import LingtanError
from lingtan.places import Places, checkout
from lingtan.release.hashing import hashes_below
from orchestration.defs.build import build_definitions
from orchestration.defs.resources import PlacesResource
from orchestration.operations.build import build, build_folder
from orchestration.operations.draft import draft_release
from orchestration.operations.plan import plan_release
from orchestration.operations.receive import receive_deliveries
from tests.builders.golden import golden_return, scenarios
from tests.builders.office_factors import put_process_factor
from tests.builders.release import Released, put
from tests.builders.second_release import copied

STRANGER = "NOT-REGISTERED"
COMMAND = "from orchestration.cli import main; main()"


@dataclass(frozen=True)
class Blocked:
    """A house with one release, in which a Dagster run took in a return of a park that nobody registered."""

    places: Places
    release: str
    before: dict[str, str]
    plan_id: str
    run: dg.ExecuteInProcessResult


def lingtan(places: Places, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", COMMAND, *arguments],
        cwd=checkout(),
        env={**os.environ, "LINGTAN_RAW": str(places.raw), "LINGTAN_EXPORTS": str(places.exports)},
        capture_output=True,
        text=True,
        check=False,
    )


def execute(places: Places, job: str, config: dict[str, object] | None = None) -> dg.ExecuteInProcessResult:
    """A Dagster job over these folders, in this process."""
    definitions = build_definitions(PlacesResource(raw=str(places.raw), exports=str(places.exports)))
    return definitions.resolve_job_def(job).execute_in_process(run_config=config, raise_on_error=False)


def publication_of(plan_id: str) -> dict[str, object]:
    return {"ops": {"publish_draft": {"config": {"plan_id": plan_id, "published_by": "test"}}}}


def assert_nothing_released(blocked: Blocked) -> None:
    assert [path.name for path in blocked.places.releases.iterdir()] == [blocked.release]
    assert blocked.places.latest.resolve().name == blocked.release
    assert hashes_below(blocked.places.releases) == blocked.before


@pytest.fixture(scope="module")
def blocked(golden_release: Released, tmp_path_factory: pytest.TempPathFactory) -> Blocked:
    places = copied(golden_release.places, tmp_path_factory.mktemp("blocked"))
    before = hashes_below(places.releases)
    scenario = next(one for one in scenarios() if one["park_code"] == "GOLD-FUEL")
    put(places, "330000", "stranger", "park_return", golden_return({**scenario, "park_code": STRANGER}))
    run = execute(places, "inbox_to_draft")
    (plan_id,) = {path.name for path in places.builds.glob("P-*")} - {golden_release.plan_id}
    return Blocked(places, golden_release.plan_id, before, plan_id, run)


def test_the_check_fails_in_dagster_and_the_draft_is_not_made(blocked: Blocked) -> None:
    assert not blocked.run.success
    (gate,) = [one for one in blocked.run.get_asset_check_evaluations() if one.check_name == "gate"]
    assert (gate.passed, gate.blocking) == (False, True)
    assert "G-REGISTER" in str(gate.metadata["reasons"].value)
    made = {
        event.asset_key.path[-1]
        for event in blocked.run.get_asset_materialization_events()
        if event.asset_key
    }
    assert {"lake", "plan", "fct_emissions", "cmp_peer_position", "canonical_tables"} <= made
    assert "draft" not in made
    assert not (blocked.places.drafts / blocked.plan_id).exists()
    assert_nothing_released(blocked)


@pytest.mark.parametrize(("language", "words"), [("zh", "园区名录"), ("en", "park register")])
def test_the_gate_names_the_cause_first(blocked: Blocked, language: str, words: str) -> None:
    """The park's sums hang in the air, too; what a person has to do about it is to ask for the register."""
    told = lingtan(blocked.places, "--lang", language, "gate", blocked.plan_id)
    assert told.returncode == 1
    first = told.stdout.splitlines()[0]
    assert "G-REGISTER" in first
    assert STRANGER in first
    assert words in first


@pytest.fixture(scope="module")
def drafted(blocked: Blocked) -> Blocked:
    """A draft written against the gate's decision, as somebody in a hurry might."""
    draft_release(blocked.places, blocked.plan_id)
    return blocked


@pytest.mark.parametrize(("language", "word"), [("zh", "未发布"), ("en", "Not published")])
def test_the_command_line_does_not_publish_it(drafted: Blocked, language: str, word: str) -> None:
    told = lingtan(drafted.places, "--lang", language, "publish", drafted.plan_id)
    assert told.returncode == 1
    assert told.stdout == ""
    (line,) = told.stderr.splitlines()
    assert line.startswith(word)
    assert "G-REGISTER" in line
    assert_nothing_released(drafted)


def test_a_program_reads_why(drafted: Blocked) -> None:
    told = lingtan(drafted.places, "--json", "publish", drafted.plan_id)
    assert told.returncode == 1
    assert set(json.loads(told.stdout)["error"]) == {"zh", "en"}


def test_dagster_does_not_publish_it(drafted: Blocked) -> None:
    run = execute(drafted.places, "publish", publication_of(drafted.plan_id))
    assert not run.success
    (failure,) = run.filter_events(lambda event: event.is_step_failure)
    assert failure.step_failure_data.user_failure_data is not None
    description = failure.step_failure_data.user_failure_data.description
    assert description is not None
    assert "G-REGISTER" in description
    assert "\n" not in description
    assert_nothing_released(drafted)


def test_without_a_rules_evidence_nothing_is_released(
    golden_release: Released, tmp_path_factory: pytest.TempPathFactory
) -> None:
    places = copied(golden_release.places, tmp_path_factory.mktemp("evidence"))
    places.latest.unlink()
    places.releases.rename(places.exports / "away")
    evidence = build_folder(places, golden_release.plan_id).evidence
    pl.read_parquet(evidence).filter(pl.col("rule_id") != "G-TOTALS").write_parquet(evidence)
    draft_release(places, golden_release.plan_id)
    told = lingtan(places, "--lang", "en", "publish", golden_release.plan_id)
    assert told.returncode == 1
    (line,) = told.stderr.splitlines()
    assert "G-TOTALS" in line
    assert "has no evidence" in line
    assert not places.releases.exists()
    assert not places.latest.exists()


def test_two_factors_for_one_key_stop_the_build(
    golden_release: Released, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """L8: the seed has a factor for clinker, the office adds one: nobody guesses which one is meant."""
    places = copied(golden_release.places, tmp_path_factory.mktemp("factors"))
    put_process_factor(places, "portland_clinker", "0.5")
    receive_deliveries(places, [])
    plan_id = plan_release(places).plan_id
    assert plan_id != golden_release.plan_id
    with pytest.raises(LingtanError, match="assert_matched_factors_unique") as stop:
        build(places, plan_id)
    assert "\n" not in stop.value.zh + stop.value.en
    assert "purpose_code=process activity_code=portland_clinker" in stop.value.en
    assert not build_folder(places, plan_id).canonical.exists()
    with pytest.raises(LingtanError, match="run build first"):
        draft_release(places, plan_id)
