"""What stands beside the figures: methods, factors, settings of the plan, reference data; nobody's value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import polars as pl

from lingtan.contracts.code_lists import SEEDS

#: The national indicator of carbon per energy, whose thresholds differ by size.
_CARBON_PER_ENERGY: Final = "N-C1"
#: The document of a factor that a respondent measured or noted: the submission.
_SUBMISSION: Final = "SUBMISSION"


@dataclass(frozen=True)
class Province:
    """An area of the code standard.

    Attributes:
        code: as in the published tables.
        name_zh: its name, Chinese.
        name_en: its name, English.
        short_zh: the name that fits a tile.
        short_en: the letters that fit a tile; empty where the standard has none.
    """

    code: str
    name_zh: str
    name_en: str
    short_zh: str
    short_en: str


@dataclass(frozen=True)
class Document:
    """A document with its titles and number, and how many factors come from it."""

    title_zh: str
    title_en: str
    number: str
    factor_count: int = 0


@dataclass(frozen=True)
class Factors:
    """The factors that a method used in the newest year of the plan.

    Attributes:
        used_count: all of them.
        unverified_count: those whose value nobody has compared with the document.
        measured_count: those that respondents measured or noted; in no list.
        office_count: those of sets that the office added; in no list.
        documents: where the others come from, most factors first.
    """

    used_count: int
    unverified_count: int
    measured_count: int
    office_count: int
    documents: Sequence[Document]


@dataclass(frozen=True)
class Method:
    """A method of the plan, with its document and its factors."""

    code: str
    version: str
    name_zh: str
    name_en: str
    document: Document
    factors: Factors


@dataclass(frozen=True)
class SizeClass:
    """A class of the national indicator of carbon per energy; no threshold where none is published."""

    code: str
    threshold: Decimal | None
    unit: str


@dataclass(frozen=True)
class Notes:
    """Everything that stands beside the figures.

    Attributes:
        methods: the methods of the plan's newest year.
        settings: the plan's settings as written.
        boundary: names of the boundary that the plan makes the headline.
        size_classes: in order of size.
        threshold_document: where the thresholds come from.
        provinces: all areas of the code standard, in its order.
    """

    methods: Sequence[Method]
    settings: Mapping[str, str | None]
    boundary: tuple[str, str]
    size_classes: Sequence[SizeClass]
    threshold_document: Document
    provinces: Sequence[Province]


def read_notes(tables: Path, plan_tables: Path, seeds: Path = SEEDS) -> Notes:
    """Read the notes of a release.

    Args:
        tables: canonical tables of the release: dim_documents, dim_factors, and of fct_emissions which factor
            was used by which method.
        plan_tables: the plan's tables: methods, settings.
        seeds: the reference seeds.
    """
    documents = _documents(tables)
    settings = dict(pl.read_parquet(plan_tables / "settings.parquet").iter_rows())
    names = _seed(seeds, "code_lists").filter(
        pl.col("list_code") == "boundaries", pl.col("code") == settings["boundary_code"]
    )
    thresholds = _seed(seeds, "indicator_thresholds").filter(pl.col("indicator_code") == _CARBON_PER_ENERGY)
    return Notes(
        methods=_methods(tables, plan_tables, seeds, documents),
        settings=settings,
        boundary=names.select("name_zh", "name_en").row(0),
        size_classes=[
            SizeClass(
                row["size_class_code"],
                None if row["threshold_value"] is None else Decimal(row["threshold_value"]),
                row["unit"],
            )
            for row in thresholds.sort(pl.col("energy_from_tce").cast(pl.Int64)).iter_rows(named=True)
        ],
        threshold_document=_document(documents, thresholds["document_code"][0]),
        provinces=read_provinces(seeds),
    )


def read_provinces(seeds: Path = SEEDS) -> Sequence[Province]:
    """All areas of the code standard, in its order."""
    return [
        Province(
            row["province_code"], row["name_zh"], row["name_en"], row["short_name_zh"],
            (row["iso_3166_2_code"] or "").removeprefix("CN-"),
        )
        for row in _seed(seeds, "provinces").iter_rows(named=True)
    ]  # fmt: skip


def _seed(seeds: Path, name: str) -> pl.DataFrame:
    return pl.read_csv(seeds / f"{name}.csv", infer_schema=False)


def _documents(tables: Path) -> Mapping[str, Mapping[str, Any]]:
    frame = pl.read_parquet(tables / "dim_documents.parquet")
    return {row["document_code"]: row for row in frame.iter_rows(named=True)}


def _document(documents: Mapping[str, Mapping[str, Any]], code: str, factor_count: int = 0) -> Document:
    row = documents.get(code, {"title_zh": code, "title_en": code, "document_number": None})
    return Document(row["title_zh"], row["title_en"], row["document_number"] or "", factor_count)


def _methods(
    tables: Path, plan_tables: Path, seeds: Path, documents: Mapping[str, Mapping[str, Any]]
) -> Sequence[Method]:
    chosen = pl.read_parquet(plan_tables / "methods.parquet")
    newest = chosen.filter(pl.col("reference_year") == pl.col("reference_year").max())
    known = {(row["method_code"], row["method_version"]): row for row in _seed(seeds, "methods").to_dicts()}
    used = _used(tables, newest["reference_year"].max())
    found = []
    for row in newest.sort("method_code").iter_rows(named=True):
        seed = known[row["method_code"], row["method_version"]]
        factors = used.filter(pl.col("method_code") == row["method_code"])
        found.append(
            Method(
                row["method_code"], row["method_version"], seed["name_zh"], seed["name_en"],
                _document(documents, seed["document_code"]), _factors(factors, documents),
            )
        )  # fmt: skip
    return found


def _used(tables: Path, year: Any) -> pl.DataFrame:
    """The factors that stand behind a result of the year, once a method."""
    factors = pl.scan_parquet(tables / "dim_factors.parquet").select(
        "factor_id", "document_code", "is_verified", "is_office_set"
    )
    return (
        pl.scan_parquet(tables / "fct_emissions.parquet")
        .filter(pl.col("reference_year") == year, pl.col("factor_id").is_not_null())
        .select("method_code", "factor_id")
        .unique()
        .join(factors, on="factor_id")
        .collect()
    )


def _factors(used: pl.DataFrame, documents: Mapping[str, Mapping[str, Any]]) -> Factors:
    is_measured = pl.col("document_code") == _SUBMISSION
    listed = used.filter(~is_measured, ~pl.col("is_office_set"))
    counted = listed.group_by("document_code").len().sort("len", "document_code", descending=[True, False])
    return Factors(
        used_count=used.height,
        unverified_count=listed.filter(~pl.col("is_verified")).height,
        measured_count=used.filter(is_measured).height,
        office_count=used.filter(~is_measured, pl.col("is_office_set")).height,
        documents=[_document(documents, code, count) for code, count in counted.iter_rows()],
    )
