"""Golden scenarios of several parks: what one claims, sends or states that another one does, too (L6)."""

from decimal import Decimal

import polars as pl
import pytest

from tests.builders.release import Released
from tests.golden.scenarios import NATIONAL_METHOD, decimals, load, of_park, those_with

WITH_DISPUTES = [
    name
    for name in those_with("claims")
    if any(one["outcome"] == "claimed_twice" for one in load(name)["expected"]["claims"].values())
]


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


@pytest.mark.parametrize("name", those_with("direct_lines"))
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


@pytest.mark.parametrize("name", those_with("flows"))
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


@pytest.mark.parametrize("name", those_with("flows"))
def test_the_proof_shows_what_the_asymmetry_leaves_to_eliminate(golden_release: Released, name: str) -> None:
    is_province = (pl.col("view_code") == "province") & (pl.col("area_code") == "330000")
    proof = golden_release.table("mart_proof").filter(is_province, pl.col("total_code") == "consumption")
    of_boundary = proof.filter(pl.col("boundary_code") == "physical")
    found = {row["scope2_basis_code"]: row for row in of_boundary.iter_rows(named=True)}
    expected = decimals(load(name)["expected"]["eliminated_asymmetric"])
    assert {basis: row["eliminated_asymmetric_tco2e"] for basis, row in found.items()} == expected
    assert set(proof["remainder_tco2e"]) == {Decimal(0)}


@pytest.mark.parametrize("name", those_with("nested"))
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


@pytest.mark.parametrize("name", those_with("nested"))
def test_a_nested_unit_that_the_park_around_does_not_state_is_found(
    golden_release: Released, name: str
) -> None:
    findings = of_park(golden_release, "mart_findings", name).filter(finding_code="nested_unit_not_in_parent")
    found = dict(findings.select("subject_code", "value_a").iter_rows())
    assert found == decimals(load(name)["expected"]["not_in_parent"])


@pytest.mark.parametrize("name", those_with("nested"))
def test_another_figure_of_the_park_around_is_found_with_both(golden_release: Released, name: str) -> None:
    findings = of_park(golden_release, "mart_findings", name).filter(finding_code="nested_unit_differs")
    found = {
        row["subject_code"]: [row["value_a"], row["value_b"], row["difference"]]
        for row in findings.iter_rows(named=True)
    }
    expected = load(name)["expected"]["differs"]
    assert found == {subject: [Decimal(one) for one in row] for subject, row in expected.items()}
