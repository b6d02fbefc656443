"""Lists the factor sets at hand: those of the seeds and those the office added."""

from dataclasses import dataclass

import polars as pl

from lingtan.contracts.code_lists import SEEDS
from lingtan.places import Places
from lingtan.release.office_sets import read_office_sets

_COLUMNS = [
    "factor_set_code",
    "purpose_code",
    "document_code",
    "publication_date",
    "uncertainty_ratio",
    "is_verified",
    "is_office_set",
]


@dataclass(frozen=True)
class FactorSet:
    """A factor set for one purpose.

    Attributes:
        factor_set_code: The set.
        purpose_code: What its factors are for.
        is_office_set: Whether the office added it.
        rows: Its factors.
        not_verified: Factors whose value was not read in the document named.
        without_publication_date: Factors that count as known on any day (L8).
        with_uncertainty: Factors whose document gives their uncertainty.
        document_codes: The documents named.
    """

    factor_set_code: str
    purpose_code: str
    is_office_set: bool
    rows: int
    not_verified: int
    without_publication_date: int
    with_uncertainty: int
    document_codes: tuple[str, ...]


def _seed(name: str, **columns: pl.Expr) -> pl.DataFrame:
    frame = pl.read_csv(SEEDS / f"{name}.csv", infer_schema=False)
    absent = {"publication_date", "uncertainty_ratio"} - set(frame.columns)
    empty = {name: pl.lit(None, dtype=pl.String) for name in absent}
    return frame.with_columns(**columns, **empty, is_office_set=pl.lit("false")).select(_COLUMNS)


def list_reference(places: Places) -> list[FactorSet]:
    """Every set by purpose: the seeds first, then the office's own.

    Raises:
        LingtanError: A set of the office cannot be read; the message names file, line and column.
    """
    office = read_office_sets(places).factors.select(pl.col(name).cast(pl.String) for name in _COLUMNS)
    frame = pl.concat(
        [
            _seed("emission_factors"),
            _seed(
                "fuel_parameters",
                factor_set_code=pl.col("parameter_set_code"),
                purpose_code=pl.col("parameter_code"),
            ),
            _seed(
                "standard_coal",
                factor_set_code=pl.lit("STANDARD_COAL"),
                purpose_code=pl.format("energy_{}", "energy_basis_code"),
            ),
            office,
        ]
    )
    grouped = (
        frame.group_by("is_office_set", "factor_set_code", "purpose_code")
        .agg(
            pl.len().alias("rows"),
            (pl.col("is_verified") != "true").sum().alias("not_verified"),
            pl.col("publication_date").is_null().sum().alias("without_publication_date"),
            pl.col("uncertainty_ratio").is_not_null().sum().alias("with_uncertainty"),
            pl.col("document_code").drop_nulls().unique().sort().alias("document_codes"),
        )
        .sort("is_office_set", "factor_set_code", "purpose_code")
    )
    return [
        FactorSet(
            factor_set_code=row["factor_set_code"],
            purpose_code=row["purpose_code"],
            is_office_set=row["is_office_set"] == "true",
            rows=row["rows"],
            not_verified=row["not_verified"],
            without_publication_date=row["without_publication_date"],
            with_uncertainty=row["with_uncertainty"],
            document_codes=tuple(row["document_codes"]),
        )
        for row in grouped.iter_rows(named=True)
    ]
