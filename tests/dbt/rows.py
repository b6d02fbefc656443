"""Rows of a lake as the cases of this folder write them: a case names what matters to it."""

from decimal import Decimal

from tests.dbt.warehouse_inputs import Row


def registered(submission: str, park: str) -> Row:
    return {
        "submission_id": submission,
        "park_code": park,
        "park_name_zh": "示例园区",
        "park_level_code": "national",
        "park_type_code": "ETDZ",
        "park_status_code": "construction",
        "is_publishable": True,
        "is_synthetic": True,
    }


def unit(submission: str, code: str, **more: object) -> Row:
    return {
        "submission_id": submission,
        "unit_code": code,
        "unit_name": "示例单位",
        "unit_role_code": "tenant",
        "reporting_basis_code": "located",
        "industry_code": "2611",
        **more,
    }


def fuel(
    submission: str, line: str, unit: str, carrier: str, flow: str, quantity: str, **more: object
) -> Row:
    return {
        "submission_id": submission,
        "line_id": line,
        "unit_code": unit,
        "carrier_code": carrier,
        "flow_code": flow,
        "quantity": quantity,
        "quantity_unit": "t",
        **more,
    }


def power(
    submission: str, line: str, unit: str, direction: str, kind: str, quantity: str, **more: object
) -> Row:
    return {
        "submission_id": submission,
        "line_id": line,
        "unit_code": unit,
        "direction_code": direction,
        "kind_code": kind,
        "counterparty_kind_code": "grid",
        "quantity": quantity,
        "quantity_unit": "MWh",
        **more,
    }


def office_factor(factor_id: str, purpose: str, activity: str | None, carrier: str, value: str) -> Row:
    return {
        "factor_id": factor_id,
        "factor_set_code": "SAMPLE",
        "purpose_code": purpose,
        "activity_code": activity,
        "carrier_code": carrier,
        "gas_code": "CO2",
        "data_year": 2025,
        "value": Decimal(value),
        "unit": "t/t",
        "document_code": "SAMPLE",
        "is_verified": False,
        "is_attribution_verified": False,
        "is_fallback": False,
        "is_office_set": True,
    }
