"""Parks that lie in each other."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.rule import Rule


def check(batch: Batch) -> pl.DataFrame:
    """Rows of parks from whose parent the way up leads back to the park itself, over one park or more."""
    parks = batch.tables["park_register", "parks"]
    given = parks.drop_nulls(["park_code", "parent_park_code"]).select(
        "submission_id", "park_code", "parent_park_code"
    )
    parent_of = {(one, park): parent for one, park, parent in given.iter_rows()}
    ways = {place: _way_back(parent_of, *place) for place in parent_of}
    circular = [(*place, way) for place, way in ways.items() if way]
    schema = {"submission_id": pl.String(), "park_code": pl.String(), "way": pl.String()}
    rows = parks.join(
        pl.DataFrame(circular, schema=schema, orient="row"),
        on=["submission_id", "park_code"],
        maintain_order="left",
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form="park_register",
        table="parks",
        column="parent_park_code",
        detail=pl.col("way"),
    )


def _way_back(parent_of: dict[tuple[str, str], str], submission: str, park: str) -> str:
    """The way from a park over its parents back to itself; nothing where it ends elsewhere."""
    way = [park]
    while (parent := parent_of.get((submission, way[-1]))) is not None and parent not in way:
        way.append(parent)
    return " → ".join([*way, park]) if parent == park and len(way) > 1 else ""


RULE = Rule(
    id="REGISTER_NESTING_CIRCULAR",
    severity="query",
    scope="form",
    forms=("park_register",),
    tables=("parks",),
    title_zh="园区互为上级",
    title_en="Parks lie in each other",
    reason_zh="互为上级的园区无法归并；更正前各园区分别计入合计。",
    reason_en="Parks in a circle are nested in none: each counts by itself until one is corrected.",
    formula="park_code ∈ parents of its parent",
    message_zh="{sheet} {cell}：上级园区“{found}”又隶属于本园区：{detail}。",
    message_en="{sheet} {cell}: parent “{found}” lies in this park itself: {detail}.",
    action_zh="请更正其中一个园区的上级园区代码。",
    action_en="Correct the parent of one of these parks.",
    check=check,
)
