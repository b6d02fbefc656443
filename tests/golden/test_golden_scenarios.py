"""Golden scenarios: parks worked by hand, from the submitted file to the released cell (L3).

The factor values stand written in each scenario file, so that a changed factor shows here.
"""

from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from tests.builders.release import Released
from tests.golden.scenarios import NATIONAL_METHOD, SCENARIOS, decimals, load, of_park, those_with

FULL_INVENTORY = "GHGI"
VARIANT = "EN-CAL-F"


def own_entries(released: Released, name: str, method: str) -> pl.DataFrame:
    facts = of_park(released, "fct_emissions", name)
    return facts.filter(
        pl.col("entry_kind_code") == "own", pl.col("method_code") == method, pl.col("emission_tco2e") != 0
    )


def without_zeros(frame: pl.DataFrame) -> dict[Any, Decimal]:
    """Key -> value of a frame of two columns; what adds up to zero is left out."""
    return {key: value for key, value in frame.iter_rows() if value}


@pytest.mark.parametrize("name", SCENARIOS)
def test_lines_by_the_national_method(golden_release: Released, name: str) -> None:
    facts = own_entries(golden_release, name, NATIONAL_METHOD).filter(~pl.col("is_memo"))
    by_line = facts.group_by("line_id").agg(pl.col("emission_tco2e").sum())
    assert without_zeros(by_line) == decimals(load(name)["expected"]["nzcp"]["lines"])


@pytest.mark.parametrize("name", SCENARIOS)
def test_components_and_total_by_the_national_method(golden_release: Released, name: str) -> None:
    expected = load(name)["expected"]["nzcp"]
    components = of_park(golden_release, "mart_park_component_year", name).filter(
        pl.col("method_code") == NATIONAL_METHOD
    )
    found = components.select("component_code", "emission_tco2e")
    assert without_zeros(found) == decimals(expected["components"])
    total = of_park(golden_release, "mart_park_year", name).filter(pl.col("method_code") == NATIONAL_METHOD)
    assert total.select("emission_tco2e", "is_partial").rows() == [
        (Decimal(expected["total"]), expected["is_partial"])
    ]


@pytest.mark.parametrize("name", SCENARIOS)
def test_memo_items_by_the_national_method(golden_release: Released, name: str) -> None:
    """What stands beside the result: bunkers, and the credit of the annex read literally."""
    memo = of_park(golden_release, "mart_park_memo_year", name).filter(
        pl.col("method_code") == NATIONAL_METHOD
    )
    found = without_zeros(memo.select("component_code", "emission_tco2e"))
    assert found == decimals(load(name)["expected"]["nzcp"].get("memo", {}))


@pytest.mark.parametrize("name", SCENARIOS)
def test_lines_of_the_full_inventory(golden_release: Released, name: str) -> None:
    """Each line by scope, and within it by basis of scope 2 and 3 or by gas group."""
    facts = own_entries(golden_release, name, FULL_INVENTORY)
    part = pl.when(pl.col("scope2_basis_code") == "NA").then("gas_group_code").otherwise("scope2_basis_code")
    by_line = facts.group_by(pl.format("{} {} {}", "line_id", "scope_code", part)).agg(
        pl.col("emission_tco2e").sum()
    )
    assert without_zeros(by_line) == decimals(load(name)["expected"]["ghgi"]["lines"])


@pytest.mark.parametrize("name", SCENARIOS)
def test_totals_of_the_full_inventory(golden_release: Released, name: str) -> None:
    expected = load(name)["expected"]["ghgi"]
    rows = of_park(golden_release, "mart_park_net_year", name)
    found = {row["scope2_basis_code"]: row for row in rows.iter_rows(named=True)}
    assert found.keys() == {"location", "market"}
    for basis, row in found.items():
        # A park without a line of scope 1 has none: null is not zero (L7).
        assert row["scope1_tco2e"] == (expected["scope1"] and Decimal(expected["scope1"]))
        assert row["scope2_tco2e"] == Decimal(expected[f"scope2_{basis}"])
        assert row["gross_tco2e"] == Decimal(expected[f"gross_{basis}"])
        assert row["is_partial"] == expected["is_partial"]


@pytest.mark.parametrize("name", those_with("scope3"))
def test_the_value_chain_with_its_coverage(golden_release: Released, name: str) -> None:
    expected = load(name)["expected"]["scope3"]
    for row in of_park(golden_release, "mart_park_net_year", name).iter_rows(named=True):
        assert row["scope3_tco2e"] == Decimal(expected[row["scope2_basis_code"]])
        assert row["scope3_not_estimated_count"] == expected["not_estimated"]
        assert row["scope3_screened_category_count"] == expected["screened_categories"]
        assert row["scope3_coverage_ratio"] == Decimal(expected["coverage"])
    market = of_park(golden_release, "mart_park_scope3_year", name).filter(scope2_basis_code="market")
    covered = {key: value and Decimal(value) for key, value in expected["coverage_by_category"].items()}
    found = dict(market.select("scope3_category_code", "scope3_coverage_ratio").iter_rows())
    assert {category: found[category] for category in covered} == covered
    assert market.filter("has_overlap")["scope3_category_code"].to_list() == expected["overlaps"]
    assert market["emission_tco2e"].sum() == Decimal(expected["market"])


@pytest.mark.parametrize("name", those_with("stages"))
def test_stages_reached_with_and_without_offsets(golden_release: Released, name: str) -> None:
    rows = of_park(golden_release, "mart_park_stage_year", name).filter(boundary_code="physical")
    found = {
        row["stage_code"]: {
            "gross": row["stage_gross_tco2e"],
            "net": row["stage_net_tco2e"],
            "net_without_offsets": row["stage_net_without_offsets_tco2e"],
            "net_beside": row["stage_net_beside_tco2e"],
            "status": [
                row["status_code"],
                row["status_without_offsets_code"],
                row["status_beside_code"],
            ],
            "offset_share": row["offset_share_ratio"],
        }
        for row in rows.iter_rows(named=True)
    }
    assert found == {
        stage: {key: value if key == "status" else Decimal(value) for key, value in values.items()}
        for stage, values in load(name)["expected"]["stages"].items()
    }


@pytest.mark.parametrize("name", SCENARIOS)
def test_energy_and_carbon_per_energy(golden_release: Released, name: str) -> None:
    expected = load(name)["expected"]
    row = (
        of_park(golden_release, "mart_carbon_per_energy", name)
        .filter(pl.col("energy_method_code") == VARIANT)
        .row(0, named=True)
    )
    assert row["method_code"] == NATIONAL_METHOD
    assert row["energy_tce"] == Decimal(expected["energy_tce"])
    assert row["carbon_per_energy"] == Decimal(expected["carbon_per_energy"])


@pytest.mark.parametrize("name", those_with("forms"))
def test_energy_as_the_statistical_forms_make_it(golden_release: Released, name: str) -> None:
    expected = load(name)["expected"]["forms"]
    energy = of_park(golden_release, "mart_park_energy_year", name).filter(energy_method_code=VARIANT)
    figures = (Decimal(expected["total"]), Decimal(expected["difference"]))
    assert energy.select("forms_tce", "forms_difference_tce").rows() == [figures]
    findings = of_park(golden_release, "mart_findings", name).filter(finding_code="energy_forms_differ")
    found = findings.select("subject_code", "value_b", "difference").rows()
    assert found == ([(VARIANT, *figures)] if expected["is_finding"] else [])


@pytest.mark.parametrize("name", those_with("indicators"))
def test_indicators(golden_release: Released, name: str) -> None:
    found = {
        row["indicator_code"]: {
            "status": row["status_code"],
            "reason": row["not_determined_reason_code"],
            "least": row["value_least"],
            "most": row["value_most"],
            "variants": row["variant_count"],
            "met": row["variant_count_met"],
        }
        for row in of_park(golden_release, "mart_park_indicator", name).iter_rows(named=True)
    }
    assert found == {
        indicator: {**one, "least": Decimal(one["least"]), "most": Decimal(one["most"])}
        for indicator, one in load(name)["expected"]["indicators"].items()
    }


@pytest.mark.parametrize("name", those_with("claims"))
def test_claims(golden_release: Released, name: str) -> None:
    expected = load(name)["expected"]["claims"]
    columns = ("claimed_quantity", "counted_quantity", "blocked_quantity")
    found = {
        row["line_id"]: (
            *(row[column] for column in columns),
            row["claim_outcome_code"],
            row["collides_with"],
        )
        for row in of_park(golden_release, "mart_claims", name).iter_rows(named=True)
    }
    assert found == {
        line: (
            *(Decimal(one[key]) for key in ("claimed", "counted", "blocked")),
            one["outcome"],
            one["against"],
        )
        for line, one in expected.items()
    }


@pytest.mark.parametrize("name", those_with("accounts"))
def test_accounts_of_enterprises(golden_release: Released, name: str) -> None:
    """Every entry of every account; an entry that nobody reported is missing and no zero (L7)."""
    expected = load(name)["expected"]["accounts"]
    rows = of_park(golden_release, "mart_enterprise_account", name).sort("unit_code", "account_entry_order")
    found: dict[str, dict[str, Decimal | None]] = {unit: {} for unit in expected}
    for row in rows.iter_rows(named=True):
        found[row["unit_code"]][row["account_entry_code"]] = row["emission_tco2e"]
        is_missing = row["emission_tco2e"] is None
        assert row["account_status_code"] == ("missing" if is_missing else "complete")
    assert found == {
        unit: {entry: value and Decimal(value) for entry, value in entries.items()}
        for unit, entries in expected.items()
    }
    assert [list(entries) for entries in found.values()] == [list(one) for one in expected.values()]


@pytest.mark.parametrize("name", those_with("accounts"))
def test_accounts_and_their_park_differ_by_what_stays_inside(golden_release: Released, name: str) -> None:
    expected = decimals(load(name)["expected"]["account_bridge"])
    (row,) = of_park(golden_release, "mart_account_bridge", name).iter_rows(named=True)
    assert {part: row[f"{part}_tco2e"] for part in expected} == expected
    assert row["account_count"] == len(load(name)["expected"]["accounts"])
    assert (row["without_account_tco2e"], row["remainder_tco2e"]) == (None, Decimal(0))


@pytest.mark.parametrize("name", those_with("peer"))
def test_peer_position(golden_release: Released, name: str) -> None:
    peer = load(name)["expected"]["peer"]
    row = (
        of_park(golden_release, "cmp_peer_position", name)
        .filter(pl.col("energy_method_code") == VARIANT)
        .row(0, named=True)
    )
    found = {
        "count": row["peer_count"],
        "median": row["peer_median"],
        "mad": row["peer_median_absolute_deviation"],
        "deviation": row["deviation_in_mad"],
        "rank": row["rank_in_class"],
    }
    assert found == {
        "count": peer["count"],
        "median": Decimal(peer["median"]),
        "mad": Decimal(peer["mad"]),
        "deviation": Decimal(peer["deviation"]),
        "rank": peer["rank"],
    }


@pytest.mark.parametrize("name", those_with("uncertainty"))
def test_the_uncertainty_by_propagation(golden_release: Released, name: str) -> None:
    """Square of the half-width, per cent of the total, share that is known; empty where a line lacks one."""
    rows = of_park(golden_release, "cmp_uncertainty", name).filter(boundary_code="physical")
    found = {
        f"{row['method_code']} {row['scope2_basis_code']}": [
            row["half_width_squared_tco2e2"], row["propagated_percent"], row["known_share_ratio"],
        ]
        for row in rows.iter_rows(named=True)
    }  # fmt: skip
    expected = load(name)["expected"]["uncertainty"]
    assert found == {key: [one and Decimal(one) for one in row] for key, row in expected.items()}


def test_the_simulation_agrees_with_the_propagation_within_two_percent(golden_release: Released) -> None:
    quantified = golden_release.table("cmp_uncertainty").filter(uncertainty_status_code="quantified")
    assert quantified.filter(figure_level_code="park").height == 3
    for row in quantified.iter_rows(named=True):
        apart = abs(row["simulated_percent"] - row["propagated_percent"])
        assert apart <= row["propagated_percent"] * Decimal("0.02")
        assert row["simulated_lower_tco2e"] < row["emission_tco2e"] < row["simulated_upper_tco2e"]
