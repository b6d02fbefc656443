"""What the verb `rebase` prints."""

from collections.abc import Mapping
from decimal import Decimal

import polars as pl

from lingtan.bulletin.numbers import rounded
from lingtan.rebase.words import load_words
from lingtan.release.code_names import read_code_names
from orchestration.console import Console
from orchestration.operations.rebase import Rebased

#: Decimals of amounts on the screen; the files have all.
_PLACES = 4


def _amount(value: Decimal | None) -> str:
    return "—" if value is None else rounded(value, _PLACES)


def _name(console: Console, names: Mapping[str, tuple[str, str]], code: str) -> str:
    return "" if code == "NA" else console.choose(*names.get(code, (code, code)))


def print_rebase(console: Console, rebased: Rebased) -> None:
    """Causes, the nation's figures, and how much changed."""
    comparison = rebased.comparison
    if comparison is None or rebased.folder is None:
        console.say(
            f"方案 {rebased.old_plan_id}：因子、设置和程序都没有变化，任何数值都不会改变。",
            f"Plan {rebased.old_plan_id}: no factor, setting or program differs; no figure would change.",
        )
        console.result({"old_plan_id": rebased.old_plan_id, "new_plan_id": rebased.old_plan_id, "causes": []})
        return
    console.say(
        f"原方案 {comparison.old_plan_id}，新方案 {comparison.new_plan_id}：报送相同，什么也没有发布。",
        f"Old plan {comparison.old_plan_id}, new plan {comparison.new_plan_id}: the same submissions; "
        "nothing is published.",
    )
    console.table(
        [
            ("原因", "Cause"),
            ("原", "Old"),
            ("新", "New"),
            ("变化的明细行", "Lines changed"),
            ("变化的数值", "Figures changed"),
        ],
        [
            [
                one.cause.code,
                one.cause.old or "—",
                one.cause.new or "—",
                str(one.line_count),
                str(one.figure_count),
            ]
            for one in comparison.causes
        ],
    )
    words, lists = load_words(), read_code_names().lists
    totals = comparison.changes.figures.filter(
        (pl.col("figure_level_code") == "nation") & (pl.col("figure_code") != "cell")
    )
    if totals.height:
        console.table(
            [
                ("年度", "Year"),
                ("全国数值", "Figure of the nation"),
                ("边界", "Boundary"),
                ("口径", "Basis"),
                ("原", "Old"),
                ("新", "New"),
                ("差额", "Difference"),
                ("主要原因", "Main cause"),
            ],
            [
                [
                    str(row["reference_year"]),
                    console.choose(*words["figures"][row["figure_code"]]),
                    _name(console, lists["boundaries"], row["boundary_code"]),
                    _name(console, lists["scope2_bases"], row["scope2_basis_code"]),
                    _amount(row["old_amount"]),
                    _amount(row["new_amount"]),
                    f"{_amount(row['difference'])} {row['unit']}",
                    row["cause_code"],
                ]
                for row in totals.to_dicts()
            ],
        )
    figures, parks = comparison.changes.figures, comparison.park_count_crossing
    provinces = figures.filter(figure_level_code="province")["area_code"].n_unique()
    in_parks = figures.filter(figure_level_code="park")["park_code"].n_unique()
    console.say(
        f"变化的数值 {figures.height} 个（{provinces} 个省、{in_parks} 个园区），"
        f"明细行 {comparison.line_count} 行；跨越限值或可比状态改变的园区 {parks} 个。",
        f"{figures.height} figures differ ({provinces} provinces, {in_parks} parks),"
        f" on {comparison.line_count} lines; {parks} parks cross a threshold or change their state.",
    )
    console.say(f"详见 {rebased.folder / 'index.html'}", f"See {rebased.folder / 'index.html'}")
    console.result(
        {
            "old_plan_id": comparison.old_plan_id,
            "new_plan_id": comparison.new_plan_id,
            "causes": [
                {
                    "kind": one.cause.kind,
                    "code": one.cause.code,
                    "old": one.cause.old,
                    "new": one.cause.new,
                    "lines": one.line_count,
                    "figures": one.figure_count,
                }
                for one in comparison.causes
            ],
            "figures": figures.height,
            "lines": comparison.line_count,
            "parks_crossing": parks,
            "folder": str(rebased.folder),
        }
    )
