"""The code lists that contract columns name, read from the reference seeds: the one place (L10)."""

from functools import cache
from pathlib import Path
from typing import Final

import polars as pl

from lingtan.contracts.load import ContractError
from lingtan.places import checkout

#: Lists that are a seed of their own: list -> its code column; the file is named after the list.
OWN_SEEDS: Final = {
    "carriers": "carrier_code",
    "provinces": "province_code",
    "units": "unit_code",
    "park_types": "park_type_code",
    "park_levels": "park_level_code",
    "process_products": "product_code",
    "inventory_rows": "row_code",
    "power_heat_kinds": "kind_code",
    "gases": "gas_code",
    "line_parameters": "parameter_code",
    "scope3_categories": "scope3_category_code",
    "generation_technologies": "technology_code",
}

SEEDS: Final = checkout() / "dbt_project" / "seeds" / "reference"


def load_code_lists(folder: Path = SEEDS) -> dict[str, pl.DataFrame]:
    """All code lists: list name -> frame of code, name_zh, name_en (String), in the order a drop-down shows.

    Raises:
        ContractError: a seed is missing, lacks a column, or gives a code twice in one list.
    """
    return dict(_load_code_lists(folder))


@cache
def _load_code_lists(folder: Path) -> dict[str, pl.DataFrame]:
    lists = {
        name: _read_seed(folder, name, code_column).select(
            pl.col(code_column).alias("code"), "name_zh", "name_en"
        )
        for name, code_column in OWN_SEEDS.items()
    }
    rest = _read_seed(folder, "code_lists", "list_code", "code").sort(
        "list_code", pl.col("sort_order").cast(pl.Int64), maintain_order=True
    )
    for (name,), entries in rest.partition_by("list_code", maintain_order=True, as_dict=True).items():
        if name in lists:
            raise ContractError("code_lists.csv", f"list {name} has a seed of its own")
        lists[str(name)] = entries.select("code", "name_zh", "name_en")
    for name, entries in lists.items():
        twice = entries.filter(pl.col("code").is_duplicated())["code"].unique(maintain_order=True).to_list()
        if twice:
            raise ContractError(f"code list {name}", f"given twice: {', '.join(twice)}")
    return lists


def _read_seed(folder: Path, name: str, *code_columns: str) -> pl.DataFrame:
    path = folder / f"{name}.csv"
    if not path.is_file():
        raise ContractError(path.name, "a code list is read from this seed and it is missing")
    seed = pl.read_csv(path, infer_schema=False)
    missing = [column for column in (*code_columns, "name_zh", "name_en") if column not in seed.columns]
    if missing:
        raise ContractError(path.name, f"lacks {', '.join(missing)}")
    return seed
