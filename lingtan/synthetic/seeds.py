"""The reference seeds as the truth reads them: text cells, exactly as written."""

from functools import cache
from pathlib import Path
from typing import Final

import polars as pl

SEEDS: Final = Path(__file__).resolve().parents[2] / "dbt_project" / "seeds" / "reference"


@cache
def seed_frame(name: str) -> pl.DataFrame:
    """One seed, every column as text; an empty cell is null."""
    return pl.read_csv(SEEDS / f"{name}.csv", infer_schema=False)
