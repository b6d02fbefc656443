"""The main job: a synthetic nation goes from the inbox to a release that equals its known truth (L3)."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import polars as pl
import pytest

from lingtan.places import Places
from lingtan.release.explain.cells import explainable
from lingtan.release.verify import verify
from lingtan.synthetic.compare import KINDS
from lingtan.synthetic.nation import nation
from lingtan.synthetic.truth import truth
from lingtan.synthetic.truth_parks import PARK_METHOD
from orchestration.console import Console
from orchestration.operations.demo import DemoOutcome, run_demo
from orchestration.reports import print_demo
from tests.builders.drawn_cells import faults_of_draw
from tests.builders.public_contents import leaks, restricted_numbers, restricted_texts

#: So many cells of a kind a year has at least; every kind of the truth is compared.
CELLS = {
    "where a park's year comes from": 900,
    "park x method x scope x component x gas": 15_000,
    "park totals": 2_000,
    "park net results": 6_000,
    "park energy in every variant, both sides": 4_000,
    "province x component": 1_500,
    "industry x component": 10_000,
    "provincial inventories": 31,
}

State = dict[str, tuple[int, int, int]]


def state_of(places: Places) -> State:
    """Every path of what is released with identity, size and time of change; a link as itself."""
    paths = [places.latest, *(path for path in places.releases.rglob("*"))]
    found = {}
    for path in paths:
        entry = os.lstat(path)
        found[path.relative_to(places.exports).as_posix()] = (entry.st_ino, entry.st_size, entry.st_mtime_ns)
    return found


@dataclass(frozen=True)
class Runs:
    """Three runs in one folder: a year, the same again, the next year; and the releases after each."""

    places: Places
    outcomes: tuple[DemoOutcome, DemoOutcome, DemoOutcome]
    states: tuple[State, State, State]
    steps_of_the_second: tuple[str, ...]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    folder = tmp_path_factory.mktemp("demo")
    places = Places(raw=folder / "raw", exports=folder / "exports")
    steps: list[str] = []
    first = run_demo(folder, 1, lambda _: None)
    after_first = state_of(places)
    again = run_demo(folder, 1, steps.append)
    after_again = state_of(places)
    second = run_demo(folder, 2, lambda _: None)
    return Runs(places, (first, again, second), (after_first, after_again, state_of(places)), tuple(steps))


@pytest.mark.slow
def test_the_release_equals_the_truth_to_the_last_decimal(runs: Runs) -> None:
    first = runs.outcomes[0]
    assert first.is_new
    assert first.examples == ()
    assert first.is_equal
    cells = {one.en: one.cells for one in first.comparison}
    assert list(cells) == [kind.en for kind in KINDS]
    assert {kind: count for kind, count in cells.items() if count < CELLS.get(kind, 1)} == {}
    assert [one.en for one in first.comparison if one.differences] == []


@pytest.mark.slow
def test_the_totals_told_are_those_released(runs: Runs) -> None:
    """The demo's own comparison is not taken at its word: the totals are read from the release once more."""
    known = truth(nation(1)).national_components()
    table = pl.read_parquet(
        Path(runs.outcomes[0].release) / "restricted" / "data" / "mart_national_year.parquet"
    ).filter(pl.col("method_code") == PARK_METHOD, pl.col("boundary_code") == "physical")
    released = dict(table.select("component_code", "emission_tco2e").iter_rows())
    assert released == known
    assert sum(value or 0 for value in known.values()) > 0
    assert len(runs.outcomes[0].national_totals) == len(known) + 4
    for _, line in runs.outcomes[0].national_totals:
        assert "≠" not in line


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "summary", "bulletin"),
    [
        ("zh", "全国摘要（公开）：", "公报（内部资料）："),
        ("en", "National summary (public):", "Bulletin (internal):"),
    ],
)
def test_the_last_lines_name_the_published_pages_and_the_internal_ones(
    runs: Runs,
    language: Literal["zh", "en"],
    summary: str,
    bulletin: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    outcome = runs.outcomes[0]
    print_demo(Console(language, is_json=False), outcome)
    lines = capsys.readouterr().out.splitlines()
    release = Path(outcome.release)
    pages = [
        release / folder / f"index.{name}.html"
        for folder in ("public/summary", "restricted/bulletin")
        for name in ("zh", "en")
    ]
    assert str(release) in lines[-8]
    assert lines[-7:-1] == [
        summary, *(f"  {page}" for page in pages[:2]), bulletin, *(f"  {page}" for page in pages[2:]),
    ]  # fmt: skip
    assert all(page.is_file() for page in pages)


@pytest.mark.slow
def test_run_again_it_says_so_and_changes_nothing(runs: Runs) -> None:
    first, again, _ = runs.outcomes
    assert not again.is_new
    assert again.is_equal
    assert (again.plan_id, again.release) == (first.plan_id, first.release)
    assert runs.states[1] == runs.states[0]
    # Nothing was read, built or judged a second time.
    assert runs.steps_of_the_second == ("plan", "truth", "compare")


@pytest.mark.slow
def test_the_next_seed_adds_a_year_beside_the_first(runs: Runs) -> None:
    first, _, second = runs.outcomes
    assert second.is_new
    assert second.plan_id != first.plan_id
    assert second.is_equal
    one_year = {one.en: one.cells for one in first.comparison}
    two_years = {one.en: one.cells for one in second.comparison}
    assert all(two_years[kind] > 1.5 * one_year[kind] for kind in one_year)
    years = pl.read_parquet(Path(second.release) / "restricted" / "data" / "mart_park_year.parquet")
    assert set(years["reference_year"]) == {2025, 2026}
    # The same parks report other values.
    by_year = years.partition_by("reference_year", as_dict=True)
    parks = {key[0]: set(frame["park_code"]) for key, frame in by_year.items()}
    assert len(parks[2025] & parks[2026]) > 300
    assert len(set(years["emission_tco2e"])) > 2000


@pytest.mark.slow
def test_the_year_so_far_stands_beside_the_year_before(runs: Runs) -> None:
    data = Path(runs.outcomes[2].release) / "restricted" / "data"
    key = ("park_code", "boundary_code", "method_code", "scope2_basis_code")
    before = pl.read_parquet(data / "mart_park_year.parquet").filter(reference_year=2025)
    so_far = pl.read_parquet(data / "mart_park_year_to_date.parquet")
    assert so_far.filter(reference_year=2025)["last_annual_year"].null_count() == len(
        so_far.filter(reference_year=2025)
    )
    joined = so_far.filter(reference_year=2026).join(before, on=key, how="left", suffix="_before")
    assert joined["last_annual_year"].drop_nulls().unique().to_list() == [2025]
    assert joined["last_annual_tco2e"].to_list() == joined["emission_tco2e_before"].to_list()
    assert joined["last_annual_tco2e"].drop_nulls().len() > 10


@pytest.mark.slow
def test_the_first_years_release_is_kept_as_it_was(runs: Runs) -> None:
    first, _, second = runs.outcomes
    kept = {
        name: entry for name, entry in runs.states[2].items() if name.startswith(f"releases/{first.plan_id}")
    }
    before = {
        name: entry for name, entry in runs.states[0].items() if name.startswith(f"releases/{first.plan_id}")
    }
    assert kept == before
    assert verify(Path(first.release)) == []
    assert verify(Path(second.release)) == []
    assert runs.places.latest.resolve() == Path(second.release).resolve()


@pytest.mark.slow
def test_two_hundred_random_figures_go_down_to_what_was_submitted(runs: Runs) -> None:
    """Each node equals its recomputation; each end was submitted or has a document (L13)."""
    tables, faults = faults_of_draw(Path(runs.outcomes[0].release), 200, seed=13, limit=12)
    assert tables == set(explainable())
    assert faults == []


@pytest.mark.slow
def test_no_public_file_of_a_nation_says_what_is_withheld_or_who_reported(runs: Runs) -> None:
    """Forms of withheld figures from five digits on: four are any number among so many."""
    release = Path(runs.outcomes[0].release)
    numbers, texts = restricted_numbers(release, fewest_digits=5), restricted_texts(release)
    assert len(numbers) > 5_000
    assert [kind for kind, several in texts.items() if not several] == []
    assert leaks(release / "public", numbers, texts) == []
