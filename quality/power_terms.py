"""Lines of power and heat whose term in the method carries a mark: the seed method_terms says which (L10)."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN


def power_heat_findings(batch: Batch, rule_id: str, mark: pl.Expr) -> pl.DataFrame:
    """One finding for each line above zero whose kind and direction have a term for which `mark` holds.

    Args:
        batch: The batch.
        rule_id: Who asks.
        mark: A condition over columns of the seed method_terms.
    """
    terms = batch.reference["method_terms"].filter(mark).select("activity_code")
    rows = (
        batch.tables[PARK_RETURN, "power_heat"]
        .with_columns(pl.format("{}/{}", "kind_code", "direction_code").alias("activity_code"))
        .join(terms, on="activity_code", how="semi", maintain_order="left")
        .filter(pl.col("quantity") > 0)
    )
    return findings(
        rows,
        rule_id=rule_id,
        form=PARK_RETURN,
        table="power_heat",
        column="kind_code",
        found=pl.format("{} {}", "quantity__text", pl.col("quantity_unit__text").fill_null("")),
        detail=pl.col("kind_code"),
    )
