"""The full inventory of the bulletin's small nation, by hand: both bases, a removal, gaps, findings."""

from typing import Any

_YEAR = {"reference_year": 2026, "boundary_code": "physical", "method_code": "GHGI"}


def _cell(
    scope: str, basis: str, component: str, gas: str, emission: str | None, gaps: int = 0
) -> dict[str, Any]:
    return {
        **_YEAR,
        "scope_code": scope,
        "scope2_basis_code": basis,
        "component_code": component,
        "gas_group_code": gas,
        "emission_tco2e": emission,
        "not_estimated_count": gaps,
        "park_count_reported": 3,
    }


def _flow(basis: str, received: str, consumption: str) -> dict[str, Any]:
    return {
        **_YEAR,
        "area_code": "CN",
        "scope2_basis_code": basis,
        "production_tco2e": "910000.25",
        "received_tco2e": received,
        "resold_tco2e": "-20000",
        "own_generation_sent_tco2e": None,
        "consumption_tco2e": consumption,
        "not_estimated_count": 2,
        "park_count_registered": 4,
        "park_count_reported": 3,
        "park_count_partial": 1,
        "is_partial": True,
    }


def _power(common: dict[str, Any], park: str, unit: str, kind: str, power: str) -> dict[str, Any]:
    return {
        "direction_code": "received",
        "is_internal": False,
        **common,
        "park_code": park,
        "unit_code": unit,
        "kind_code": kind,
        "power_mwh": power,
    }


def _gap(park: str, term: str, reason: str, zh: str, en: str) -> dict[str, Any]:
    return {
        **_YEAR,
        "province_code": "320000",
        "park_code": park,
        "term_code": term,
        "reason_code": reason,
        "line_count": 1,
        "energy_tce": None,
        "reason_zh": zh,
        "reason_en": en,
    }


def full_inventory() -> dict[str, list[dict[str, Any]]]:
    """Rows to add to the small nation's tables; figures of the administrative boundary must not be shown."""
    other = {**_YEAR, "boundary_code": "administrative"}
    return {
        "mart_national_year": [
            _cell("1", "NA", "stationary_combustion", "CO2", "890000"),
            _cell("1", "NA", "stationary_combustion", "CH4", "19999.75"),
            _cell("1", "NA", "fugitive", "HFCs", "0.5", 2),
            _cell("1", "NA", "waste", "CO2", None),
            _cell("2", "location", "purchased_power", "CO2", "480000"),
            _cell("2", "market", "purchased_power", "CO2", "520000"),
            _cell("2", "location", "purchased_heat", "CO2", None, 1),
            _cell("2", "market", "purchased_heat", "CO2", None, 1),
            _cell("removal", "NA", "removals", "CO2", "-7000"),
            _cell("offset", "NA", "offsets", "CO2e", None),
            {**_cell("1", "NA", "fugitive", "SF6", "77777770"), **other},
        ],
        "mart_production_consumption": [
            _flow("location", "500000", "1390000.25"),
            _flow("market", "540000", "1430000.25"),
            {**_flow("market", "1", "88888880"), **other},
        ],
        "fct_power_heat": [
            _power(_YEAR, "P1", "U1", "E-GT", "123000"),
            _power(_YEAR, "P1", "U2", "E-GEC", "456.785"),
            _power(_YEAR, "P1", "U2", "E-GRID", "5555555"),
            _power({**_YEAR, "is_internal": True}, "P1", "U2", "E-GT", "6666666"),
            _power({**_YEAR, "direction_code": "sent"}, "P1", "U1", "E-GT", "7777777"),
            _power(other, "P1", "U1", "E-GT", "999999"),
            # P2 lies in P1 and states what that one says of its unit again.
            _power(_YEAR, "P2", "U1", "E-GT", "123000"),
        ],
        "fct_units": [
            {**_YEAR, "park_code": park, "unit_code": unit, "counted_park_code": counted}
            for park, unit, counted in (("P1", "U1", None), ("P1", "U2", None), ("P2", "U1", "P1"))
        ],
        "mart_findings": [
            {
                **_YEAR,
                "park_code": park,
                "finding_code": code,
                "subject_code": subject,
                "difference": difference,
            }
            for park, code, subject, difference in (
                ("P1", "trade_without_serials", "U1", "10"),
                ("P1", "trade_without_serials", "U2", "20"),
                ("P1", "negative_balance", "GHGI/U1/B1", "-5"),
                ("P2", "trade_without_serials", "U1", "10"),
            )
        ],
        "mart_coverage": [
            _gap("P2", "COOLING", "no_factor", "无可用排放因子", "No factor exists"),
            _gap("P4", "NA", "not_reported", "未报送", "Not reported"),
        ],
    }
