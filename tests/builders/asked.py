"""A small nation for the analyst's questions: every question has an answer that can be worked by hand."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from lingtan.places import Places
from tests.builders.golden import SCENARIOS, golden_return
from tests.builders.release import Released, Rows, places_in, publish_all, put, register_of, return_of

PROVINCE = "330000"
GREEN, GRID, PERIODS, SILENT = "ASK-GREEN", "ASK-GRID", "ASK-PERIODS", "ASK-SILENT"
#: Its golden scenario says what comes out: 4,000 of 8,500 MWh are cleared green power.
CERTIFICATES = "GOLD-CERTIFICATE"

Row = Mapping[str, object]


def _unit(industry: str = "2611") -> Row:
    return {
        "unit_code": "U1",
        "unit_name": "示例单位",
        "unit_role_code": "tenant",
        "reporting_basis_code": "located",
        "industry_code": industry,
    }


def _coal(line: str, flow: str, quantity: str) -> Row:
    return {
        "line_id": line,
        "unit_code": "U1",
        "carrier_code": "bituminous",
        "flow_code": flow,
        "quantity": quantity,
        "quantity_unit": "t",
    }


def _power(kind: str, quantity: str, counterparty: Row) -> Row:
    return {
        "line_id": "P1",
        "unit_code": "U1",
        "direction_code": "received",
        "kind_code": kind,
        **counterparty,
        "quantity": quantity,
        "quantity_unit": "MWh",
    }


_FROM_GRID: Row = {"counterparty_kind_code": "grid", "counterparty_code": "GRID:GRID_EAST"}
_FROM_PLANT: Row = {"counterparty_kind_code": "outside_unit", "counterparty_code": "WIND-1"}


def _quarter(number: int, quantity: str) -> Rows:
    rows = return_of(PERIODS, {"units": [_unit()], "energy": [_coal("E1", "FIN", quantity)]})
    return {**rows, "cover": [{**rows["cover"][0], "period": f"2025-Q{number}"}]}


def _returns() -> Mapping[str, Rows]:
    """File name -> return."""
    scenario = yaml.safe_load(
        (SCENARIOS / "certificates_short" / "scenario.yaml").read_text(encoding="utf-8")
    )
    annual: Sequence[Row] = [
        _coal("E1", "FIN", "1000"),
        # Bought less what came into stock: 1,100 t on the supply side, 1,000 t on the use side.
        _coal("E2", "PUR", "1200"),
        _coal("E3", "OPN", "100"),
        _coal("E4", "CLS", "200"),
    ]
    quarters = {f"{PERIODS}-{number}": _quarter(number, "250") for number in (1, 2, 3)}
    return {
        GREEN: return_of(
            GREEN,
            {
                "units": [_unit()],
                "energy": [_coal("E1", "FIN", "1000")],
                "power_heat": [_power("E-DL", "2000000", _FROM_PLANT)],
            },
        ),
        GRID: return_of(
            GRID, {"units": [_unit("6420")], "power_heat": [_power("E-GRID", "1900000", _FROM_GRID)]}
        ),
        PERIODS: return_of(PERIODS, {"units": [_unit()], "energy": annual}),
        **quarters,
        f"{PERIODS}-4": _quarter(4, "240"),
        CERTIFICATES: golden_return(scenario),
    }


def put_asked(places: Places) -> None:
    """Lay the register and the returns into the inbox."""
    parks = [
        {"park_code": code, "park_name_zh": f"示例园区·{code}"}
        for code in (GREEN, GRID, PERIODS, SILENT, CERTIFICATES)
    ]
    put(places, PROVINCE, "register", "park_register", register_of(PROVINCE, parks))
    for name, rows in _returns().items():
        put(places, PROVINCE, name, "park_return", rows)


def release_asked(folder: Path) -> Released:
    """Take the small nation to a release."""
    places = places_in(folder)
    put_asked(places)
    return publish_all(places)
