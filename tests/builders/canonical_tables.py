"""The released tables of a nation of two parks, small enough to read: one reports, one is silent."""

from decimal import Decimal
from typing import Any

from lingtan.release.tables import RELEASED_TABLES
from tests.builders.canonical_accounts import account_facts, account_marts
from tests.builders.canonical_area_marts import area_marts
from tests.builders.canonical_facts import BY_INVENTORY, BY_NATIONAL, YEAR, facts
from tests.builders.canonical_park_marts import park_marts


def _steps() -> dict[str, list[dict[str, Any]]]:
    """What stands between lines and facts, a row each: gate rules look at keys and types alone."""
    park = {
        **YEAR,
        "park_code": "P1",
        "boundary_code": "physical",
        "submission_id": "S1",
        "period_code": "2025",
    }
    line = {**park, "table_name": "energy", "line_id": "E1", "activity_code": "energy/FIN", "unit_code": "U1"}
    return {
        "dim_periods": [{**park, "is_counted": True}],
        "dim_energy_terms": [
            {"energy_method_code": "EN-CAL-F", "side_code": "use", "activity_code": "energy/FIN", "sign": 1}
        ],
        "dim_clean_energies": [
            {
                "system_code": "CN-NDRC-910",
                "energy_code": "E-DL",
                "is_natural_gas": False,
                "is_verified": True,
            }
        ],
        "dim_values": [
            {"value_id": "constant/carbon", "value": Decimal(12), "document_code": "D1"},
            {"value_id": "constant/check_tolerance_ratio", "value": Decimal("0.01"), "document_code": "D1"},
        ],
        "fct_activity": [{**line, "gas_code": "NA", "is_counted": True}],
        "fct_inventory_cells": [
            {
                **YEAR,
                "submission_id": "S2",
                "period_code": "2025",
                "row_code": "S01",
                "carrier_code": "raw_coal",
            }
        ],
        "fct_clearing": [{**line}],
        "fct_instruments": [{**line}],
        "fct_generation": [{**line}],
        "fct_units": [{**line, "nesting_view_code": None}],
        "fct_gaps": [{**line, **BY_NATIONAL, "term_code": "NA", "reason_code": "not_reported"}],
        "fct_uncounted_emissions": [
            {
                **line,
                **BY_NATIONAL,
                "submission_id": "S3",
                "period_code": "2025-01",
                "term_code": "FUEL",
                "gas_code": "CO2",
                "scope2_basis_code": "NA",
            }
        ],
    }


def tables() -> dict[str, list[dict[str, Any]]]:
    """Rows of every released table, in order with one another: change one and a gate rule has to find it."""
    factors = (("F1", "2.5"), ("F2", "0.5"), ("F3", "0.001"), ("F4", "1"), ("F5", "0.6"))
    submission = {
        "form": "park_return",
        "reporting_unit_code": "P1",
        "reference_year": 2025,
        "period_basis_code": "discrete",
        "rows_read": 5,
        "rows_used": 3,
        "rows_refused": 1,
        "rows_context": 1,
    }
    rows: dict[str, list[dict[str, Any]]] = {
        "dim_parks": [
            {
                **YEAR,
                "park_code": park,
                "is_synthetic": True,
                "has_return": source == "annual",
                "year_source_code": source,
                "submission_count": 1 if source == "annual" else 0,
            }
            for park, source in (("P1", "annual"), ("P2", "none"))
        ],
        "dim_units": [{**YEAR, "park_code": "P1", "unit_code": "U1"}],
        # The month is compared with the annual return and counts nothing.
        "dim_submissions": [
            submission | {"submission_id": "S1", "period_code": "2025", "is_counted": True},
            submission | {"submission_id": "S3", "period_code": "2025-01", "is_counted": False},
        ],
        "dim_factors": [
            {"factor_id": factor, "value": Decimal(value), "unit": "t/t", "document_code": "D1"}
            for factor, value in factors
        ],
        "dim_coefficients": [
            {
                "reference_year": 2025,
                "energy_basis_code": "calorific",
                "carrier_code": "raw_coal",
                "coefficient_tce": Decimal("0.7143"),
                "document_code": "D1",
                "is_verified": True,
            }
        ],
        "dim_terms": [
            {
                **method,
                "term_code": term,
                "activity_code": activity,
                "gas_code": "CO2",
                "scope_code": scope,
                "scope2_basis_code": basis,
                "is_memo": False,
            }
            for method, term, activity, scope, basis in (
                (BY_NATIONAL, "FUEL", "energy/FIN", "NA", "NA"),
                (BY_INVENTORY, "GRID", "E-GRID/received", "2", "location"),
                (BY_INVENTORY, "GRID", "E-GRID/received", "2", "market"),
            )
        ],
        "cmp_public_cells": [
            {**YEAR, "measure_code": "cn_nzcp", "level_code": "", "cell_code": "", "contributor_count": 3}
        ],
        "cmp_public_losses": [{**YEAR, "measure_code": "cn_nzcp", "unit": "tCO2", "cell_count": 1}],
        "dim_documents": [{"document_code": "D1", "title_zh": "示例文件", "title_en": "Example document"}],
        **facts(),
        "fct_province_emissions": [
            {
                **YEAR,
                "submission_id": "S2",
                "period_code": "2025",
                "row_code": "S01",
                "carrier_code": "raw_coal",
                "method_code": "CEADS-PROV",
                "share_ratio": Decimal(1),
                "factor_id": "F1",
                "factor_value": Decimal("2.5"),
                "emission_tco2e": Decimal("7.5"),
                "notation_key_code": None,
                "not_estimated_reason_code": None,
            }
        ],
        **park_marts(),
        **area_marts(),
        **account_marts(),
        **_steps(),
    }
    rows["fct_emissions"] = [*rows["fct_emissions"], *account_facts()]
    check = {"rule_id": "W-EXAMPLE", "scope": "fct_emissions", "checked_count": 4, "failing_count": 0}
    for table in RELEASED_TABLES:
        if table.name.startswith("qa_"):
            rows[table.name] = [check | {"failing_keys": None}]
    return rows
