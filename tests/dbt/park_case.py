"""Parks that report, one silent, one in no register, and an inventory of their province."""

from pathlib import Path

from tests.dbt.rows import fuel, office_factor, power, registered, unit
from tests.dbt.warehouse_inputs import Inputs, Row

REGISTERED = ("P1", "P2", "SILENT")


def _category(submission: str, category: str, status: str, **more: object) -> Row:
    return {
        "submission_id": submission,
        "source_category_code": category,
        "completeness_code": status,
        **more,
    }


def park_inputs(folder: Path) -> Inputs:
    """What the nation of this test sent in."""
    inside = {"counterparty_kind_code": "unit"}
    rows: dict[tuple[str, str], list[Row]] = {
        ("park_register", "parks"): [registered("S-REG", code) for code in REGISTERED],
        ("park_return", "units"): [
            unit("S-P1", "U1"),
            unit("S-P1", "U2", reporting_basis_code="legal_person", physical_share_ratio="0.333333"),
            unit("S-P2", "U1"),
            unit("S-P3", "U1"),
        ],
        ("park_return", "energy"): [
            fuel("S-P1", "E1", "U1", "bituminous", "FIN", "1000"),
            fuel("S-P1", "E2", "U2", "bituminous", "FIN", "0.0000025"),
            fuel("S-P1", "E3", "U1", "bituminous", "BNK", "10"),
            fuel("S-P2", "E1", "U1", "industrial_waste", "FIN", "100", row_disposition="refused"),
            fuel("S-P2", "E2", "U1", "bituminous", "FIN", "NE"),
            fuel("S-P2", "E3", "U1", "bituminous", "FIN", "NO"),
            fuel("S-P3", "E1", "U1", "bituminous", "FIN", "1"),
        ],
        ("park_return", "power_heat"): [
            power("S-P1", "E1", "U1", "received", "E-GRID", "1000"),
            power("S-P1", "X1", "U1", "sent", "E-GRID", "400", counterparty_code="U2", **inside),
            power("S-P1", "X2", "U1", "sent", "E-GRID", "100", counterparty_code="ELSEWHERE", **inside),
            power("S-P2", "X1", "U1", "received", "E-SELF-RE", "5", counterparty_code="U1", **inside),
            power("S-P2", "X2", "U1", "sent", "E-SELF-RE", "10"),
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
