"""A provincial inventory worked by hand, from the submitted file to the released cell (F10, L3)."""

from decimal import Decimal

import polars as pl
import yaml

from tests.builders.golden import INVENTORY
from tests.builders.release import Released

EXPECTED = yaml.safe_load(INVENTORY.read_text(encoding="utf-8"))["expected"]


def test_cells_of_a_provincial_inventory(golden_release: Released) -> None:
    facts = golden_release.table("fct_province_emissions").filter(pl.col("emission_tco2e") != 0)
    found = {
        f"{row['row_code']} {row['carrier_code']}": row["emission_tco2e"]
        for row in facts.iter_rows(named=True)
    }
    assert found == {cell: Decimal(value) for cell, value in EXPECTED["lines"].items()}


def test_non_energy_use_never_takes_more_than_the_sectors_have(golden_release: Released) -> None:
    facts = golden_release.table("fct_province_emissions").filter(row_code="S22", carrier_code="natural_gas")
    assert facts.select("share_ratio", "counted_quantity", "emission_tco2e").rows() == [
        (Decimal(0), Decimal(0), Decimal(0))
    ]


def test_the_total_of_the_province(golden_release: Released) -> None:
    total = golden_release.table("mart_province_inventory_year")
    assert total.select("province_code", "emission_tco2e").rows() == [("330000", Decimal(EXPECTED["total"]))]
