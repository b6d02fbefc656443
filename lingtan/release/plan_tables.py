"""The tables of a plan: all that dbt reads besides the lake and the seeds."""

from collections.abc import Collection
from pathlib import Path
from typing import Final

import polars as pl

from lingtan.contracts.batch import FINDING_SCHEMA
from lingtan.errors import LingtanError
from lingtan.release.hashing import file_sha256
from lingtan.release.plan_choice import Choice

#: Findings as the lake keeps them.
PLAN_FINDING_SCHEMA: Final = pl.Schema(
    {**FINDING_SCHEMA, "severity": pl.String(), "batch_id": pl.String(), "finding_id": pl.String()}
)

SUBMISSIONS_SCHEMA: Final = pl.Schema(
    {
        "submission_id": pl.String(),
        "batch_id": pl.String(),
        "delivery_id": pl.String(),
        "form": pl.String(),
        "form_version": pl.String(),
        "reporting_unit_code": pl.String(),
        "period_code": pl.String(),
        "reference_year": pl.Int32(),
        "version": pl.Int32(),
        "submission_kind_code": pl.String(),
        "sender": pl.String(),
        "file_name": pl.String(),
        "rows_read": pl.Int64(),
        "rows_used": pl.Int64(),
        "rows_refused": pl.Int64(),
        "rows_context": pl.Int64(),
    }
)


def submissions_table(choice: Choice) -> pl.DataFrame:
    """The planned submissions; a park register has no reference year of its own."""
    return choice.submissions.select(list(SUBMISSIONS_SCHEMA)).cast(SUBMISSIONS_SCHEMA)


def dispositions_table(submissions: pl.DataFrame) -> pl.DataFrame:
    """What became of the rows of every submission known, planned or not (L2).

    The rows that would be used are used, held, superseded, withdrawn or, with the whole submission, refused.
    """
    rows = {
        f"rows_{status}": pl.when(pl.col("status") == status).then(pl.col("rows_used")).otherwise(0)
        for status in ("held", "superseded", "withdrawn")
    }
    return submissions.select(
        "delivery_id",
        "submission_id",
        "form",
        "reporting_unit_code",
        "period_code",
        "version",
        "submission_kind_code",
        "sender",
        "file_name",
        "status",
        "rows_read",
        pl.when(pl.col("status") == "current").then(pl.col("rows_used")).otherwise(0).alias("rows_used"),
        pl.when(pl.col("status") == "refused")
        .then(pl.col("rows_used") + pl.col("rows_refused"))
        .otherwise(pl.col("rows_refused"))
        .alias("rows_refused"),
        *[expression.alias(name) for name, expression in rows.items()],
        "rows_context",
    )


def batches_table(choice: Choice, batch_files: pl.DataFrame) -> pl.DataFrame:
    """SHA-256 of every lake file of the planned batches as committed, for a build to check (L4)."""
    return batch_files.filter(pl.col("batch_id").is_in(_batches(choice)))


def _batches(choice: Choice) -> list[str]:
    return sorted(set(choice.submissions["batch_id"].to_list()))


def lake_problems(batches: pl.DataFrame, lake: Path) -> list[str]:
    """Lake files, as `<batch_id>/<table>.parquet`, that are missing or not as they were committed.

    Args:
        batches: batch_id, table_name, sha256.
        lake: the lake's folder.
    """
    names = batches.select(name=pl.format("{}/{}.parquet", "batch_id", "table_name"), sha256="sha256")
    return [
        name
        for name, sha256 in names.sort("name").iter_rows()
        if not (path := lake / name).is_file() or file_sha256(path) != sha256
    ]


_RULES_SCHEMA: Final = pl.Schema(
    dict.fromkeys(("rule_id", "rule_version", "title_zh", "title_en"), pl.String())
)


def _of_batches(
    name: str, choice: Choice, batch_files: pl.DataFrame, lake: Path, schema: pl.Schema
) -> pl.DataFrame:
    """One kind of lake file of all planned batches together.

    Raises:
        LingtanError: a file is missing or was changed.
    """
    files = batches_table(choice, batch_files).filter(pl.col("table_name") == name)
    problems = lake_problems(files, lake)
    if problems:
        raise LingtanError(
            f"数据湖文件 {problems[0]} 缺失或已被改动；请重新接收对应的报送。",
            f"Lake file {problems[0]} is missing or was changed; receive its delivery again.",
        )
    frames = [
        pl.read_parquet(lake / batch / f"{name}.parquet").select(list(schema))
        for batch in files["batch_id"].to_list()
    ]
    return pl.concat([pl.DataFrame(schema=schema), *frames], how="vertical")


def findings_table(choice: Choice, batch_files: pl.DataFrame, lake: Path) -> pl.DataFrame:
    """The findings about the planned submissions, from the lake.

    Raises:
        LingtanError: a file of findings is missing or was changed.
    """
    found = _of_batches("findings", choice, batch_files, lake, PLAN_FINDING_SCHEMA)
    return found.filter(pl.col("submission_id").is_in(choice.submissions["submission_id"].to_list()))


def rules_table(choice: Choice, batch_files: pl.DataFrame, lake: Path) -> pl.DataFrame:
    """Titles of the rules that found something, as of their newest version among the planned batches.

    Raises:
        LingtanError: a file of rule texts is missing or was changed.
    """
    texts = _of_batches("rule_texts", choice, batch_files, lake, _RULES_SCHEMA)
    return texts.sort(list(_RULES_SCHEMA)).unique("rule_id", keep="last", maintain_order=True)


def settings_table(settings: dict[str, str | None]) -> pl.DataFrame:
    """One row a setting."""
    schema = {"setting_code": pl.String(), "setting_value": pl.String()}
    return pl.DataFrame(list(settings.items()), schema=schema, orient="row")


def methods_table(seeds: Path, years: Collection[int]) -> pl.DataFrame:
    """The one version of every method that each reference year is computed with.

    It is the newest one in force at the end of the year; years before the first version take that one, as
    the national park method does for the years before its notice. Results stand by method and year: two
    versions of one method in one year would be added (L6).

    Args:
        seeds: the folder of `methods.csv`.
        years: the reference years.

    Returns:
        reference_year, method_code, method_version.

    Raises:
        LingtanError: two versions of a method are in force from the same day.
    """
    versions = pl.read_csv(seeds / "methods.csv", infer_schema=False).select(
        "method_code", "method_version", pl.col("valid_from").fill_null("")
    )
    tied = versions.filter(pl.struct("method_code", "valid_from").is_duplicated())
    if not tied.is_empty():
        code, day = tied.select("method_code", "valid_from").row(0)
        raise LingtanError(
            f"方法 {code} 有两个版本自同一天（{day or '未填'}）起生效；请在 methods.csv 中改正 valid_from。",
            f"Two versions of method {code} are in force from the same day ({day or 'empty'}); "
            "correct valid_from in methods.csv.",
        )
    ends = pl.DataFrame({"reference_year": sorted(years)}, schema={"reference_year": pl.Int32()})
    is_in_force = pl.col("valid_from") <= pl.format("{}-12-31", "reference_year")
    is_first = pl.col("valid_from") == pl.col("valid_from").min().over("method_code")
    return (
        versions.join(ends, how="cross")
        .filter(is_in_force | is_first)
        .sort("valid_from")
        .group_by("reference_year", "method_code", maintain_order=True)
        .last()
        .select("reference_year", "method_code", "method_version")
    )


def newest_publication(seeds: Path, office_factors: pl.DataFrame, day: str) -> str:
    """The last day, up to the one asked for, on which a reference row was published.

    A plan as known on a day names this day instead, so that two days between which nothing was published give
    one plan; before the first publication, the day itself.
    """
    dates = [
        pl.read_csv(path, infer_schema=False)["publication_date"]
        for path in sorted(seeds.glob("*.csv"))
        if "publication_date" in pl.read_csv(path, n_rows=0).columns
    ]
    dates.append(office_factors["publication_date"].cast(pl.String))
    known = pl.concat([one.rename("publication_date") for one in dates]).drop_nulls()
    known = known.filter((known.str.len_chars() == len("2025-01-01")) & (known <= day))
    newest = known.max()
    return day if newest is None else str(newest)
