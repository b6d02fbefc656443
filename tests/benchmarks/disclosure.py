"""`make bench-disclosure`: three successive releases of the synthetic nation, protected and attacked.

Returns come in three drops: those in time, late ones with corrections, and those of the next year. A release
is made after each; the second and the third are protected beside all that was published before.
"""

import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import polars as pl

from lingtan.places import Places, checkout
from lingtan.synthetic.nation import nation
from lingtan.synthetic.reference_sets import write_reference_sets
from lingtan.synthetic.submissions import DROPS, write_registers, write_submissions
from orchestration.operations.build import build
from orchestration.operations.draft import draft_release
from orchestration.operations.gate import judge_build
from orchestration.operations.plan import plan_release
from orchestration.operations.publish import publish_release
from orchestration.operations.receive import receive_deliveries

_PAGE: Final = Path("docs") / "disclosure-benchmark.md"
_STAGE: Final = "stat_public_cells"
_HEAD: Final = """# 保密处理的基准测试 Benchmark of disclosure control

<!-- Written by `make bench-disclosure`; not to be edited by hand. -->

{date}. Three successive releases of the synthetic nation (seeds 1 and 2): the returns that came in time,
then late ones and corrections of the same year, then the next year. Each is protected beside all that was
published before, and the gate attacks all of it: readers and every contributor at every sensitive cell
([how](methodology/disclosure.md)).
连续三次发布合成的全国：按时的报表，同一年度迟报和更正的报表，再下一年度。每次都与以往公布的一起保护，并由发布关口一起攻击。

Seconds are wall time on two cores. The build of a release has its protection in it.
"""
_RELEASES: Final = (
    "| release | years | parks with a year | attacks | cells breached | protection | whole build | gate |",
    "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
)
_LOSSES: Final = (
    "| release | year | measure | cells | primary | secondary | loss | least loss (bound) | loss / bound |",
    "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
)
_NOTE: Final = """
Primary: cells withheld for themselves; secondary: to protect others. The loss of a measure is the size of
each withheld cell and one, times the weight of its table, in the unit of the measure. The bound is proved by
cutting planes for the measure by itself, in its one release: no pattern loses less. What is above it pays for
linked measures, for respondents who are alone in a cell, for what was published before, and for what was not
solved to the optimum. A measure of which nothing is withheld is left out.
损失是被隐去的单元格的大小加一，乘以所在表的权重；下界只对该指标本身、不计以往公布的情形证明。
"""


@dataclass(frozen=True)
class Release:
    """What a release took and what it left.

    Attributes:
        number: counted from 1.
        years: its reference years.
        park_count: parks with a complete year.
        attacks: rows of the attack.
        breached: of these, cells that somebody gets at.
        protection, build, gate: seconds.
        losses: `cmp_public_losses`.
    """

    number: int
    years: tuple[int, ...]
    park_count: int
    attacks: int
    breached: int
    protection: float
    build: float
    gate: float
    losses: pl.DataFrame


def _releases(places: Places) -> Iterator[Release]:
    """Take in drop after drop and release after each; the next year comes as a whole."""
    write_registers(places.inbox)
    write_reference_sets(places.office_reference)
    in_time, late = DROPS
    for number, (seed, drops) in enumerate(((1, (in_time,)), (1, (late,)), (2, (in_time, late))), start=1):
        year = nation(seed)
        for drop in drops:
            write_submissions(year, places.inbox, drop=drop)
            receive_deliveries(places, [])
        yield _released(places, number)


def _released(places: Places, number: int) -> Release:
    plan = plan_release(places)
    steps: dict[str, float] = {}
    started = last = time.monotonic()

    def on_step(name: str) -> None:
        nonlocal last
        now = time.monotonic()
        steps[name], last = now - last, now

    folder = build(places, plan.plan_id, on_step).folder
    built = time.monotonic()
    decision = judge_build(places, plan.plan_id)
    judged = time.monotonic()
    attacked = pl.read_parquet(folder.attack)
    parks = pl.read_parquet(folder.canonical / "dim_parks.parquet").filter(year_source_code="annual")
    if not decision.passed:
        raise SystemExit(f"the gate does not pass: {[one.en for one in decision.reasons]}")
    draft_release(places, plan.plan_id)
    publish_release(places, plan.plan_id, published_by="bench")
    return Release(
        number,
        plan.years,
        len(parks),
        attacked.height,
        attacked.filter("is_breached").height,
        steps[_STAGE],
        built - started,
        judged - built,
        pl.read_parquet(folder.canonical / "cmp_public_losses.parquet"),
    )


def _row(*columns: object) -> str:
    return f"| {' | '.join(map(str, columns))} |"


def _of_release(one: Release) -> str:
    years = ", ".join(map(str, one.years))
    times = (f"{seconds:.0f} s" for seconds in (one.protection, one.build, one.gate))
    return _row(one.number, years, one.park_count, f"{one.attacks:,}", one.breached, *times)


def _of_measures(one: Release) -> Iterator[str]:
    for row in one.losses.filter(pl.col("publication_loss") > 0).iter_rows(named=True):
        ratio = row["loss_to_bound_ratio"]
        yield _row(
            one.number,
            row["reference_year"],
            row["measure_code"],
            row["cell_count"],
            row["primary_count"],
            row["secondary_count"],
            f"{row['publication_loss']:,.0f} {row['unit']}",
            f"{row['publication_loss_bound']:,.0f}",
            "" if ratio is None else f"{ratio:.2f}",
        )


def main() -> None:
    """Make the releases and write the page."""
    found = []
    with tempfile.TemporaryDirectory(prefix="lingtan-bench-") as work:
        for one in _releases(Places(Path(work) / "raw", Path(work) / "exports")):
            print(_of_release(one), flush=True)
            found.append(one)
    lines = [
        _HEAD.format(date=datetime.now(UTC).date()),
        *_RELEASES,
        *map(_of_release, found),
        "",
        *_LOSSES,
        *(line for one in found for line in _of_measures(one)),
    ]
    (checkout() / _PAGE).write_text("\n".join(lines) + "\n" + _NOTE, encoding="utf-8")


if __name__ == "__main__":
    main()
