"""The office's own factor sets as a plan takes them: checked, or no plan at all (L8)."""

from dataclasses import dataclass

import polars as pl

from lingtan.errors import LingtanError
from lingtan.places import Places


@dataclass(frozen=True)
class OfficeSets:
    """What a plan needs of them.

    Attributes:
        factors: the columns of the seed emission_factors, value as Decimal(17,12) per canonical unit.
        documents: the columns of the seed documents.
        sets: each set's id and hash, sorted, for the lock.
    """

    factors: pl.DataFrame
    documents: pl.DataFrame
    sets: list[dict[str, str]]


def read_office_sets(places: Places) -> OfficeSets:
    """Read every set under raw/reference.

    Raises:
        LingtanError: a set has a problem; a plan never goes on with half a set.
    """
    raise LingtanError("x", "x")
