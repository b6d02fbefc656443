"""The terms of the methods cover every line and carry the signs of the method, by hand."""

import polars as pl
import pytest

from tests.builders.reference_seeds import SEEDS, entries, reported_activities, row


def test_terms_of_the_park_method_cover_every_line() -> None:
    """L2, L7: what has no term would drop out of the total unseen."""
    terms = set(SEEDS["method_terms"].filter(method_code="CN-NZCP-2025")["activity_code"])
    roles = {f"process/{role}" for role in entries("process_role")["code"]}
    assert terms == reported_activities() | roles | {"process/floor"}


def test_terms_of_the_provincial_method_cover_every_row() -> None:
    terms = SEEDS["method_terms"].filter(method_code="CEADS-PROV")
    assert set(terms["activity_code"]) == {
        f"inventory/{row_code}" for row_code in entries("inventory_rows")["code"]
    }
    counted = terms.filter(factor_rule_code="fixed")
    assert counted["factor_activity_code"].to_list() == [f"S{number:02d}" for number in range(1, 48)]


@pytest.mark.parametrize("energy_method", ["EN-CAL-F", "EN-CAL-X", "EN-EQV-F", "EN-EQV-X"])
def test_energy_terms_cover_every_line(energy_method: str) -> None:
    """Signs of the use side by hand (ACCOUNTING section 2)."""
    frame = SEEDS["energy_terms"].filter(energy_method_code=energy_method)
    signs = dict(zip(frame["activity_code"], frame["sign"], strict=True))
    assert set(signs) == reported_activities()
    plus = {"FIN", "FEED-R", "T-PWR", "T-HEAT", "C-IN", "PREP-IN", "LOSS", "FLARE", "PRD"}
    plus |= {"FEED", "NEU"} if energy_method.endswith("F") else set()
    minus = {"C-OUT", "PREP-OUT", "REC-G"}
    for flow in entries("energy_flows")["code"]:
        expected = "1" if flow in plus else "-1" if flow in minus else "0"
        assert signs[f"energy/{flow}"] == expected, flow
    assert (signs["E-GRID/received"], signs["E-GRID/sent"]) == ("1", "-1")
    assert (signs["E-SELF-RE/received"], signs["E-SELF-RE/sent"]) == ("0", "-1")
    assert (signs["E-STO/received"], signs["E-STO/sent"]) == ("0", "0")


@pytest.mark.parametrize(
    ("activity", "sign", "component", "rule", "factor", "is_memo", "reason"),
    [
        ("energy/FIN", "1", "fuel", "fuel", None, "false", None),
        ("energy/T-PWR", "1", "fuel", "fuel", None, "false", None),
        ("energy/PUR", "0", "fuel", "none", None, "false", None),
        ("energy/BNK", "1", "fuel", "fuel", None, "true", None),
        ("energy/FEED", "0", "process", "none", None, "false", "feedstock_not_carried"),
        ("energy/NEU", "0", "fuel", "none", None, "false", None),
        ("energy/C-IN", "1", "conversion", "conversion", None, "false", None),
        ("energy/C-OUT", "-1", "conversion", "conversion", None, "false", None),
        ("energy/REC-G", "-1", "conversion", "conversion", None, "false", "recovered_gas_not_balanced"),
        ("energy/PREP-IN", "0", "conversion", "none", None, "false", None),
        ("E-GRID/received", "1", "power", "fixed", "power_other", "false", None),
        ("E-GRID/sent", "-1", "power", "fixed", "power_other", "false", None),
        ("E-NUC/received", "1", "power", "fixed", "power_other", "false", None),
        ("E-DLF/sent", "-1", "power", "fixed", "power_other", "false", None),
        ("E-DL/received", "1", "power", "fixed", "power_direct_nonfossil", "false", None),
        ("E-GT/received", "1", "power", "fixed", "power_green_certificate", "false", None),
        ("E-SELF-RE/sent", "0", "power", "not_estimated", None, "false", "table_not_collected"),
        ("H-FOS/sent", "-1", "heat", "heat", "heat_fossil", "false", None),
        ("H-NF/received", "1", "heat", "fixed", "heat_nonfossil", "false", None),
        ("process/product", "1", "process", "process", None, "false", "no_factor"),
        ("process/material_out", "-1", "process", "process", None, "false", "no_factor"),
        ("process/deduction", "-1", "process", "process", None, "false", "no_factor"),
    ],
)
def test_term_by_hand(
    activity: str, sign: str, component: str, rule: str, factor: str | None, is_memo: str, reason: str | None
) -> None:
    term = row("method_terms", method_code="CN-NZCP-2025", activity_code=activity)
    found = ("sign", "component_code", "factor_rule_code", "factor_activity_code", "is_memo")
    assert tuple(term[column] for column in found) == (sign, component, rule, factor, is_memo)
    assert term["not_estimated_reason_code"] == reason
    assert term["scope_code"] == "NA"


def test_fixed_terms_find_exactly_one_factor() -> None:
    """L8. The factors of provincial inventories come as an office set."""
    terms = SEEDS["method_terms"].filter(
        pl.col("factor_rule_code").is_in(["fixed", "heat"]), method_code="CN-NZCP-2025"
    )
    for purpose, activity in terms.select("factor_purpose_code", "factor_activity_code").unique().iter_rows():
        assert (
            row("emission_factors", purpose_code=purpose, activity_code=activity)["is_office_set"] == "false"
        )
