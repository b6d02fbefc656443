"""An office's own process factor serves a product no document covers; without one the term is NE (L8)."""

from decimal import Decimal

import polars as pl
import pytest

from tests.builders.release import Released, places_in, publish_all, put, register_of, return_of

SET = """
id: EXAMPLE-OFFICE-METHANOL
title: {zh: 示例局甲醇因子（虚构）, en: Methanol factor of a fictional office}
document:
  {code: EXAMPLE-METHANOL, title_zh: 示例公告（虚构）, title_en: Fictional notice, issuer: 示例局（虚构）}
publication_date: 2025-01-01
purpose: process
columns: {activity: product, value: value}
unit: {numerator: t CO2, denominator: t}
is_verified: false
"""


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Released:
    places = places_in(tmp_path_factory.mktemp("office"))
    folder = places.office_reference / "methanol"
    folder.mkdir(parents=True)
    (folder / "set.yaml").write_text(SET, encoding="utf-8")
    (folder / "factors.csv").write_text("product,value\nmethanol,0.67\n", encoding="utf-8")
    put(
        places,
        "330000",
        "register",
        "park_register",
        register_of("330000", [{"park_code": "P1", "park_name_zh": "示例园区·甲醇"}]),
    )
    unit = {
        "unit_code": "U1",
        "unit_name": "示例甲醇单位",
        "unit_role_code": "tenant",
        "reporting_basis_code": "located",
        "industry_code": "2614",
    }
    lines = [
        {
            "line_id": line,
            "unit_code": "U1",
            "product_code": product,
            "role_code": "product",
            "qualified_output": "1000",
            "quantity_unit": "t",
        }
        for line, product in (("C1", "methanol"), ("C2", "industrial_silicon"))
    ]
    put(places, "330000", "return", "park_return", return_of("P1", {"units": [unit], "process": lines}))
    return publish_all(places)


def test_the_office_factor_is_used_and_named(released: Released) -> None:
    facts = released.table("fct_emissions").filter(pl.col("line_id") == "C1")
    assert facts["emission_tco2e"].to_list() == [Decimal(670)]
    assert facts["factor_source_code"].to_list() == ["office"]
    factor = (
        released.table("dim_factors")
        .filter(pl.col("factor_id") == facts["factor_id"].item())
        .row(0, named=True)
    )
    assert factor["document_code"] == "EXAMPLE-METHANOL"
    assert factor["is_office_set"] is True


def test_a_product_without_any_factor_is_not_estimated(released: Released) -> None:
    facts = released.table("fct_emissions").filter(pl.col("line_id") == "C2")
    assert facts.select("emission_tco2e", "notation_key_code", "not_estimated_reason_code").rows() == [
        (None, "NE", "no_factor")
    ]
