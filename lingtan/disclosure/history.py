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
from lingtan.disclosure.cells import Cells, build_cells
from lingtan.disclosure.protect import SECONDARY, SHOWN, ProtectedSystem, sensitive_of
from lingtan.disclosure.public_tables import Measure, PublicTables
from lingtan.disclosure.repair import repair
from lingtan.disclosure.secondary import NotProtectableError
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

    The total of everything is withheld as well if nothing else helps, and every cell if that does not help
    either; whether it did is for the attack to say.

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
    is_shown = was_shown.copy()
    is_shown[own.filter(status=SHOWN)["at"].to_numpy()] = True
    system = replace(cells.system, is_public=was_shown)
    try:
        hidden = repair(system, sensitive_of(public, measures, cells), ~is_shown, float(public.rules.p_ratio))
    except NotProtectableError:
        hidden = ~was_shown
    status = own.with_columns(
        pl.when((pl.col("status") == SHOWN) & pl.Series(hidden[own["at"].to_numpy()]))
        .then(pl.lit(SECONDARY))
        .otherwise("status")
        .alias("status")
    )["status"]
    return replace(protected, status=status)


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
