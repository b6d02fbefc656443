"""The boundary whose figures the bulletin shows: a choice of the plan."""

from pathlib import Path

import polars as pl


def headline_boundary(plan_tables: Path) -> str:
    """The plan's setting `boundary_code`.

    Args:
        plan_tables: the plan's tables, `<table>.parquet`.

    Raises:
        ValueError: the plan has no such setting, or two.
    """
    settings = pl.read_parquet(plan_tables / "settings.parquet")
    return str(settings.filter(pl.col("setting_code") == "boundary_code")["setting_value"].item())
