"""An office's own process factor serves a product no document covers; without one the term is NE (L8).

Both methods take process factors from the same place.
"""

from decimal import Decimal

import polars as pl

from tests.builders.reporting_house import METHANOL, House

METHODS = ("CN-NZCP-2025", "GHGI")


def _facts(house: House, line: str) -> pl.DataFrame:
    return house.released.table("fct_emissions").filter(park_code=METHANOL, line_id=line).sort("method_code")


def test_the_office_factor_is_used_and_named(house: House) -> None:
    facts = _facts(house, "C1").select("method_code", "gas_code", "emission_tco2e", "factor_source_code")
    assert facts.rows() == [(method, "CO2", Decimal(670), "office") for method in METHODS]
    (factor_id,) = _facts(house, "C1")["factor_id"].unique()
    factor = house.released.table("dim_factors").filter(factor_id=factor_id).row(0, named=True)
    assert factor["document_code"] == "EXAMPLE-METHANOL"
    assert factor["is_office_set"] is True


def test_a_product_without_any_factor_is_not_estimated(house: House) -> None:
    facts = _facts(house, "C2").select(
        "method_code", "emission_tco2e", "notation_key_code", "not_estimated_reason_code"
    )
    assert facts.rows() == [(method, None, "NE", "no_factor") for method in METHODS]
