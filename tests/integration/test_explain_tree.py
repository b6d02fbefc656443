"""`lingtan explain` on the golden parks: from released figures down to the cells of their returns (L13)."""

from typing import Any

import pytest

from tests.builders.drawn_cells import faults_of_all
from tests.builders.explained import NATIONAL, outline, tree
from tests.builders.release import Released

pytestmark = pytest.mark.slow


def test_every_figure_of_the_golden_parks_equals_its_recomputation(golden_release: Released) -> None:
    count, faults = faults_of_all(golden_release.folder)
    assert count > 5_000
    assert faults == []


def test_a_measured_fuel_factor_goes_down_to_what_was_measured(golden_release: Released) -> None:
    line = {"table_name": "energy", "line_id": "E4", "activity_code": "energy/FIN", **NATIONAL}
    (submission,) = golden_release.table("fct_emissions").filter(
        park_code="GOLD-FUEL", line_id="E4", method_code="CN-NZCP-2025"
    )["submission_id"]
    figure = tree(golden_release, "fct_emissions", "emission_tco2e", submission_id=submission, **line)
    assert outline(figure) == {
        "fct_emissions.emission_tco2e 1180.3275": [
            {
                "fct_emissions.mass_t 1180.3275": [
                    {"fct_emissions.sign 1": ["dim_terms.sign 1"]},
                    {
                        "fct_emissions.quantity 500": [
                            {
                                "fct_activity.quantity 500": [
                                    {
                                        "fct_activity.canonical_quantity 500": [
                                            "park_return__energy.quantity 0.05 <energy.csv!F5>",
                                            "dim_values.value 10000 unit/10kt",
                                        ]
                                    }
                                ]
                            }
                        ]
                    },
                    {
                        "fct_emissions.factor_value 2.360655": [
                            {
                                "fct_activity.measured_net_calorific_value 25.1": [
                                    "park_return__energy.net_calorific_value 25.1 <energy.csv!H5>"
                                ]
                            },
                            {
                                "fct_activity.measured_carbon_content 27": [
                                    "park_return__energy.carbon_content 27 <energy.csv!I5>"
                                ]
                            },
                            {
                                "fct_activity.measured_oxidation_ratio 0.95": [
                                    "park_return__energy.oxidation_ratio 0.95 <energy.csv!J5>"
                                ]
                            },
                            "dim_values.value 44 constant/carbon_to_co2_numerator",
                            "dim_values.value 12 constant/carbon_to_co2_denominator",
                            "dim_values.value 1000 unit/TJ",
                        ]
                    },
                ]
            },
            {"fct_emissions.gwp_value 1": ["dim_values.value 1 gwp/CN-NZCP-2025/1/CO2"]},
        ]
    }


def test_certificates_go_down_to_the_lines_of_power_and_claims(golden_release: Released) -> None:
    """Of 5,000 MWh 3,000 are traded with serials; 1,000 unbundled cover grid power, net of 500 sent."""
    (submission,) = golden_release.table("fct_clearing").filter(park_code="GOLD-CERTIFICATE", line_id="P1")[
        "submission_id"
    ]
    figure = tree(golden_release, "fct_clearing", "applied_mwh", submission_id=submission, line_id="P1")
    covered = {
        "fct_clearing.covered_mwh 3000": [
            "fct_clearing.reported_mwh 5000",
            {
                "fct_instruments.valid_quantity 3000": [
                    {
                        "fct_instruments.quantity 3000": [
                            "park_return__instruments.quantity 3000 <instruments.csv!K2>",
                            "dim_values.value 1 unit/MWh",
                        ]
                    }
                ]
            },
        ]
    }
    of_line = {
        "fct_clearing.grid_mwh 2000": [
            {
                "fct_clearing.reported_mwh 5000": [
                    "park_return__power_heat.quantity 5000 <power_heat.csv!J2>",
                    "dim_values.value 1 unit/MWh",
                ]
            },
            covered,
        ]
    }
    assert outline(figure) == {
        "fct_clearing.applied_mwh 1000": [
            of_line,
            {
                "fct_instruments.valid_quantity 1000": [
                    {
                        "fct_instruments.quantity 1000": [
                            "park_return__instruments.quantity 1000 <instruments.csv!K3>",
                            "dim_values.value 1 unit/MWh",
                        ]
                    }
                ]
            },
            {
                "fct_clearing.grid_mwh 4000": [
                    {
                        "fct_clearing.reported_mwh 4000": [
                            "park_return__power_heat.quantity 4000 <power_heat.csv!J3>",
                            "dim_values.value 1 unit/MWh",
                        ]
                    },
                    "fct_clearing.covered_mwh 0",
                ]
            },
            # Written out above.
            "fct_clearing.grid_mwh 2000",
            {
                "fct_activity.canonical_quantity 500": [
                    "park_return__power_heat.quantity 500 <power_heat.csv!J4>",
                    "dim_values.value 1 unit/MWh",
                ]
            },
        ]
    }


def test_a_flow_that_two_parks_tell_differently_goes_down_to_the_returns_of_both(
    golden_release: Released,
) -> None:
    """The seller says 100,000 GJ, the buyer 98 TJ."""
    figure = tree(
        golden_release,
        "mart_findings",
        "difference",
        finding_code="flow_asymmetric",
        park_code="GOLD-EXCHANGE-BUY",
        subject_code="heat/GOLD-EXCHANGE-SELL>GOLD-EXCHANGE-BUY",
    )

    def of_side(side: str, quantity: str, cell: str, multiplier: str) -> Any:
        line = {
            f"fct_activity.canonical_quantity {quantity}": [
                f"park_return__power_heat.quantity {cell} <power_heat.csv!J2>",
                f"dim_values.value {multiplier}",
            ]
        }
        flow = {f"fct_flows.flow_quantity {quantity}": [line]}
        return {f"mart_flow_matrix.{side}_quantity {quantity}": [flow]}

    assert outline(figure) == {
        "mart_findings.difference 2000": [
            {"mart_findings.value_a 100000": [of_side("sent", "100000", "100000", "1 unit/GJ")]},
            {"mart_findings.value_b 98000": [of_side("received", "98000", "98", "1000 unit/TJ")]},
        ]
    }


def test_a_direct_line_with_two_consumers_goes_down_to_the_returns_of_all_three(
    golden_release: Released,
) -> None:
    """The supplier says it sent 1,000 MWh; of its two consumers one received all of it, the other 400."""
    figure = tree(
        golden_release,
        "mart_findings",
        "difference",
        finding_code="direct_lines_exceed_supply",
        park_code="GOLD-DIRECT-SUPPLY",
    )

    def of_line(quantity: str, table: str, column: str) -> Any:
        cells = [
            f"park_return__power_heat.quantity {quantity} <power_heat.csv!J2>",
            "dim_values.value 1 unit/MWh",
        ]
        return {f"fct_flows.flow_quantity {quantity}": [{f"{table}.{column} {quantity}": cells}]}

    def received(quantity: str) -> Any:
        line = of_line(quantity, "fct_clearing", "reported_mwh")
        return {f"step/supplier_claims.claimed_mwh {quantity}": [line]}

    sent = of_line("1000", "fct_activity", "canonical_quantity")
    assert outline(figure) == {
        "mart_findings.difference 400": [
            {
                "mart_findings.value_a 1400": [
                    {"step/suppliers.claimed_mwh 1400": [received("1000"), received("400")]}
                ]
            },
            {"mart_findings.value_b 1000": [{"step/suppliers.supplied_mwh 1000": [sent]}]},
        ]
    }


@pytest.mark.parametrize(
    ("park", "table", "line", "expected"),
    [
        (
            "GOLD-HEAT",
            "power_heat",
            "P5",
            {
                "fct_activity.canonical_quantity 2679.26": [
                    "park_return__power_heat.quantity 1000 <power_heat.csv!J6>",
                    "dim_values.value 1 unit/t",
                    "park_return__power_heat.enthalpy_kj_per_kg 2763 <power_heat.csv!O6>",
                    # Nobody reported a return: the enthalpy of feed water stands in.
                    "park_return__power_heat.return_enthalpy_kj_per_kg None <power_heat.csv!P6>",
                    "dim_values.value 83.74 constant/feed_water_enthalpy_kj_per_kg",
                    "dim_values.value 0.001 unit/MJ",
                ]
            },
        ),
        (
            "GOLD-GASES",
            "other_gases",
            "O1",
            {
                "fct_activity.canonical_quantity 0.4": [
                    "park_return__other_gases.opening_stock 500 <other_gases.csv!F2>",
                    "park_return__other_gases.bought 1200 <other_gases.csv!G2>",
                    "park_return__other_gases.charge_increase 900 <other_gases.csv!H2>",
                    "park_return__other_gases.recovered 100 <other_gases.csv!I2>",
                    "park_return__other_gases.closing_stock 300 <other_gases.csv!J2>",
                    "dim_values.value 0.001 unit/kg",
                ]
            },
        ),
    ],
)
def test_a_quantity_that_was_worked_out_names_every_cell_it_needs(
    golden_release: Released, park: str, table: str, line: str, expected: Any
) -> None:
    lines = golden_release.table("fct_activity").filter(park_code=park, table_name=table, line_id=line)
    figure = tree(
        golden_release,
        "fct_activity",
        "canonical_quantity",
        submission_id=lines["submission_id"][0],
        table_name=table,
        line_id=line,
    )
    assert outline(figure) == expected
