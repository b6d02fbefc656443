"""Withholds what a release would give away together with those before it.

What stays the same between releases is one unknown, what is new or revised is another: a cell that changed
tells of what changed in it. Nothing that was published can be taken back; so cells of the new release are
withheld until nobody gets at a sensitive cell of any release, or at a sensitive difference.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import polars as pl

from lingtan.disclosure.attack_release import Published
from lingtan.disclosure.cells import TOTAL, Cells, build_cells
from lingtan.disclosure.protect import SECONDARY, SHOWN, ProtectedSystem, protect, sensitive_of
from lingtan.disclosure.public_tables import Measure, PublicTables
from lingtan.disclosure.repair import repair
from lingtan.disclosure.stated import stated_by_values
from lingtan.disclosure.table_system import Flags


def protect_with_history(
    public: PublicTables,
    measures: Sequence[Measure],
    earlier: Sequence[Published],
    contributions: Mapping[str, pl.DataFrame],
    protected: ProtectedSystem,
) -> ProtectedSystem:
    """Withhold more of a release, where that and earlier releases together tell too much.

    The total of everything is withheld as well if nothing else helps.

    Args:
        public: Everything published, with the rules.
        measures: The measures of a system.
        earlier: What was published of the year before, the oldest first.
        contributions: Measure -> contributions of the release and year.
        protected: The release protected by itself.
    """
    cells = build_cells(
        public,
        {
            one.code: [*(at.contributions[one.code] for at in earlier), contributions[one.code]]
            for one in measures
        },
    )
    was_shown = _was_shown(public, measures, earlier, cells)
    place = [name for name in protected.cells.keys.columns if name not in ("release_at", "is_new")]
    own = (
        cells.keys.with_row_index("at")
        .filter(pl.col("release_at") == len(earlier), ~pl.col("is_new"))
        .join(protected.cells.keys.with_columns(protected.status), on=place, maintain_order="left")
    )
    # Most that a cell gives away is its own change, withheld as the changes of a nation of its own would be.
    telling = _telling_changes(public, measures, earlier, contributions)
    own = own.join(
        telling, on=[name for name in place if name in telling.columns], how="left", maintain_order="left"
    )
    is_shown = was_shown.copy()
    is_shown[own.filter(pl.col("status") == SHOWN, pl.col("tells").is_null())["at"].to_numpy()] = True
    system = replace(cells.system, is_public=was_shown)
    sensitive = sensitive_of(public, measures, cells)
    # What earlier releases gave away by themselves nothing can take back: the attack says so.
    hidden = repair(system, sensitive, ~is_shown, float(public.rules.p_ratio), cells.held_rows).hidden
    status = own.with_columns(
        pl.when((pl.col("status") == SHOWN) & pl.Series(hidden[own["at"].to_numpy()]))
        .then(pl.lit(SECONDARY))
        .otherwise("status")
        .alias("status")
    )["status"]
    return replace(protected, status=status)


def _telling_changes(
    public: PublicTables,
    measures: Sequence[Measure],
    earlier: Sequence[Published],
    contributions: Mapping[str, pl.DataFrame],
) -> pl.DataFrame:
    """Cells whose change since an earlier release may not be known: measure_code, levels, codes, tells."""
    found = []
    for measure in measures:
        for release in earlier if measure.public_because is None else ():
            changed = _change(release.contributions[measure.code], contributions[measure.code])
            if not changed.is_empty():
                protected = protect(public, [measure], {measure.code: changed})
                keys = protected.cells.keys.drop("release_at", "is_new")
                found.append(keys.filter(protected.status != SHOWN))
    if not found:
        return pl.DataFrame(schema={"measure_code": pl.String, "tells": pl.Boolean})
    return (
        pl.concat(found, how="diagonal")
        .fill_null(TOTAL)
        .unique()
        .with_columns(pl.lit(value=True).alias("tells"))
    )


def _change(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """What each unit states more, or less, in each combination of codes."""
    taken_off = before.with_columns(-pl.col("amount"))
    key = [name for name in after.columns if name not in ("amount", "is_declared")]
    return (
        pl.concat([after, taken_off])
        .group_by(key)
        .agg(pl.col("amount").sum().cast(pl.Decimal(38, 12)), pl.lit(value=False).alias("is_declared"))
        .filter(pl.col("amount") != 0)
        .sort(key)
    )


def _was_shown(
    public: PublicTables, measures: Sequence[Measure], earlier: Sequence[Published], cells: Cells
) -> Flags:
    """Cells of earlier releases that readers have the value of."""
    shown = np.zeros(len(cells.keys), dtype=np.bool_)
    for at, release in enumerate(earlier):
        for measure in measures:
            for table in public.of_measure(measure):
                if table.code in release.tables:
                    said = stated_by_values(
                        public, table, measure, release.tables[table.code], cells, release_at=at
                    )
                    shown[said.terms.indices] = True
    return shown
