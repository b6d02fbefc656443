"""The attack on everything an office has published: public files read back, of this release and those before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import polars as pl

from lingtan.disclosure.attack_release import ATTACK_SCHEMA, Published, attack_release
from lingtan.disclosure.chart_statements import revealed_by_charts
from lingtan.disclosure.public_tables import PublicTables
from lingtan.disclosure.stage import ByYear, contributions_by_year
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


def attack_everything(
    public: PublicTables, industries: Path, releases: Sequence[PublicRelease]
) -> pl.DataFrame:
    """What readers and contributors can say about the sensitive cells of the newest release's years.

    Args:
        public: everything published.
        industries: the reference list of industries.
        releases: the oldest first; the last is the one that is about to come out.

    Returns:
        Rows of `ATTACK_SCHEMA`.

    Raises:
        ArithmeticError: what was published contradicts itself, or what it rests on.
    """
    contributions = [one.contributions(public, industries) for one in releases]
    found = [pl.DataFrame(schema=ATTACK_SCHEMA)]
    for year in contributions[-1]:
        published = [
            Published(
                one.name,
                of_release[year],
                {code: frame.filter(reference_year=year) for code, frame in one.tables.items()},
            )
            for one, of_release in zip(releases, contributions, strict=True)
            if year in of_release
        ]
        revealed = [
            said
            for one in published
            for said in revealed_by_charts(public, one.tables[CHART_MARKS], one.name)
        ]
        found.append(attack_release(public, year, published, revealed))
    return pl.concat(found)
