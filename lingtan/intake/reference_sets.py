"""Factor sets of an office: checked, archived by hash, in the shape of the seed `emission_factors` (L8)."""

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from lingtan.contracts.code_lists import SEEDS
from lingtan.intake.archive import archive_bytes
from lingtan.intake.factor_rows import FACTOR_SCHEMA, factor_rows
from lingtan.intake.set_file import SetFile, load_set_file
from lingtan.places import Places

DOCUMENT_SCHEMA: Final = pl.Schema(
    dict.fromkeys(
        (
            "document_code",
            "document_kind_code",
            "title_zh",
            "title_en",
            "issuer",
            "document_number",
            "publication_date",
        ),
        pl.String(),
    )
)
SET_SCHEMA: Final = pl.Schema(
    {
        "factor_set_code": pl.String(),
        "folder": pl.String(),
        "purpose_code": pl.String(),
        "title_zh": pl.String(),
        "title_en": pl.String(),
        "document_code": pl.String(),
        "publication_date": pl.Date(),
        "is_verified": pl.Boolean(),
        "factor_count": pl.Int64(),
        "factors_sha256": pl.String(),
        "set_sha256": pl.String(),
    }
)
#: `line` counts from 1 with the head; problem_code: unreadable, unknown_column, unknown_label, unknown_code,
#: unit_of_other_dimension, not_a_number, missing_value, too_many_digits, loses_digits, negative_value,
#: duplicate_key (of a row, of a product whose listed factors are by route, of a set, or of two documents
#: under one code).
SET_PROBLEM_SCHEMA: Final = pl.Schema(
    {
        "folder": pl.String(),
        "file": pl.String(),
        "line": pl.Int64(),
        "column": pl.String(),
        "problem_code": pl.String(),
        "found": pl.String(),
        "expected": pl.String(),
    }
)


@dataclass(frozen=True)
class ReferenceSets:
    """All sets of an office.

    Attributes:
        factors: the columns of the seed `emission_factors`; value DECIMAL(17,12) per canonical unit.
        documents: the columns of the seed `documents`.
        sets: one row a set (`SET_SCHEMA`).
        problems: what is wrong (`SET_PROBLEM_SCHEMA`); a row with a problem is not among the factors.
    """

    factors: pl.DataFrame
    documents: pl.DataFrame
    sets: pl.DataFrame
    problems: pl.DataFrame


def read_reference_sets(places: Places) -> ReferenceSets:
    """Read every set under `raw/reference`; sets and rows with a problem are reported, never half used.

    The two files of each sound set are archived by hash. Writes nothing else.
    """
    factors, documents, sets, problems = [], [], [], []
    for folder in sorted(path for path in places.office_reference.glob("*") if path.is_dir()):
        read = _read_set(places, folder)
        factors.append(read.factors)
        documents.append(read.documents)
        sets.append(read.sets)
        problems.append(read.problems)
    united = pl.concat([FACTOR_SCHEMA.to_frame(), *factors])
    listed = pl.concat([SET_SCHEMA.to_frame(), *sets])
    cited = pl.concat([DOCUMENT_SCHEMA.to_frame(), *documents]).unique(maintain_order=True)
    ambiguous = cited.filter(pl.col("document_code").is_duplicated())["document_code"].unique()
    twice = listed.filter(pl.col("factor_set_code").is_duplicated())
    return ReferenceSets(
        factors=united,
        documents=cited.unique("document_code", keep="first", maintain_order=True),
        sets=listed,
        problems=pl.concat(
            [
                SET_PROBLEM_SCHEMA.to_frame(),
                *problems,
                *[
                    _problem(name, "set.yaml", None, "id", "duplicate_key", code)
                    for code, name in _pairs(twice, "factor_set_code")
                ],
                *[
                    _problem(name, "set.yaml", None, "document.code", "duplicate_key", code)
                    for code, name in _pairs(
                        listed.filter(pl.col("document_code").is_in(ambiguous.implode())), "document_code"
                    )
                ],
            ]
        ),
    )


def _pairs(sets: pl.DataFrame, code: str) -> Sequence[tuple[str, str]]:
    return list(sets.select(code, "folder").iter_rows())


def _read_set(places: Places, folder: Path) -> ReferenceSets:
    try:
        described = load_set_file(folder / "set.yaml")
    except ValueError as error:
        return _broken(_problem(folder.name, "set.yaml", None, None, "unreadable", str(error)))
    try:
        content = (folder / "factors.csv").read_bytes()
        reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        rows = list(reader)
        head = list(reader.fieldnames or ())
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        return _broken(_problem(folder.name, "factors.csv", None, None, "unreadable", str(error)))
    wanted = [column for role in described.columns if (column := described.column_of(role)) is not None]
    missing = [column for column in [*wanted, described.column_of("unit")] if column and column not in head]
    if missing:
        return _broken(
            pl.concat(
                [
                    _problem(folder.name, "factors.csv", 1, name, "unknown_column", ", ".join(head))
                    for name in missing
                ]
            )
        )
    factors, found = factor_rows(described, rows, _seeds())
    sha256 = archive_bytes(places, content, ".csv")
    described_sha256 = archive_bytes(places, (folder / "set.yaml").read_bytes(), ".yaml")
    return ReferenceSets(
        factors,
        _document(described),
        _set_row(described, folder, factors.height, sha256, described_sha256),
        pl.DataFrame(
            [{"folder": folder.name, "file": "factors.csv", **problem} for problem in found],
            schema=SET_PROBLEM_SCHEMA,
        ),
    )


def _seeds() -> Mapping[str, pl.DataFrame]:
    return {
        name: pl.read_csv(SEEDS / f"{name}.csv", infer_schema=False)
        for name in (
            "carriers",
            "units",
            "inventory_rows",
            "process_products",
            "process_product_factors",
            "provinces",
            "scope3_categories",
        )
    }


def _document(described: SetFile) -> pl.DataFrame:
    published = described.publication_date
    return pl.DataFrame(
        [
            {
                "document_code": described.document.code,
                "document_kind_code": "office_set",
                "title_zh": described.document.title_zh,
                "title_en": described.document.title_en,
                "issuer": described.document.issuer,
                "document_number": described.document.number,
                "publication_date": published.isoformat() if published else None,
            }
        ],
        schema=DOCUMENT_SCHEMA,
    )


def _set_row(
    described: SetFile, folder: Path, count: int, factors_sha256: str, described_sha256: str
) -> pl.DataFrame:
    both = hashlib.sha256(f"{factors_sha256}\n{described_sha256}".encode()).hexdigest()
    return pl.DataFrame(
        [
            {
                "factor_set_code": described.id,
                "folder": folder.name,
                "purpose_code": described.purpose,
                "title_zh": described.title.zh,
                "title_en": described.title.en,
                "document_code": described.document.code,
                "publication_date": described.publication_date,
                "is_verified": described.is_verified,
                "factor_count": count,
                "factors_sha256": factors_sha256,
                "set_sha256": both,
            }
        ],
        schema=SET_SCHEMA,
    )


def _problem(
    folder: str, file: str, line: int | None, column: str | None, code: str, found: str | None
) -> pl.DataFrame:
    return pl.DataFrame(
        [(folder, file, line, column, code, found, None)], schema=SET_PROBLEM_SCHEMA, orient="row"
    )


def _broken(problems: pl.DataFrame) -> ReferenceSets:
    return ReferenceSets(
        FACTOR_SCHEMA.to_frame(), DOCUMENT_SCHEMA.to_frame(), SET_SCHEMA.to_frame(), problems
    )
