"""The main job: a synthetic nation with known truth goes from the inbox to a verified release."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from lingtan.contracts.code_lists import SEEDS
from lingtan.errors import LingtanError
from lingtan.places import Places
from lingtan.release.publish import Published
from lingtan.release.verify import verify
from lingtan.synthetic.compare import Comparison, compare
from lingtan.synthetic.nation import nation
from lingtan.synthetic.reference_sets import write_reference_sets
from lingtan.synthetic.submissions import write_registers, write_submissions
from lingtan.synthetic.truth import Truth, truth
from orchestration.operations.build import build
from orchestration.operations.draft import BULLETIN, draft_release
from orchestration.operations.gate import judge_build
from orchestration.operations.plan import PlanSummary, plan_release
from orchestration.operations.publish import publish_release
from orchestration.operations.receive import receive_deliveries

FIRST_YEAR: Final = 2024
#: What is compared, in words.
_KINDS: Final = {
    "park_component": ("园区 × 组成 × 方法", "park x component x method"),
    "park_component_partial": ("园区 × 组成：是否不完整", "park x component: partial or not"),
    "park_total": ("园区合计", "park totals"),
    "park_energy": ("园区综合能耗（各口径）", "park energy in every variant"),
    "province_component": ("省 × 组成", "province x component"),
    "national_component": ("全国 × 组成", "national totals by component"),
    "province_inventory": ("省级清单", "provincial inventories"),
    "national_inventory": ("全国清单合计", "national total of the inventories"),
}
_SHOWN_EXAMPLES: Final = 10

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
        bulletin: The bulletin in Chinese.
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
    bulletin: str
    bulletin_en: str
    comparison: tuple[ComparedKind, ...]
    national_totals: tuple[tuple[str, str], ...]
    examples: tuple[str, ...]
    is_equal: bool
    seconds: float


def _take_in(places: Places, seed: int, on_step: Progress) -> None:
    """Let the nation send its year; what was sent before is not sent again."""
    if not places.register.is_file():
        write_registers(places.inbox)
        write_reference_sets(places.office_reference)
    if not (places.raw / f"sent_{seed}").is_file():
        write_submissions(nation(seed), places.inbox)
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
    return tuple(
        ComparedKind(
            *_KINDS[kind], cells, sum(difference.kind == kind for difference in comparison.differences)
        )
        for kind, cells in comparison.cells.items()
    )


def _totals(truths: list[Truth], comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """National totals as the truth has them, with whether the release says the same."""
    wrong = {
        (one.key[0], one.key[-1]): one.found
        for one in comparison.differences
        if one.kind == "national_component"
    }
    seed = pl.read_csv(SEEDS / "components.csv", infer_schema=False)
    names = {row["component_code"]: (row["name_zh"], row["name_en"]) for row in seed.iter_rows(named=True)}
    lines = []
    for known in truths:
        for component, value in known.national_components().items():
            zh, en = names[component]
            found = wrong.get((str(known.year), component), str(value))
            sign = "=" if found == str(value) else "≠"
            lines.append(
                (
                    f"{known.year} 年 {zh}：发布 {found} {sign} 真值 {value} tCO2",
                    f"{known.year} {en}: release {found} {sign} truth {value} tCO2",
                )
            )
    return tuple(lines)


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
    published = _release(places, plan, on_step)
    damaged = verify(published.folder)
    if damaged:
        raise LingtanError(
            f"发布文件 {damaged[0].path} {damaged[0].zh}", f"Released file {damaged[0].path} {damaged[0].en}"
        )
    tier = published.folder / "restricted"
    truths = [truth(nation(year - FIRST_YEAR)) for year in plan.years]
    comparison = compare(tier / "data", truths)
    return DemoOutcome(
        plan_id=plan.plan_id,
        release=str(published.folder),
        is_new=published.is_new,
        bulletin=str(tier / BULLETIN / "index.zh.html"),
        bulletin_en=str(tier / BULLETIN / "index.en.html"),
        comparison=_compared(comparison),
        national_totals=_totals(truths, comparison),
        examples=tuple(
            f"{one.kind} {' '.join(one.key)}: {one.cause}, {one.expected} / {one.found}"
            for one in comparison.differences[:_SHOWN_EXAMPLES]
        ),
        is_equal=comparison.is_equal,
        seconds=time.monotonic() - started,
    )
