"""The reference seeds as tests read them: every cell as text, empty cells null."""

from pathlib import Path
from typing import Any, Final

import polars as pl
import yaml

CHECKOUT: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = CHECKOUT / "dbt_project" / "seeds" / "reference"
SEEDS: Final = {path.stem: pl.read_csv(path, infer_schema=False) for path in sorted(FOLDER.glob("*.csv"))}
OWN_LISTS: Final = {
    "carriers": "carrier_code",
    "gases": "gas_code",
    "line_parameters": "parameter_code",
    "generation_technologies": "technology_code",
    "scope3_categories": "scope3_category_code",
    "provinces": "province_code",
    "units": "unit_code",
    "park_types": "park_type_code",
    "park_levels": "park_level_code",
    "process_products": "product_code",
    "inventory_rows": "row_code",
    "power_heat_kinds": "kind_code",
}


def declared() -> dict[str, dict[str, Any]]:
    """What _seeds.yml says of each seed: name -> its entry."""
    content = yaml.safe_load((FOLDER / "_seeds.yml").read_text(encoding="utf-8"))
    return {seed["name"]: seed for seed in content["seeds"]}


def entries(list_code: str) -> pl.DataFrame:
    """One code list: code, name_zh, name_en."""
    if list_code in OWN_LISTS:
        return SEEDS[list_code].select(pl.col(OWN_LISTS[list_code]).alias("code"), "name_zh", "name_en")
    return SEEDS["code_lists"].filter(list_code=list_code).select("code", "name_zh", "name_en")


def row(seed: str, **where: str | None) -> dict[str, str]:
    """The one row that matches; None asks for an empty cell."""
    frame = SEEDS[seed]
    for column, value in where.items():
        frame = frame.filter(pl.col(column).is_null() if value is None else pl.col(column) == value)
    assert frame.height == 1, f"{seed} {where}: {frame.height} rows"
    return frame.row(0, named=True)


def reported_activities() -> set[str]:
    """Every line a park can report, as the terms name it."""
    flows = {f"energy/{flow}" for flow in entries("energy_flows")["code"]}
    kinds = {
        f"{kind}/{way}"
        for kind in entries("power_heat_kinds")["code"]
        for way in entries("direction")["code"]
    }
    return flows | kinds
