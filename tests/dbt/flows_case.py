"""Parks that send each other power, heat, hydrogen and CO2 and do not say the same of it."""

from pathlib import Path

from tests.dbt.rows import fuel, power, registered, unit
from tests.dbt.warehouse_inputs import Inputs, Row

#: Three parks of one province, one of another; one that never reports, one that reports the other boundary.
HOME, AWAY = ("A", "B", "C", "MUTE"), ("D", "ADMIN")
REPORTING = ("A", "B", "C", "D", "ADMIN")


def _return(park: str) -> str:
    return f"S-{park}"


def _with(kind: str, code: str, **more: object) -> Row:
    return {"counterparty_kind_code": kind, "counterparty_code": code, **more}


def _heat(park: str, line: str, direction: str, quantity: str, **more: object) -> Row:
    # A measured factor on both sides: nothing but the quantities can differ.
    measured = {"measured_factor": "0.1", "evidence_tier_code": "measured", "quantity_unit": "GJ"}
    origin = {"supply_origin_code": "own_generation"} if direction == "sent" else {}
    return power(_return(park), line, "U1", direction, "H-FOS", quantity, **{**measured, **origin, **more})


def _power(park: str, line: str, unit: str, direction: str, quantity: str, **more: object) -> Row:
    return power(_return(park), line, unit, direction, "E-GRID", quantity, **more)


def _gas(park: str, line: str, flow: str, quantity: str, carrier: str = "hydrogen", **more: object) -> Row:
    return fuel(_return(park), line, "U1", carrier, flow, quantity, **{"quantity_unit": "1000m3", **more})


def _stored(park: str, line: str, quantity: str, fate: str, **more: object) -> Row:
    return {
        "submission_id": _return(park),
        "line_id": line,
        "unit_code": "U1",
        "removal_type_code": "ccs",
        "co2_origin_code": "fossil",
        "fate_code": fate,
        "quantity": quantity,
        "quantity_unit": "t",
        **more,
    }


def _rows() -> dict[tuple[str, str], list[Row]]:
    units: list[Row] = [unit(_return(park), "U1") for park in REPORTING]
    units += [
        unit("S-A", "U2"),
        unit("S-A", "HALF", reporting_basis_code="legal_person", physical_share_ratio="0.5"),
        unit("S-A", "GONE", physical_share_ratio="0"),
    ]
    return {
        ("park_register", "parks"): [
            *(registered("S-REG-33", code) for code in HOME),
            *(registered("S-REG-32", code) for code in AWAY),
        ],
        ("park_return", "cover"): [
            {
                "submission_id": "S-ADMIN",
                "period_basis_code": "discrete",
                "submission_status_code": "final",
                "boundaries_reported_code": "administrative",
            }
        ],
        ("park_return", "units"): units,
        ("park_return", "power_heat"): [
            # Resold inside A: 400 sent, 390 received; to a unit half of it inside, and to one outside.
            _power("A", "P1", "U1", "received", "1000", **_with("grid", "GRID:GRID_EAST")),
            _power("A", "P2", "U1", "sent", "400", **_with("unit", "U2")),
            _power("A", "P3", "U2", "received", "390", **_with("unit", "U1")),
            _power("A", "P4", "U1", "sent", "50", **_with("unit", "HALF")),
            _power("A", "P5", "HALF", "received", "50", **_with("unit", "U1")),
            _power("A", "P6", "U1", "sent", "7", **_with("unit", "GONE")),
            # Heat to B: 100 sent, 98 received in two lines; to D in another province: 60 and 60.
            _heat("A", "H1", "sent", "100", **_with("park", "B"), medium_code="steam"),
            _heat("B", "H1", "received", "90", **_with("park", "A"), medium_code="steam"),
            _heat("B", "H2", "received", "8", **_with("park", "A")),
            _heat("A", "H2", "sent", "60", **_with("park", "D")),
            _heat("D", "H1", "received", "60", **_with("park", "A")),
            # B says it got heat of D, who knows of none; D does not know what C sent it.
            _heat("B", "H3", "received", "5", **_with("park", "D")),
            _heat("C", "H1", "sent", "30", **_with("park", "D")),
            _heat("D", "H2", "received", "NE", **_with("park", "C")),
            # Ends that cannot say anything.
            _heat("C", "H2", "sent", "11", **_with("park", "MUTE")),
            _heat("C", "H3", "sent", "12", **_with("park", "ADMIN")),
            _heat("ADMIN", "H1", "received", "13", **_with("park", "C")),
            _heat("C", "H4", "sent", "14", **_with("park", "UNHEARD")),
            _heat("C", "H5", "sent", "15", **_with("heat_network", "N1")),
        ],
        ("park_return", "energy"): [
            _gas("A", "E1", "SAL", "20", **_with("park", "C")),
            _gas("C", "E1", "PUR", "18.5", **_with("park", "A")),
            # B declares its supply not estimated: what D sold it cannot be compared.
            _gas("D", "E1", "SAL", "3", "natural_gas", **_with("park", "B")),
            _gas("C", "E2", "PUR", "4"),
            _gas("C", "E3", "FIN", "18.5", **_with("park", "A")),
        ],
        ("park_return", "removals"): [
            _stored("A", "C1", "70", "transferred", transferred_to="C"),
            _stored("C", "C1", "69", "geological", received_from="A"),
            _stored("D", "C1", "5", "transferred", transferred_to="示例公司"),
        ],
        ("park_return", "completeness"): [
            {
                "submission_id": "S-B",
                "source_category_code": "energy_supply",
                "completeness_code": "NE",
            }
        ],
    }


def flow_inputs(folder: Path) -> Inputs:
    """What the parks sent in."""
    submissions: list[Row] = [
        *(
            {"submission_id": f"S-REG-{code[:2]}", "form": "park_register", "reporting_unit_code": code}
            for code in ("330000", "320000")
        ),
        *(
            {"submission_id": _return(code), "form": "park_return", "reporting_unit_code": code}
            for code in REPORTING
        ),
    ]
    return Inputs(folder, _rows(), submissions)
