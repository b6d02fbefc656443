"""Own power in its two tables: what plants generated, and what the energy table has of it."""

from collections.abc import Sequence

import polars as pl

from lingtan.contracts.batch import Batch
from quality.lines import PARK_RETURN
from quality.parameters import tolerance
from quality.quantity import sums_that_differ, with_known


def unlike_energy(batch: Batch, technologies: pl.Expr, flows: Sequence[str]) -> pl.DataFrame:
    """The first line of generation of each unit whose plants made another sum than the energy table has.

    Args:
        batch: the return.
        technologies: which rows of generation_technologies count.
        flows: the flows of electricity that hold their power in the energy table.

    Returns:
        Lines of generation with `total` and `other_total`, MWh; not judged where an amount is unknown.
    """
    counted = batch.reference["generation_technologies"].filter(technologies)
    generation = (
        with_known(batch.tables[PARK_RETURN, "generation"], batch, ("generated",))
        .join(counted.select("technology_code"), on="technology_code", how="semi", maintain_order="left")
        .with_columns(pl.col("generated_known").alias("amount"))
    )
    produced = (
        with_known(batch.tables[PARK_RETURN, "energy"], batch, ("quantity",))
        .filter(pl.col("flow_code").is_in(flows), pl.col("carrier_code") == "electricity")
        .with_columns(pl.col("quantity_known").alias("amount"))
    )
    return sums_that_differ(generation, produced, ("submission_id", "unit_code"), tolerance(batch))
