"""Golden scenarios: parks worked by hand, from the submitted file to the released cell (L3).

The factor values stand written in each scenario file, so that a changed factor shows here.
"""

from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import yaml

from tests.builders.release import Released

FOLDER = Path(__file__).parent
SCENARIOS = sorted(path.parent.name for path in FOLDER.glob("*/scenario.yaml"))
NATIONAL_METHOD = "CN-NZCP-2025"
FULL_INVENTORY = "GHGI"
VARIANT = "EN-CAL-F"


def load(name: str) -> dict[str, Any]:
    content = yaml.safe_load((FOLDER / name / "scenario.yaml").read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


WITH_FLOWS = [name for name in SCENARIOS if "flows" in load(name)["expected"]]
WITH_CLAIMS = [name for name in SCENARIOS if "claims" in load(name)["expected"]]
WITH_DISPUTES = [
    name
    for name in WITH_CLAIMS
    if any(one["outcome"] == "claimed_twice" for one in load(name)["expected"]["claims"].values())
]
WITH_DIRECT_LINES = [name for name in SCENARIOS if "direct_lines" in load(name)["expected"]]
WITH_NESTED = [name for name in SCENARIOS if "nested" in load(name)["expected"]]
WITH_ACCOUNTS = [name for name in SCENARIOS if "accounts" in load(name)["expected"]]
WITH_SCOPE3 = [name for name in SCENARIOS if "scope3" in load(name)["expected"]]
WITH_STAGES = [name for name in SCENARIOS if "stages" in load(name)["expected"]]
WITH_INDICATORS = [name for name in SCENARIOS if "indicators" in load(name)["expected"]]
WITH_UNCERTAINTY = [name for name in SCENARIOS if "uncertainty" in load(name)["expected"]]
WITH_FORMS = [name for name in SCENARIOS if "forms" in load(name)["expected"]]
WITH_PEERS = [name for name in SCENARIOS if "peer" in load(name)["expected"]]


def of_park(released: Released, table: str, name: str) -> pl.DataFrame:
    return released.table(table).filter(pl.col("park_code") == load(name)["park_code"])


def own_entries(released: Released, name: str, method: str) -> pl.DataFrame:
    facts = of_park(released, "fct_emissions", name)
    return facts.filter(
        pl.col("entry_kind_code") == "own", pl.col("method_code") == method, pl.col("emission_tco2e") != 0
    )


def without_zeros(frame: pl.DataFrame) -> dict[Any, Decimal]:
    """Key -> value of a frame of two columns; what adds up to zero is left out."""
    return {key: value for key, value in frame.iter_rows() if value}


def decimals(values: dict[str, str]) -> dict[str, Decimal]:
    return {key: Decimal(value) for key, value in values.items()}


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


@pytest.mark.parametrize("name", WITH_SCOPE3)
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


@pytest.mark.parametrize("name", WITH_STAGES)
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


@pytest.mark.parametrize("name", WITH_FORMS)
def test_energy_as_the_statistical_forms_make_it(golden_release: Released, name: str) -> None:
    expected = load(name)["expected"]["forms"]
    energy = of_park(golden_release, "mart_park_energy_year", name).filter(energy_method_code=VARIANT)
    figures = (Decimal(expected["total"]), Decimal(expected["difference"]))
    assert energy.select("forms_tce", "forms_difference_tce").rows() == [figures]
    findings = of_park(golden_release, "mart_findings", name).filter(finding_code="energy_forms_differ")
    found = findings.select("subject_code", "value_b", "difference").rows()
    assert found == ([(VARIANT, *figures)] if expected["is_finding"] else [])


@pytest.mark.parametrize("name", WITH_INDICATORS)
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


@pytest.mark.parametrize("name", WITH_CLAIMS)
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


@pytest.mark.parametrize("name", WITH_DISPUTES)
def test_who_else_claims_the_serials_is_found(golden_release: Released, name: str) -> None:
    """On both sides, with what is blocked here and there."""
    findings = of_park(golden_release, "mart_findings", name).filter(finding_code="claimed_by_others")
    (other,) = (one for one in WITH_DISPUTES if one != name)
    (row,) = findings.iter_rows(named=True)
    own_line, other_line = load(name)["expected"]["claims"]["I1"], load(other)["expected"]["claims"]["I1"]
    assert row["subject_code"] == (
        f"green_certificate U1/I1 = green_certificate {load(other)['park_code']}/U1/I1 (2025)"
        " TWO-2501..TWO-3000"
    )
    assert (row["value_a"], row["value_b"]) == (Decimal(own_line["blocked"]), Decimal(other_line["blocked"]))


@pytest.mark.parametrize("name", WITH_DIRECT_LINES)
def test_who_received_more_of_a_direct_line_than_was_sent_is_found(
    golden_release: Released, name: str
) -> None:
    """The supplier and all its consumers are told; what is blocked is no direct supply."""
    expected = load(name)["expected"]["direct_lines"]
    findings = of_park(golden_release, "mart_findings", name).filter(
        finding_code="direct_lines_exceed_supply"
    )
    assert findings["subject_code"].to_list() == [expected["subject"]]
    figures = [Decimal(expected[side]) for side in ("received", "sent")]
    assert findings.select("value_a", "value_b").rows() == [tuple(figures)]
    (share,) = of_park(golden_release, "mart_park_profile", name)["direct_supply_share_ratio"]
    assert share == Decimal(expected["direct_share"])


@pytest.mark.parametrize("name", WITH_ACCOUNTS)
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


@pytest.mark.parametrize("name", WITH_ACCOUNTS)
def test_accounts_and_their_park_differ_by_what_stays_inside(golden_release: Released, name: str) -> None:
    expected = decimals(load(name)["expected"]["account_bridge"])
    (row,) = of_park(golden_release, "mart_account_bridge", name).iter_rows(named=True)
    assert {part: row[f"{part}_tco2e"] for part in expected} == expected
    assert row["account_count"] == len(load(name)["expected"]["accounts"])
    assert (row["without_account_tco2e"], row["remainder_tco2e"]) == (None, Decimal(0))


@pytest.mark.parametrize("name", WITH_PEERS)
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


@pytest.mark.parametrize("name", WITH_UNCERTAINTY)
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


@pytest.mark.parametrize("name", WITH_FLOWS)
def test_what_two_parks_say_of_their_flows(golden_release: Released, name: str) -> None:
    """Both figures and their difference, which is a finding of both parks."""
    expected = {key: [Decimal(one) for one in row] for key, row in load(name)["expected"]["flows"].items()}
    of_seller = pl.col("from_node_code") == load(name)["park_code"]
    flows = golden_release.table("mart_flow_matrix").filter(of_seller, pl.col("to_kind_code") == "park")
    found = {
        row["commodity_code"]: [row[f"{side}_quantity"] for side in ("sent", "received", "difference")]
        for row in flows.iter_rows(named=True)
    }
    assert found == expected
    findings = golden_release.table("mart_findings").filter(pl.col("finding_code") == "flow_asymmetric")
    parks = set(flows["from_park_code"]) | set(flows["to_park_code"])
    named = findings.filter(pl.col("park_code").is_in(list(parks)))
    assert sorted(named["difference"]) == sorted(2 * [row[2] for row in found.values()])


@pytest.mark.parametrize("name", WITH_FLOWS)
def test_the_proof_shows_what_the_asymmetry_leaves_to_eliminate(golden_release: Released, name: str) -> None:
    is_province = (pl.col("view_code") == "province") & (pl.col("area_code") == "330000")
    proof = golden_release.table("mart_proof").filter(is_province, pl.col("total_code") == "consumption")
    of_boundary = proof.filter(pl.col("boundary_code") == "physical")
    found = {row["scope2_basis_code"]: row for row in of_boundary.iter_rows(named=True)}
    expected = decimals(load(name)["expected"]["eliminated_asymmetric"])
    assert {basis: row["eliminated_asymmetric_tco2e"] for basis, row in found.items()} == expected
    assert set(proof["remainder_tco2e"]) == {Decimal(0)}


@pytest.mark.parametrize("name", WITH_NESTED)
def test_what_two_nested_parks_state_is_in_totals_once(golden_release: Released, name: str) -> None:
    """The proof names what leaves; the sum of park results less it is the province and the nation."""
    nested = decimals(load(name)["expected"]["nested"])
    proof = golden_release.table("mart_proof").filter(area_code="330000", view_code="province")
    found = {
        row["scope2_basis_code"] if row["total_code"] == "consumption" else "production": row
        for row in proof.filter(boundary_code="physical").iter_rows(named=True)
    }
    assert {part: row["eliminated_nested_tco2e"] for part, row in found.items()} == {
        part: value for part, value in nested.items() if part != "nzcp"
    }
    for table in ("mart_province_year", "mart_national_year"):
        area = golden_release.table(table).filter(method_code=NATIONAL_METHOD, boundary_code="physical")
        parks = golden_release.table("mart_park_year").filter(method_code=NATIONAL_METHOD)
        of_parks: list[Decimal] = parks["emission_tco2e"].drop_nulls().to_list()
        assert area["emission_tco2e"].sum() == sum(of_parks, nested["nzcp"])


@pytest.mark.parametrize("name", WITH_NESTED)
def test_a_nested_unit_that_the_park_around_does_not_state_is_found(
    golden_release: Released, name: str
) -> None:
    findings = of_park(golden_release, "mart_findings", name).filter(finding_code="nested_unit_not_in_parent")
    found = dict(findings.select("subject_code", "value_a").iter_rows())
    assert found == decimals(load(name)["expected"]["not_in_parent"])


@pytest.mark.parametrize("name", WITH_NESTED)
def test_another_figure_of_the_park_around_is_found_with_both(golden_release: Released, name: str) -> None:
    findings = of_park(golden_release, "mart_findings", name).filter(finding_code="nested_unit_differs")
    found = {
        row["subject_code"]: [row["value_a"], row["value_b"], row["difference"]]
        for row in findings.iter_rows(named=True)
    }
    expected = load(name)["expected"]["differs"]
    assert found == {subject: [Decimal(one) for one in row] for subject, row in expected.items()}
