"""The main job: a synthetic nation with known truth goes from the inbox to a verified release."""

import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import polars as pl

from lingtan.contracts.code_lists import SEEDS
from lingtan.errors import LingtanError
from lingtan.places import Places
from lingtan.release.publish import Published
from lingtan.release.verify import PUBLIC, RESTRICTED, verify
from lingtan.synthetic.compare import KINDS, Comparison, compare
from lingtan.synthetic.model import Nation
from lingtan.synthetic.nation import nation
from lingtan.synthetic.reference_sets import write_reference_sets
from lingtan.synthetic.submissions import DROPS, write_registers, write_submissions
from lingtan.synthetic.truth import Truth, truth
from lingtan.synthetic.truth_account_years import carried_forward
from lingtan.synthetic.truth_parks import PARK_METHOD
from orchestration.operations.build import build
from orchestration.operations.draft import BULLETIN, SUMMARY, draft_release
from orchestration.operations.gate import judge_build
from orchestration.operations.plan import PlanSummary, plan_release
from orchestration.operations.publish import publish_release
from orchestration.operations.receive import receive_deliveries

FIRST_YEAR: Final = 2024
_SHOWN_EXAMPLES: Final = 10
#: Whose totals are told: the nation inside the physical boundary.
NATION: Final = "CN"
BOUNDARY: Final = "physical"
INVENTORY_METHOD: Final = "GHGI"
NOT_APPLICABLE: Final = "NA"
_BASES: Final = {"location": "基于位置", "market": "基于市场"}
_FLOWS: Final = {
    "production": ("温室气体清单 生产侧", "GHG inventory, production"),
    "consumption": ("温室气体清单 消费侧", "GHG inventory, consumption"),
}

Progress = Callable[[str], None]


@dataclass(frozen=True)
class ComparedKind:
    """One line of the comparison with the truth."""

    zh: str
    en: str
    cells: int
    differences: int


@dataclass(frozen=True)
class DemoOutcome:
    """What the demo did.

    Attributes:
        plan_id: The plan of everything taken in so far.
        release: Where its release lies.
        is_new: Whether this run made it.
        summary: The published national summary in Chinese.
        summary_en: The summary in English.
        bulletin: The internal bulletin in Chinese.
        bulletin_en: The bulletin in English.
        comparison: Cells compared and differences by kind.
        national_totals: National totals beside the truth, a line a year and component, in both languages.
        examples: The first differences.
        is_equal: Whether every figure equals the truth.
        seconds: How long it took.
    """

    plan_id: str
    release: str
    is_new: bool
    summary: str
    summary_en: str
    bulletin: str
    bulletin_en: str
    comparison: tuple[ComparedKind, ...]
    national_totals: tuple[tuple[str, str], ...]
    examples: tuple[str, ...]
    is_equal: bool
    seconds: float


@cache
def _nation(seed: int) -> Nation:
    """The nation of a seed, made once a run."""
    return nation(seed)


def _truth(year: int, years_released: tuple[int, ...]) -> Truth:
    """The truth of a year of a release."""
    return truth(_nation(year - FIRST_YEAR), years_released)


def _take_in(places: Places, seed: int, on_step: Progress) -> None:
    """Let the nation send its year in two drops; what was sent before is not sent again.

    The second drop is taken in after the first one, as in an office: what is late, corrects or withdraws
    meets what is there already.
    """
    if not places.register.is_file():
        write_registers(places.inbox)
        write_reference_sets(places.office_reference)
    if not (places.raw / f"sent_{seed}").is_file():
        year = _nation(seed)
        on_step("nation")
        for drop in DROPS:
            write_submissions(year, places.inbox, drop=drop)
            on_step(f"drop {drop}")
            receive_deliveries(places, [], on_step=on_step)
        (places.raw / f"sent_{seed}").touch()


def _release(places: Places, plan: PlanSummary, on_step: Progress) -> Published:
    """Build, judge, draft and publish, unless this plan is released already."""
    release = places.releases / plan.plan_id
    if not release.is_dir():
        build(places, plan.plan_id, on_step)
        decision = judge_build(places, plan.plan_id)
        on_step("gate")
        if not decision.passed:
            first = decision.reasons[0]
            raise LingtanError(f"质量门未通过：{first.zh}", f"The gate does not pass: {first.en}")
        draft_release(places, plan.plan_id)
        on_step("draft")
    return publish_release(places, plan.plan_id, published_by="demo")


def _compared(comparison: Comparison) -> tuple[ComparedKind, ...]:
    differences = Counter(difference.kind for difference in comparison.differences)
    return tuple(
        ComparedKind(kind.zh, kind.en, comparison.cells[kind.name], differences[kind.name]) for kind in KINDS
    )


def _totals(truths: list[Truth], comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """National totals as the truth has them, with whether the release says the same."""
    components, lines = _component_names(), []
    for known in truths:
        year = str(known.year)
        for component, tonnes in known.national_components(BOUNDARY).items():
            key = (year, BOUNDARY, PARK_METHOD, NOT_APPLICABLE, NOT_APPLICABLE, component, "CO2")
            found = _found(comparison, "national", key, tonnes)
            lines.append(_told(year, components[component], "tCO2", tonnes, found))
        for name, (zh, en) in _FLOWS.items():
            for basis, basis_zh in _BASES.items():
                area = (NATION, BOUNDARY, INVENTORY_METHOD, basis)
                value = known.cells[f"flow_{name}"][area]
                found = _found(comparison, "production_consumption", (year, *area), value, f"{name}_tco2e")
                title = (f"{zh}（{basis_zh}）", f"{en} ({basis}-based)")
                lines.append(_told(year, title, "tCO2e", value, found))
    return tuple(lines)


def _found(
    comparison: Comparison, kind: str, key: tuple[str, ...], value: object, column: str = "emission_tco2e"
) -> object:
    """What the release says: the truth itself, unless a difference of this cell was found."""
    for one in comparison.differences:
        if (one.kind, one.key) == (kind, key) and one.column in ("", column):
            return one.found
    return value


def _told(year: str, title: tuple[str, str], unit: str, value: object, found: object) -> tuple[str, str]:
    sign = "=" if str(found) == str(value) else "≠"
    return (
        f"{year} 年 {title[0]}：发布 {found} {sign} 真值 {value} {unit}",
        f"{year} {title[1]}: release {found} {sign} truth {value} {unit}",
    )


def _component_names() -> dict[str, tuple[str, str]]:
    seed = pl.read_csv(SEEDS / "components.csv", infer_schema=False)
    of_method = seed.filter(pl.col("method_code") == PARK_METHOD)
    return {
        row["component_code"]: (row["name_zh"], row["name_en"]) for row in of_method.iter_rows(named=True)
    }


def run_demo(folder: Path, seed: int, on_step: Progress) -> DemoOutcome:
    """Run the whole way for one synthetic year and compare every year of the release with its truth.

    Args:
        folder: The demo's own folder; its data folders are `raw` and `exports` below it.
        seed: The year is 2024 + seed; the same provinces and parks report for every seed.
        on_step: Called with each thing done.

    Returns:
        Where the release lies and how it compares.

    Raises:
        LingtanError: The gate does not pass, or a release that was there before is damaged.
    """
    started = time.monotonic()
    folder = folder.resolve()
    places = Places(raw=folder / "raw", exports=folder / "exports")
    _take_in(places, seed, on_step)
    plan = plan_release(places)
    on_step("plan")
    # The truth needs nothing of the release: it is worked out beside it, in a process that starts afresh.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as beside:
        known = beside.map(partial(_truth, years_released=plan.years), plan.years)
        published = _release(places, plan, on_step)
        damaged = verify(published.folder)
        if damaged:
            raise LingtanError(
                f"发布文件 {damaged[0].path} {damaged[0].zh}",
                f"Released file {damaged[0].path} {damaged[0].en}",
            )
        tier = published.folder / RESTRICTED
        truths = carried_forward(list(known))
    on_step("truth")
    comparison = compare(tier / "data", truths)
    on_step("compare")
    return DemoOutcome(
        plan_id=plan.plan_id,
        release=str(published.folder),
        is_new=published.is_new,
        summary=str(published.folder / PUBLIC / SUMMARY / "index.zh.html"),
        summary_en=str(published.folder / PUBLIC / SUMMARY / "index.en.html"),
        bulletin=str(tier / BULLETIN / "index.zh.html"),
        bulletin_en=str(tier / BULLETIN / "index.en.html"),
        comparison=_compared(comparison),
        national_totals=_totals(truths, comparison),
        examples=tuple(str(one) for one in comparison.differences[:_SHOWN_EXAMPLES]),
        is_equal=comparison.is_equal,
        seconds=time.monotonic() - started,
    )
