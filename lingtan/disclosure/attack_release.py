"""The attack on a release: whoever reads it or contributes to it, at every cell that is withheld."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from scipy.sparse import csr_array, vstack

from lingtan.disclosure.attack import Attack, Interval, Protected, Statements
from lingtan.disclosure.cells import Cells, build_cells, cell_codes
from lingtan.disclosure.protect import sensitive_of
from lingtan.disclosure.proven_reach import ProvenReach, everybodys_demands
from lingtan.disclosure.public_tables import Measure, PublicTables
from lingtan.disclosure.repair import demands_of
from lingtan.disclosure.stated import Published, stated_by_values

#: What sums of floats leave of a published value: far below half of a last digit.
_ROUNDING: Final = 1e-4
#: Breached cells whose equations are named: each is some seconds' work, and one is enough to stop a release.
_NAMED: Final = 20
ATTACK_SCHEMA: Final = pl.Schema(
    {
        "reference_year": pl.Int32(),
        "measure_code": pl.String(),
        "release_name": pl.String(),
        "is_difference": pl.Boolean(),
        "cell_code": pl.String(),
        "knower_code": pl.String(),
        "lower": pl.Float64(),
        "upper": pl.Float64(),
        "protected_below": pl.Float64(),
        "protected_above": pl.Float64(),
        "is_breached": pl.Boolean(),
        "equations": pl.String(),
    }
)


@dataclass(frozen=True)
class Revealed:
    """What else was published: an order, a class of a map, the end of an axis, as bounds on a sum of cells.

    Attributes:
        name: what it is, for the message of a breach.
        release_name: the release that published it.
        terms: (measure, cell code) -> coefficient (`cells.cell_codes`).
        lower, upper: what the sum lies between; an infinite end says nothing.
    """

    name: str
    release_name: str
    terms: Mapping[tuple[str, str], float]
    lower: float
    upper: float


def attack_release(
    public: PublicTables,
    reference_year: int,
    releases: Sequence[Published],
    revealed: Sequence[Revealed] = (),
) -> pl.DataFrame:
    """What readers and contributors can say about the sensitive cells of a year, from all that was published.

    A contributor to a cell is asked what it can say of the others in it (`witness.demands_of_contributors`).
    Where nobody gets at a cell, `lower` and `upper` are values that have to be held possible, not the ends of
    the interval. The first breached ones of a system have their exact ends and the equations; of others it is
    said that they are breached, by as much as figures without rounding tell.

    Args:
        public: Everything published.
        reference_year: The year.
        releases: The releases that published something of it, the oldest first.
        revealed: What was published beside the tables.

    Returns:
        Rows of `ATTACK_SCHEMA`. knower_code: the respondent, nobody for a reader. is_difference: the cell is
        what is new in a release, which readers can work out. protected_below and protected_above: the
        distances that the knower must be left uncertain by. equations: what holds a breached end.

    Raises:
        ArithmeticError: what was published contradicts itself, or what it rests on.
    """
    rows = []
    for measures in public.systems():
        if all(one.contributions[measure.code].is_empty() for one in releases for measure in measures):
            continue
        cells = build_cells(
            public, {one.code: [at.contributions[one.code] for at in releases] for one in measures}
        )
        codes = cell_codes(cells.keys)
        statements = _statements(public, measures, releases, revealed, cells, codes)
        for protected, interval in _intervals(public, measures, cells, statements):
            key = cells.keys.row(interval.cell, named=True)
            rows.append(
                (
                    reference_year,
                    key["measure_code"],
                    releases[key["release_at"]].name,
                    key["is_new"],
                    codes[interval.cell],
                    "|".join(cells.owners[at] for at in interval.knower),
                    interval.lower,
                    interval.upper,
                    protected.below,
                    protected.above,
                    interval.is_breached,
                    "; ".join(interval.equations),
                )
            )
    return pl.DataFrame(rows, schema=ATTACK_SCHEMA, orient="row")


def _statements(
    public: PublicTables,
    measures: Sequence[Measure],
    releases: Sequence[Published],
    revealed: Sequence[Revealed],
    cells: Cells,
    codes: pl.Series,
) -> Statements:
    stated = [
        stated_by_values(
            public,
            table,
            measure,
            release.tables[table.code],
            cells,
            release_at=at,
            release_name=release.name,
        )
        for measure in measures
        for table in public.of_measure(measure)
        for at, release in enumerate(releases)
        if table.code in release.tables
    ]
    return Statements.together([*stated, _further(releases, revealed, cells, codes)])


def _further(
    releases: Sequence[Published], revealed: Sequence[Revealed], cells: Cells, codes: pl.Series
) -> Statements:
    """What was revealed of cells of this system; a sum of cells of several systems bounds none of them."""
    names = [one.name for one in releases]
    places = {
        (names[release], measure, code): at
        for at, (release, measure, is_new, code) in enumerate(
            cells.keys.select("release_at", "measure_code", "is_new", codes).iter_rows()
        )
        if not is_new
    }
    own = [one for one in revealed if all((one.release_name, *place) in places for place in one.terms)]
    entries = [
        (at, places[one.release_name, *place], coefficient)
        for at, one in enumerate(own)
        for place, coefficient in one.terms.items()
    ]
    at, cell, coefficient = (
        (np.array(column) for column in zip(*entries, strict=True)) if entries else ([], [], [])
    )
    return Statements(
        [one.name for one in own],
        csr_array((coefficient, (at, cell)), shape=(len(own), len(cells.keys)), dtype=np.float64),
        np.array([one.lower for one in own], dtype=np.float64),
        np.array([one.upper for one in own], dtype=np.float64),
    )


def _held(cells: Cells, statements: Statements) -> csr_array:
    """What does not change if no statement does: cells that are stated, and sums of several."""
    sizes = np.diff(statements.terms.indptr)
    shown = np.zeros(len(cells.keys), dtype=np.bool_)
    shown[statements.terms[np.flatnonzero(sizes == 1)].indices] = True
    sums = csr_array(statements.terms[np.flatnonzero(sizes > 1)] @ cells.system.cells)
    return csr_array(vstack([cells.held_rows(shown), sums], format="csr"))


def _intervals(
    public: PublicTables, measures: Sequence[Measure], cells: Cells, statements: Statements
) -> list[tuple[Protected, Interval]]:
    """What everybody can say about the sensitive cells; exactly, where it is too much."""
    system = cells.system
    true = np.asarray(statements.terms @ system.totals)
    if (true < statements.lower - _ROUNDING).any() or (true > statements.upper + _ROUNDING).any():
        wrong = np.flatnonzero((true < statements.lower - _ROUNDING) | (true > statements.upper + _ROUNDING))
        raise ArithmeticError(f"published otherwise than counted: {statements.names[int(wrong[0])]}")
    sensitive = sensitive_of(public, measures, cells)
    demands = everybodys_demands(system, demands_of(sensitive), float(public.rules.p_ratio))
    reached = ProvenReach(system, _held(cells, statements)).of(demands)
    asked: dict[tuple[int, tuple[int, ...]], list[tuple[float, float]]] = {}
    for demand, far in zip(demands, reached, strict=True):
        asked.setdefault((demand.cell, demand.insiders), []).append((demand.distance, float(far)))
    attacks: dict[tuple[int, ...], Attack] = {}
    found, named = [], 0
    for (cell, knower), ends in asked.items():
        protected = Protected(
            cell,
            below=max((-distance for distance, _ in ends if distance < 0), default=0.0),
            above=max((distance for distance, _ in ends if distance > 0), default=0.0),
        )
        is_open = all(far >= abs(distance) for distance, far in ends)
        if is_open or named >= _NAMED:
            value = float(system.totals[cell])
            lower = value - max((far for distance, far in ends if distance < 0), default=0.0)
            upper = value + max((far for distance, far in ends if distance > 0), default=0.0)
            interval = Interval(cell, knower, lower, upper, is_breached=not is_open, equations=())
        else:
            if knower not in attacks:
                attacks[knower] = Attack(system, statements, knower)
            interval = attacks[knower].interval(protected)
            named += interval.is_breached
        found.append((protected, interval))
    return found
