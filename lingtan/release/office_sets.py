"""The office's own factor sets as a plan takes them: sound and whole, or no plan at all (L8)."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from lingtan.errors import LingtanError
from lingtan.intake.reference_sets import read_reference_sets
from lingtan.places import Places


@dataclass(frozen=True)
class OfficeSets:
    """What a plan needs of them.

    Attributes:
        factors: the columns of the seed emission_factors, value as Decimal(17,12) per canonical unit.
        documents: the columns of the seed documents.
        sets: each set's id, purpose and hash, sorted by id, for the lock.
    """

    factors: pl.DataFrame
    documents: pl.DataFrame
    sets: list[dict[str, Any]]


def read_office_sets(places: Places) -> OfficeSets:
    """Read every set under raw/reference; their files are archived by hash on the way.

    Raises:
        LingtanError: a set has a problem; a plan never goes on with half a set.
    """
    read = read_reference_sets(places)
    if read.problems.height:
        first = {
            name: "" if value is None else value for name, value in read.problems.row(0, named=True).items()
        }
        where = f"{first['folder']}/{first['file']} {first['line']} {first['column']}".strip()
        what = f"{first['problem_code']} {first['found']}".strip()
        raise LingtanError(
            f"本单位因子集有 {read.problems.height} 处问题，如 {where}：{what}；更正后再制定方案。",
            f"The office's factor sets have {read.problems.height} problems, such as {where}: {what}; "
            "correct them, then plan.",
        )
    columns = ["factor_set_code", "purpose_code", "document_code", "set_sha256"]
    return OfficeSets(read.factors, read.documents, read.sets.select(columns).sort(columns).to_dicts())
