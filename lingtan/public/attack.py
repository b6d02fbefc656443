"""The attack on all that was published: public files read back, of this release and of those before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import polars as pl

from lingtan.disclosure.attack_release import ATTACK_SCHEMA, attack_release
from lingtan.disclosure.chart_statements import revealed_by_charts
from lingtan.disclosure.public_tables import PublicTables
from lingtan.disclosure.stage import ByYear, contributions_by_year
from lingtan.disclosure.stated import Published
from lingtan.public.chart_marks import CHART_MARKS


@dataclass(frozen=True)
class PublicRelease:
    """What a release published, and what it rests on.

    Attributes:
        name: what it is called in messages; none for the one that is about to come out.
        canonical: its canonical tables.
        public: its public tables as Parquet, the very bytes.
        boundary_code: the boundary that its plan published.
    """

    name: str
    canonical: Path
    public: Path
    boundary_code: str

    @cached_property
    def tables(self) -> Mapping[str, pl.DataFrame]:
        """The public tables by code, the marks of charts among them."""
        return {path.stem: pl.read_parquet(path) for path in sorted(self.public.glob("*.parquet"))}

    def contributions(self, public: PublicTables, industries: Path) -> ByYear:
        """The contributions that its public tables are sums of."""
        return contributions_by_year(public, self.canonical, industries, self.boundary_code)


def published_by_year(
    public: PublicTables, industries: Path, releases: Sequence[PublicRelease]
) -> dict[int, list[Published]]:
    """What releases published of each year, with what it rests on.

    Args:
        public: everything published.
        industries: the reference list of industries.
        releases: the oldest first.
    """
    found: dict[int, list[Published]] = {}
    for one in releases:
        for year, contributions in one.contributions(public, industries).items():
            tables = {code: frame.filter(reference_year=year) for code, frame in one.tables.items()}
            found.setdefault(year, []).append(Published(one.name, contributions, tables))
    return found


def attack_everything(
    public: PublicTables, industries: Path, releases: Sequence[PublicRelease]
) -> pl.DataFrame:
    """What readers and contributors can say about the sensitive cells of every year.

    Args:
        public: everything published.
        industries: the reference list of industries.
        releases: the oldest first; the last is the one that is about to come out.

    Returns:
        Rows of `ATTACK_SCHEMA`.

    Raises:
        ArithmeticError: what was published contradicts itself, or what it rests on.
    """
    found = [pl.DataFrame(schema=ATTACK_SCHEMA)]
    for year, everything in published_by_year(public, industries, releases).items():
        # A release that says the same as the newest one adds nothing to it.
        published = [one for one in everything[:-1] if not one.says_as(everything[-1])] + everything[-1:]
        revealed = [
            said
            for one in published
            if CHART_MARKS in one.tables
            for said in revealed_by_charts(public, one.tables[CHART_MARKS], one.name)
        ]
        found.append(attack_release(public, year, published, revealed))
    return pl.concat(found)
