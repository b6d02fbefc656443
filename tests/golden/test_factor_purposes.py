"""Each factor serves its own purpose, and what its document states against chemistry is marked (L8)."""

import polars as pl

from tests.builders.reference_seeds import SEEDS
from tests.builders.release import Released

#: What a term may take beside its own purpose: the guideline where the park notes it.
ALTERNATIVES = {("process", "process_provincial_guideline")}


def test_every_fact_takes_a_factor_of_the_purpose_of_its_term(golden_release: Released) -> None:
    key = ["method_code", "term_code", "activity_code", "gas_code", "scope2_basis_code"]
    terms = SEEDS["method_terms"].select(*key, "factor_purpose_code")
    factors = golden_release.table("dim_factors").select("factor_id", "purpose_code")
    used = golden_release.table("fct_emissions").join(factors, on="factor_id", how="inner")
    listed = used.filter(pl.col("purpose_code") != "own").join(terms, on=key, how="inner")
    pairs = set(listed.select("factor_purpose_code", "purpose_code").unique().iter_rows())
    assert {(of_term, taken) for of_term, taken in pairs if of_term != taken} <= ALTERNATIVES
    assert {taken for _, taken in pairs} >= {
        "nzcp_fuel",
        "nzcp_power",
        "electricity",
        "process",
        "combustion",
    }


def test_footprints_and_carbon_market_factors_are_listed_and_serve_no_method(
    golden_release: Released,
) -> None:
    factors = golden_release.table("dim_factors")
    of_others = factors.filter(pl.col("purpose_code").is_in(["footprint", "ets_electricity"]))
    assert of_others.height > 0
    used = golden_release.table("fct_emissions")["factor_id"]
    assert of_others.filter(pl.col("factor_id").is_in(used.implode())).height == 0


def test_factors_made_of_a_carbon_content_no_fuel_can_have_are_marked(golden_release: Released) -> None:
    factors = golden_release.table("dim_factors")
    assert factors.filter("is_unphysical")["factor_id"].sort().to_list() == [
        "ghgi_conversion/crude_benzene",
        "ghgi_conversion/lng",
        "ghgi_conversion/lpg",
        "ghgi_conversion/naphtha",
        "ghgi_fuel/crude_benzene",
        "ghgi_fuel/lng",
        "ghgi_fuel/lpg",
        "ghgi_fuel/naphtha",
        "nzcp_fuel/lng",
    ]
