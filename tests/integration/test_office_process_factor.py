"""An office's own process factor serves a product no document covers; without one the term is NE (L8).

Every method takes process factors from the same place.
"""

from decimal import Decimal

import polars as pl

from tests.builders.reporting_house import METHANOL, House

METHODS = ("CN-NZCP-2025", "ENT-ACCOUNT", "GHGI")


def _facts(house: House, line: str) -> pl.DataFrame:
    return house.released.table("fct_emissions").filter(park_code=METHANOL, line_id=line).sort("method_code")


def test_the_office_factor_is_used_and_named(house: House) -> None:
    facts = _facts(house, "C1").select("method_code", "gas_code", "emission_tco2e", "factor_source_code")
    assert facts.rows() == [(method, "CO2", Decimal(670), "office") for method in METHODS]
    (factor_id,) = _facts(house, "C1")["factor_id"].unique()
    factor = house.released.table("dim_factors").filter(factor_id=factor_id).row(0, named=True)
    assert factor["document_code"] == "EXAMPLE-METHANOL"
    assert factor["is_office_set"] is True
    assert factor["uncertainty_ratio"] == Decimal("0.085")


def test_its_documented_uncertainty_makes_that_of_the_line_known(house: House) -> None:
    """With what the unit says of the quantity; a line that is not estimated keeps the total from more."""
    found = house.released.table("cmp_uncertainty").filter(park_code=METHANOL, scope2_basis_code="NA")
    columns = ["known_tco2e", "known_share_ratio", "not_estimated_count", "uncertainty_status_code"]
    assert found.select(columns).rows() == [(Decimal(670), Decimal(1), 1, "not_quantified")]
    assert found["propagated_percent"].to_list() == [None]


def test_a_product_without_any_factor_is_not_estimated(house: House) -> None:
    facts = _facts(house, "C2").select(
        "method_code", "emission_tco2e", "notation_key_code", "not_estimated_reason_code"
    )
    assert facts.rows() == [(method, None, "NE", "no_factor") for method in METHODS]
