"""Withholds cells of the public tables: of each measure by itself, then of all on the same lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import polars as pl

from lingtan.disclosure.cells import Cells, build_cells, table_levels
from lingtan.disclosure.changes import changes
from lingtan.disclosure.determined import determined_cells
from lingtan.disclosure.primary import SensitiveCell, sensitive_cells
from lingtan.disclosure.proven_reach import everybodys_demands
from lingtan.disclosure.public_tables import Measure, PublicTables
from lingtan.disclosure.repair import breached, demands_of, repair
from lingtan.disclosure.secondary import NotProtectableError, suppress
from lingtan.disclosure.stated import Published, shown_cells
from lingtan.disclosure.table_system import Flags

#: What the office knows of a cell; readers see one mark for both that are withheld.
SHOWN: Final = "shown"
PRIMARY: Final = "primary"
SECONDARY: Final = "secondary"


@dataclass(frozen=True)
class ProtectedSystem:
    """The cells of a system of measures and a year with what is withheld.

    Attributes:
        measures: the measures.
        cells: the cells of a release.
        status: SHOWN, PRIMARY or SECONDARY of each cell.
        sensitive: the cells that readers must be left uncertain about.
        loss, loss_bound: measure -> what readers lose, and what they would lose at least, in its unit.
    """

    measures: tuple[Measure, ...]
    cells: Cells
    status: pl.Series
    sensitive: tuple[SensitiveCell, ...]
    loss: Mapping[str, float]
    loss_bound: Mapping[str, float]


def protect(
    public: PublicTables,
    measures: Sequence[Measure],
    contributions: Mapping[str, pl.DataFrame],
    earlier: Sequence[Published] = (),
) -> ProtectedSystem:
    """Choose what to withhold of the tables of some measures, in one year of one release.

    Each measure is protected by itself first, over the tables that have a sensitive cell: that is fast and
    its loss has a bound. Then what linked measures and the other tables give away is repaired. Where the
    total of a measure would tell of a respondent, as in a nation of a few parks, none of its cells is shown.

    Args:
        public: Everything published, with the rules.
        measures: The measures of a system (`PublicTables.systems`).
        contributions: Measure -> `contributions.read_contributions`, of one reference year.
        earlier: What was published of the year before, the oldest release first. What it withheld stays
            withheld, and so does what would tell of a respondent by the difference.
    """
    releases = {
        one.code: [*(before.contributions[one.code] for before in earlier), contributions[one.code]]
        for one in measures
    }
    cells = build_cells(public, releases)
    newest = cells.in_newest()
    of_measure = {one.code: newest & (cells.keys["measure_code"] == one.code).to_numpy() for one in measures}
    sensitive = sensitive_of(public, measures, cells)
    primary = np.zeros(len(cells.keys), dtype=np.bool_)
    primary[[one.cell for one in sensitive]] = True
    # Differences are in no table; of earlier releases what was not shown then is open still.
    hidden = np.where(newest, primary, ~shown_cells(public, measures, earlier, cells))
    # What was withheld would be told by what it is now; what has changed by too few, by its change.
    hidden |= _at_newest(cells, hidden, pl.col("release_at") + 1, ~pl.col("is_new"))
    hidden |= _at_newest(cells, primary, pl.col("release_at"), pl.col("is_new"))
    for measure in measures:
        for before in earlier if measure.public_because is None else ():
            changed = changes(before.contributions[measure.code], contributions[measure.code])
            hidden |= _telling(public, measure, changed, cells)
    loss_bound = {}
    for measure in measures:
        code = measure.code
        alone, loss_bound[code] = _alone(public, measure, contributions[code], cells, sensitive)
        hidden |= of_measure[code] if alone is None else alone
    hidden = _repaired(public, cells, sensitive, hidden)
    if not hidden.all():
        hidden &= ~determined_cells(cells.system, hidden)
    status = np.where(hidden, SECONDARY, SHOWN).astype(object)
    status[primary] = PRIMARY
    chosen = np.flatnonzero(newest)
    at = {int(cell): place for place, cell in enumerate(chosen)}
    return ProtectedSystem(
        tuple(measures),
        cells.some(chosen),
        pl.Series("status", status[chosen].tolist(), dtype=pl.String),
        tuple(replace(one, cell=at[one.cell]) for one in sensitive if one.cell in at),
        {code: float(cells.system.losses[hidden & own].sum()) for code, own in of_measure.items()},
        loss_bound,
    )


def _telling(public: PublicTables, measure: Measure, changed: pl.DataFrame, cells: Cells) -> Flags:
    """Cells of the newest release whose change would be withheld if changes were all that is published."""
    found = np.zeros(len(cells.keys), dtype=np.bool_)
    if changed.is_empty():
        return found
    alone = protect(public, [measure], {measure.code: changed})
    place = [one for one in alone.cells.keys.columns if one not in ("release_at", "is_new")]
    withheld = alone.cells.keys.filter(alone.status != SHOWN).select(place)
    keys = cells.keys.with_row_index("cell_at").filter(pl.Series(cells.in_newest()))
    found[keys.join(withheld, on=place, how="semi")["cell_at"].to_numpy()] = True
    return found


def _at_newest(cells: Cells, chosen: Flags, release_at: pl.Expr, kind: pl.Expr) -> Flags:
    """The cells of the newest release in the place of chosen ones."""
    place = [one for one in cells.keys.columns if one not in ("release_at", "is_new")]
    keys = cells.keys.with_row_index("cell_at")
    others = keys.filter(pl.Series(chosen) & kind).select(*place, release_at)
    same = keys.filter(~pl.col("is_new")).join(others, on=[*place, "release_at"], how="semi")
    found = np.zeros(len(chosen), dtype=np.bool_)
    found[same["cell_at"].to_numpy()] = True
    return found & cells.in_newest()


def _repaired(public: PublicTables, cells: Cells, sensitive: Sequence[SensitiveCell], hidden: Flags) -> Flags:
    """What to withhold for the sake of linked measures and of what was published before.

    A total is withheld where nothing else helps against the difference to its earlier value; of a measure
    that cannot be protected, everything. Where what was published before tells by itself, nothing helps.
    """
    measure, newest = cells.keys["measure_code"].to_numpy(), cells.in_newest()
    is_public, p_ratio = cells.system.is_public, float(public.rules.p_ratio)
    while True:
        system = replace(cells.system, is_public=is_public & ~hidden)
        try:
            return repair(replace(cells, system=system), sensitive, hidden, p_ratio)
        except NotProtectableError as refused:
            own = newest & (measure == measure[refused.cell])
            left = [one for one in sensitive if one.cell != refused.cell]
            told = demands_of([one for one in sensitive if one.cell == refused.cell])
            if breached(cells, everybodys_demands(system, told, p_ratio), hidden | newest):
                sensitive = left
            elif not newest.all() and (is_public & newest).any():
                is_public = is_public & ~newest
            elif not hidden[own].all():
                hidden = hidden | own
            else:
                # Its own total is withheld already: those of the others tell too much.
                hidden = hidden | newest


def sensitive_of(public: PublicTables, measures: Sequence[Measure], cells: Cells) -> list[SensitiveCell]:
    """The cells that a primary rule hides; none of a measure that counts what is public already."""
    found: list[SensitiveCell] = []
    for measure in measures:
        if measure.public_because is None:
            own = np.flatnonzero((cells.keys["measure_code"] == measure.code).to_numpy())
            rules = public.rules.primary(is_count=measure.is_count)
            found += sensitive_cells(cells.system, rules, own.tolist(), cells.is_declared)
    return found


def _alone(
    public: PublicTables,
    measure: Measure,
    contributions: pl.DataFrame,
    cells: Cells,
    sensitive: Sequence[SensitiveCell],
) -> tuple[Flags | None, float]:
    """What to withhold of a measure if nothing else were published, and the loss that is unavoidable then.

    None: its total tells too much.

    Tables without a sensitive cell are left out: they are finer than needs be, and the repair has them.
    """
    of_cell = {one.cell: one for one in sensitive}
    place = ["levels", *(name for name in cells.keys.columns if name in public.dimensions)]
    keys = cells.keys.with_row_index("cell_at").filter(
        pl.Series(cells.in_newest()), measure_code=measure.code
    )
    levels = set(keys.filter(pl.col("cell_at").is_in(list(of_cell)))["levels"])
    tables = tuple(
        one for one in public.of_measure(measure) if not levels.isdisjoint(table_levels(public, one))
    )
    hidden = np.zeros(len(cells.keys), dtype=np.bool_)
    if not tables:
        return hidden, 0.0
    own = build_cells(
        public.model_copy(update={"tables": tables}),
        {measure.code: [contributions.with_columns(pl.lit(None, dtype=pl.String).alias("link_key"))]},
    )
    by_own = [name for name in place if name in own.keys.columns]
    places = own.keys.join(keys, on=by_own, how="left", maintain_order="left")["cell_at"].to_list()
    inside = [replace(of_cell[cell], cell=at) for at, cell in enumerate(places) if cell in of_cell]
    is_public = own.system.is_public.copy()
    is_public[[one.cell for one in inside]] = False
    try:
        pattern = suppress(replace(own.system, is_public=is_public), inside, float(public.rules.p_ratio))
    except NotProtectableError:
        return None, float(cells.system.losses[keys["cell_at"].to_numpy()].sum())
    hidden[np.array(places)[pattern.hidden]] = True
    return hidden, pattern.loss_bound
