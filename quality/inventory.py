"""The provincial energy inventory in canonical units, and which of its cells enter the account."""

from typing import Final

import polars as pl

from lingtan.contracts.batch import Batch
from quality.quantity import carrier_dimensions, with_quantity

PROVINCE_INVENTORY: Final = "province_inventory"

#: Thermal power and heating supply count with the sector that runs them.
ROWS_OF_POWER_SECTOR: Final = ("TP", "HS")

#: Of other petroleum products the method counts thermal power and heating supply only.
_WITHOUT_FINAL_CONSUMPTION: Final = "other_petroleum"

#: The list of carriers whose fuels the method CEADS-PROV knows.
_CARRIER_LIST: Final = "CEADS"


def inventory_fuels(batch: Batch) -> pl.DataFrame:
    """carrier_code of the fuels of the method, in the order of the seed carriers."""
    listed = batch.reference["carrier_crosswalk"].filter(pl.col("list_code") == _CARRIER_LIST)
    return (
        batch.reference["carriers"]
        .filter(pl.col("is_fuel") == "true")
        .select("carrier_code")
        .join(listed, on="carrier_code", how="semi", maintain_order="left")
    )


def enters_account() -> pl.Expr:
    """False where final consumption of the carrier is not counted at all."""
    return pl.col("carrier_code") != _WITHOUT_FINAL_CONSUMPTION


def inventory_quantities(batch: Batch) -> pl.DataFrame:
    """The cells of the method's fuels with `canonical_quantity`, `canonical_unit_code` and `row_kind_code`.

    Cells without a number, of an unknown row, or in a unit that does not fit are left out.
    """
    kinds = batch.reference["inventory_rows"].select("row_code", "row_kind_code")
    return (
        with_quantity(batch.tables[PROVINCE_INVENTORY, "energy"], batch)
        .join(carrier_dimensions(batch), on="carrier_code", how="inner", maintain_order="left")
        .join(inventory_fuels(batch), on="carrier_code", how="semi", maintain_order="left")
        .join(kinds, on="row_code", how="inner", maintain_order="left")
        .filter(pl.col("dimension_code") == pl.col("carrier_dimension_code"))
        .drop_nulls("canonical_quantity")
    )
