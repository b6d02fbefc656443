"""Parks that report, one silent, one in no register, and an inventory of their province."""

from decimal import Decimal
from pathlib import Path

from tests.dbt.warehouse_inputs import Inputs, Row

REGISTERED = ("P1", "P2", "SILENT")


def _unit(submission: str, code: str, **more: object) -> Row:
    return {
        "submission_id": submission,
        "unit_code": code,
        "unit_name": "示例单位",
        "unit_role_code": "tenant",
        "reporting_basis_code": "located",
        "industry_code": "2611",
        **more,
    }


def _power(
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


def _fuel(
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


def _category(submission: str, category: str, status: str, **more: object) -> Row:
    return {
        "submission_id": submission,
        "source_category_code": category,
        "completeness_code": status,
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


def park_inputs(folder: Path) -> Inputs:
    """What the nation of this test sent in."""
    parks: list[Row] = [
        {
            "submission_id": "S-REG",
            "park_code": code,
            "park_name_zh": "示例园区",
            "park_level_code": "national",
            "park_type_code": "ETDZ",
            "park_status_code": "construction",
            "is_publishable": True,
            "is_synthetic": True,
        }
        for code in REGISTERED
    ]
    inside = {"counterparty_kind_code": "unit"}
    rows: dict[tuple[str, str], list[Row]] = {
        ("park_register", "parks"): parks,
        ("park_return", "units"): [
            _unit("S-P1", "U1"),
            _unit("S-P1", "U2", reporting_basis_code="legal_person", physical_share_ratio="0.333333"),
            _unit("S-P2", "U1"),
            _unit("S-P3", "U1"),
        ],
        ("park_return", "energy"): [
            _fuel("S-P1", "E1", "U1", "bituminous", "FIN", "1000"),
            _fuel("S-P1", "E2", "U2", "bituminous", "FIN", "0.0000025"),
            _fuel("S-P1", "E3", "U1", "bituminous", "BNK", "10"),
            _fuel("S-P2", "E1", "U1", "industrial_waste", "FIN", "100", row_disposition="refused"),
            _fuel("S-P2", "E2", "U1", "bituminous", "FIN", "NE"),
            _fuel("S-P2", "E3", "U1", "bituminous", "FIN", "NO"),
            _fuel("S-P3", "E1", "U1", "bituminous", "FIN", "1"),
        ],
        ("park_return", "power_heat"): [
            _power("S-P1", "E1", "U1", "received", "E-GRID", "1000"),
            _power("S-P1", "X1", "U1", "sent", "E-GRID", "400", counterparty_code="U2", **inside),
            _power("S-P1", "X2", "U1", "sent", "E-GRID", "100", counterparty_code="ELSEWHERE", **inside),
            _power("S-P2", "X1", "U1", "received", "E-SELF-RE", "5", counterparty_code="U1", **inside),
            _power("S-P2", "X2", "U1", "sent", "E-SELF-RE", "10"),
        ],
        ("park_return", "completeness"): [
            _category("S-P1", "fuel_combustion", "reported"),
            _category("S-P1", "heat", "NE"),
            _category("S-P1", "flaring", "C"),
            _category("S-P1", "industrial_process", "NO"),
            _category("S-P1", "energy_losses", "IE"),
            _category("S-P1", "energy_supply", "NE", row_disposition="refused"),
        ],
        ("province_inventory", "energy"): [
            {
                "submission_id": "S-INV",
                "row_code": row,
                "carrier_code": "raw_coal",
                "quantity": quantity,
                "quantity_unit": "10kt",
            }
            for row, quantity in (("S01", "2"), ("S39", "1"), ("TP", "20"), ("HS", "-30"), ("NEU", "0"))
        ],
    }
    submissions: list[Row] = [
        {"submission_id": "S-REG", "form": "park_register", "reporting_unit_code": "330000"},
        *(
            {
                "submission_id": f"S-{code}",
                "form": "park_return",
                "reporting_unit_code": code,
                "rows_refused": refused,
                "rows_read": read,
            }
            for code, read, refused in (("P1", 1, 0), ("P2", 1, 1), ("P3", 0, 0))
        ),
        {"submission_id": "S-INV", "form": "province_inventory", "reporting_unit_code": "330000"},
    ]
    factors = [
        office_factor("SAMPLE-POWER", "energy_equivalent", None, "electricity", "0.2987"),
        *(
            office_factor(f"SAMPLE-{row}", "provincial_inventory", row, "raw_coal", "1.9")
            for row in ("S01", "S39")
        ),
    ]
    findings = [
        {
            "rule_id": rule,
            "submission_id": "S-P2",
            "form": "park_return",
            "table_name": "energy",
            "row_number": 4,
            "severity": "error",
        }
        for rule in ("R-B", "R-A")
    ]
    return Inputs(folder, rows, submissions, factors, findings)
