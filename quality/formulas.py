"""Parameters of lines, with what the seeds say about them: shared by the rules of formulas."""

from typing import Final

import polars as pl

from lingtan.contracts.batch import Batch
from quality.lines import PARK_RETURN

_BOUND: Final = pl.Decimal(38, 12)
#: Parameters a line may do without: what is not there makes no gas (by-product) or is reported elsewhere.
_NOT_ASKED: Final = ("by_product", "by_product_abatement", "nitrogen_discharged", "n2o_per_nitrogen")


def with_parameter_units(batch: Batch) -> pl.DataFrame:
    """Parameters of a known code and unit.

    Columns beyond those of the table: formula_source_code (null: of no formula), canonical_unit_code,
    least_value, most_value, given_unit_code (the canonical unit of the unit given), multiplier.
    """
    known = batch.reference["line_parameters"].select(
        "parameter_code",
        pl.col("source_code").alias("formula_source_code"),
        "canonical_unit_code",
        pl.col("least_value", "most_value").cast(_BOUND),
    )
    units = batch.reference["units"].select(
        pl.col("unit_code").alias("quantity_unit"),
        pl.col("canonical_unit_code").alias("given_unit_code"),
        pl.col("multiplier").cast(pl.Decimal(38, 6)),
    )
    parameters = batch.tables[PARK_RETURN, "parameters"]
    return parameters.join(known, on="parameter_code", how="inner", maintain_order="left").join(
        units, on="quantity_unit", how="inner", maintain_order="left"
    )


def canonical_parameters(batch: Batch) -> pl.DataFrame:
    """The same with `canonical_value`, where the unit fits the parameter."""
    fitting = with_parameter_units(batch).filter(pl.col("given_unit_code") == pl.col("canonical_unit_code"))
    return fitting.with_columns(
        (pl.col("value").cast(_BOUND) * pl.col("multiplier")).alias("canonical_value")
    )


def parameters_of_lines(batch: Batch) -> pl.DataFrame:
    """Parameters of a known code with formula_source_code, and source and method of their line."""
    known = batch.reference["line_parameters"].select(
        "parameter_code", pl.col("source_code").alias("formula_source_code")
    )
    lines = batch.tables[PARK_RETURN, "other_gases"].select(
        "submission_id",
        pl.lit("other_gases").alias("of_table"),
        pl.col("line_id").alias("of_line"),
        "source_code",
        "calculation_method_code",
    )
    parameters = batch.tables[PARK_RETURN, "parameters"]
    return parameters.join(known, on="parameter_code", how="inner", maintain_order="left").join(
        lines, on=["submission_id", "of_table", "of_line"], how="left", maintain_order="left"
    )


def missing_parameters(batch: Batch) -> pl.DataFrame:
    """Lines of a formula with an activity above zero that lack parameters.

    Column beyond those of the table: missing_names, the Chinese and English names of what is missing.
    """
    wanted = (
        batch.reference["line_parameters"]
        .drop_nulls("source_code")
        .filter(~pl.col("parameter_code").is_in(_NOT_ASKED))
        .select("source_code", "parameter_code", pl.format("{} {}", "name_zh", "name_en").alias("name"))
    )
    given = batch.tables[PARK_RETURN, "parameters"].filter(pl.col("of_table") == "other_gases")
    formulas = batch.reference["formulas"].select("source_code", pl.col("gas_code").alias("formula_gas_code"))
    lines = (
        batch.tables[PARK_RETURN, "other_gases"]
        .filter(pl.col("calculation_method_code") == "formula", pl.col("activity") > 0)
        .join(formulas, on="source_code", how="inner", maintain_order="left")
        .filter(pl.col("formula_gas_code").is_in(["*"]) | (pl.col("formula_gas_code") == pl.col("gas_code")))
    )
    lacking = (
        lines.select("submission_id", "row_number", "line_id", "source_code", "gas_code", "treatment_code")
        .join(wanted, on="source_code", how="inner", maintain_order="left")
        .join(
            given.select("submission_id", pl.col("of_line").alias("line_id"), "parameter_code"),
            on=["submission_id", "line_id", "parameter_code"],
            how="anti",
            maintain_order="left",
        )
        .join(
            _listed(batch),
            on=["source_code", "parameter_code"],
            how="left",
            maintain_order="left",
        )
        .group_by("submission_id", "row_number", "parameter_code", "name", maintain_order=True)
        .agg(_is_listed().any().alias("is_listed"))
        .filter(~pl.col("is_listed"))
        .group_by("submission_id", "row_number", maintain_order=True)
        .agg(pl.col("name").str.join(", ").alias("missing_names"))
    )
    return lines.join(lacking, on=["submission_id", "row_number"], how="inner", maintain_order="left")


def _listed(batch: Batch) -> pl.DataFrame:
    return batch.reference["formula_defaults"].select(
        "source_code",
        "parameter_code",
        pl.col("treatment_code").alias("of_treatment"),
        pl.col("gas_code").alias("of_gas"),
        pl.lit(value=True).alias("is_default"),
    )


def _is_listed() -> pl.Expr:
    """Whether a listed value is one for the gas and treatment of the line."""
    fits_gas = pl.col("of_gas").is_null() | (pl.col("of_gas") == pl.col("gas_code"))
    fits_treatment = pl.col("of_treatment").is_null() | (pl.col("of_treatment") == pl.col("treatment_code"))
    return (
        pl.col("is_default").fill_null(value=False)
        & fits_gas.fill_null(value=False)
        & fits_treatment.fill_null(value=False)
    )
