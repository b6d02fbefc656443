"""How much of each figure rests on factors nobody compared with their document: two parks by hand (L8)."""

from decimal import Decimal
from typing import Any

import pytest

from tests.dbt.rows import fuel, power, registered, unit
from tests.dbt.warehouse_inputs import Inputs, Row, read, run

pytestmark = pytest.mark.slow

CHECKED, MIXED, MEASURED = "CHECKED", "MIXED", "MEASURED"
PARKS = (CHECKED, MIXED, MEASURED)
NATIONAL = "method_code = 'CN-NZCP-2025'"


def _heat(line: str, direction: str, kind: str, quantity: str, **more: object) -> Row:
    return power(f"S-{MIXED}", line, "U1", direction, kind, quantity, **{"quantity_unit": "GJ", **more})


def _process(park: str, line: str, product: str, quantity: str) -> Row:
    return {
        "submission_id": f"S-{park}",
        "line_id": line,
        "unit_code": "U1",
        "product_code": product,
        "role_code": "product",
        "qualified_output": quantity,
        "quantity_unit": "t",
    }


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    """Coal, whose factor is verified; fossil heat, verified; waste heat, ferrosilicon and biomass, not."""
    inside = {"counterparty_kind_code": "unit", "counterparty_code": "U2"}
    rows: dict[tuple[str, str], list[Row]] = {
        ("park_register", "parks"): [registered("S-REG", code) for code in PARKS],
        ("park_return", "units"): [
            unit(f"S-{CHECKED}", "U1"),
            unit(f"S-{MIXED}", "U1"),
            unit(f"S-{MIXED}", "U2"),
            unit(f"S-{MEASURED}", "U1"),
        ],
        ("park_return", "energy"): [
            fuel(f"S-{CHECKED}", "E1", "U1", "bituminous", "FIN", "1000"),
            fuel(f"S-{MIXED}", "E1", "U1", "bituminous", "FIN", "0"),
            fuel(f"S-{MIXED}", "E2", "U1", "fuelwood", "FIN", "10"),
            fuel(
                f"S-{MEASURED}",
                "E1",
                "U1",
                "bituminous",
                "FIN",
                "100",
                net_calorific_value="20",
                evidence_tier_code="measured",
            ),
        ],
        ("park_return", "power_heat"): [
            # 0.11 t/GJ each: 330 t verified, 110 t not, 55 t taken off and not verified either.
            _heat("H1", "received", "H-FOS", "3000"),
            _heat("H2", "received", "H-WH", "1000"),
            _heat("H3", "sent", "H-WH", "500", measured_factor="0.11", counterparty_kind_code="outside_unit"),
            # Inside the park: in no figure of it.
            _heat("H4", "received", "H-WH", "7000", **inside),
        ],
        ("park_return", "process"): [_process(MIXED, "M1", "ferrosilicon", "10")],
    }
    submissions: list[Row] = [
        {"submission_id": "S-REG", "form": "park_register", "reporting_unit_code": "330000"},
        *(
            {"submission_id": f"S-{code}", "form": "park_return", "reporting_unit_code": code}
            for code in PARKS
        ),
    ]
    inputs = Inputs(tmp_path_factory.mktemp("unverified"), rows, submissions)
    inputs.write()
    selected = ("--select", "+mart_unverified_year", "+mart_unverified_energy_year")
    done = run(inputs, "build", *selected, "--exclude", "resource_type:unit_test", "resource_type:test")
    assert {name: status for name, status in done.items() if status not in ("success", "pass")} == {}
    return inputs


def _figures(build: Inputs, level: str, condition: str) -> list[tuple[Any, ...]]:
    """Component, absolute amount, unverified part, its share, how many rows and which."""
    return read(
        build,
        "select component_code, absolute_tco2e, unverified_tco2e, unverified_share_ratio,"
        " unverified_row_count, unverified_row_ids from mart_unverified_year"
        f" where figure_level_code = '{level}' and {condition} order by all",
    )


def test_a_park_with_verified_factors_rests_on_nothing_else(build: Inputs) -> None:
    ((component, absolute, *rest),) = _figures(build, "park", f"park_code = '{CHECKED}' and {NATIONAL}")
    assert (component, rest) == ("fuel", [Decimal(0), Decimal(0), 0, ""])
    assert absolute > 0


#: 330 + 110 + 55 t of heat, of which waste heat 110 + 55; biomass has the factor zero.
HEAT = ("heat", Decimal(495), Decimal(165), Decimal("0.333333"), 1, "NZCP-HEAT-WASTE")
PROCESS = ("process", Decimal(43), Decimal(43), Decimal(1), 1, "PROCESS-FERROSILICON")


def test_the_share_is_of_absolute_amounts_inside_the_park(build: Inputs) -> None:
    assert _figures(build, "park", f"park_code = '{MIXED}' and {NATIONAL}") == [
        ("fuel", Decimal(0), Decimal(0), None, 1, "NZCP-BIOMASS"),
        HEAT,
        PROCESS,
    ]


@pytest.mark.parametrize(
    ("level", "condition"),
    [
        ("province", "area_code = '330000'"),
        ("nation", "area_code = 'CN'"),
        ("sector", "area_code = '330000' and industry_division_code = '26'"),
        ("sector", "area_code = 'CN' and industry_division_code = '26'"),
    ],
)
def test_every_level_has_its_figures(build: Inputs, level: str, condition: str) -> None:
    found = _figures(build, level, f"{condition} and {NATIONAL}")
    assert found[1:] == [HEAT, PROCESS]
    # Coal of two parks is in it now, one park's with a factor of its own; biomass still weighs nothing.
    assert found[0][2:] == (Decimal(0), Decimal(0), 1, "NZCP-BIOMASS")


def test_what_a_park_measured_is_its_own_and_not_unverified(build: Inputs) -> None:
    own = read(
        build,
        "select absolute_tco2e = own_factor_tco2e, absolute_tco2e > 0, unverified_row_count"
        f" from mart_unverified_year where park_code = '{MEASURED}' and {NATIONAL}",
    )
    assert own == [(True, True, 0)]


def test_energy_rests_on_coefficients(build: Inputs) -> None:
    """A calorific value, measured or listed, becomes tce by the stored 1/29.3076: nobody verified it."""
    energy = read(
        build,
        "select park_code, unverified_share_ratio, absolute_tce = own_factor_tce, unverified_row_ids"
        " from mart_unverified_energy_year where energy_method_code = 'EN-CAL-F' and side_code = 'use'"
        f" and park_code in ('{CHECKED}', '{MEASURED}') order by all",
    )
    assert energy == [
        (
            CHECKED,
            Decimal(1),
            False,
            "GBT32151_C1/net_calorific_value/bituminous x parameters/tce_per_gj",
        ),
        (MEASURED, Decimal(1), True, "parameters/tce_per_gj"),
    ]
