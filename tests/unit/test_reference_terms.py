"""The terms of the methods cover every line and carry the signs of the method, by hand."""

import polars as pl
import pytest

from tests.builders.reference_seeds import SEEDS, entries, reported_activities, row

ROLES = {f"process/{role}" for role in entries("process_role")["code"]}
INVENTORY = SEEDS["method_terms"].filter(method_code="GHGI")


def inventory(activity: str) -> set[tuple[str, str, str, str, str, str, str]]:
    """Gas, basis, lines, sign, component, scope and rule of every row of an activity."""
    columns = (
        "gas_code",
        "scope2_basis_code",
        "line_condition_code",
        "sign",
        "component_code",
        "scope_code",
        "factor_rule_code",
    )
    rows = INVENTORY.filter(activity_code=activity).select(columns).fill_null("")
    return set(rows.iter_rows())


def test_terms_of_the_park_method_cover_every_line() -> None:
    """L2, L7: what has no term would drop out of the total unseen."""
    terms = SEEDS["method_terms"].filter(method_code="CN-NZCP-2025")
    assert set(terms["activity_code"]) == reported_activities() | ROLES | {"process/floor"}
    # CO2 alone, without scopes and bases.
    assert set(terms["gas_code"]) == {"CO2"}
    assert set(terms["scope_code"]) == set(terms["scope2_basis_code"]) == {"NA"}


def test_terms_of_the_inventory_cover_every_line_of_every_table() -> None:
    """L2, L7."""
    terms = set(SEEDS["method_terms"].filter(method_code="GHGI")["activity_code"])
    others = {f"other_gases/{source}" for source in entries("gas_sources")["code"]}
    others |= {f"scope3/{category}" for category in entries("scope3_categories")["code"]}
    others |= {f"removals/{kind}" for kind in ("fossil_stored", "stored", "not_stored", "credit_sold")}
    others |= {"instruments/offset", "generation/attribute_sold", "process/floor"}
    # What formulas make beside the activity of their line.
    others |= {f"other_gases/{part}" for part in ("wastewater_recovered", "floor", "waste_biogenic")}
    assert terms == reported_activities() | ROLES | others


def test_terms_of_the_provincial_method_cover_every_row() -> None:
    terms = SEEDS["method_terms"].filter(method_code="CEADS-PROV")
    assert set(terms["activity_code"]) == {
        f"inventory/{row_code}" for row_code in entries("inventory_rows")["code"]
    }
    counted = terms.filter(factor_rule_code="fixed")
    assert counted["factor_activity_code"].to_list() == [f"S{number:02d}" for number in range(1, 48)]


@pytest.mark.parametrize(
    ("activity", "sign", "component", "rule", "factor", "is_memo", "reason"),
    [
        ("energy/FIN", "1", "fuel", "fuel", "fuel", "false", None),
        ("energy/T-PWR", "1", "fuel", "fuel", "fuel", "false", None),
        ("energy/PUR", "0", "fuel", "none", None, "false", None),
        ("energy/BNK", "1", "fuel", "fuel", "fuel", "true", None),
        ("energy/FEED", "0", "process", "none", None, "false", "feedstock_not_carried"),
        ("energy/NEU", "0", "fuel", "none", None, "false", None),
        ("energy/C-IN", "1", "conversion", "conversion", "fuel", "false", None),
        ("energy/C-OUT", "-1", "conversion", "conversion", "fuel", "false", None),
        ("energy/REC-G", "-1", "conversion", "conversion", "fuel", "false", "recovered_gas_not_balanced"),
        ("energy/PREP-IN", "0", "conversion", "none", None, "false", None),
        ("E-GRID/received", "1", "power", "fixed", "power_other", "false", None),
        ("E-GRID/sent", "-1", "power", "fixed", "power_other", "false", None),
        ("E-NUC/received", "1", "power", "fixed", "power_other", "false", None),
        ("E-DLF/sent", "-1", "power", "fixed", "power_other", "false", None),
        ("E-DL/received", "1", "power", "fixed", "power_direct_nonfossil", "false", None),
        ("E-GT/received", "1", "power", "fixed", "power_green_certificate", "false", None),
        ("E-SELF-RE/received", "0", "power", "none", None, "false", None),
        ("E-SELF-RE/sent", "0", "power", "none", None, "false", None),
        ("E-SELF-RE/sent", "-1", "power", "fixed", "power_other", "true", None),
        ("E-SELF-NF/sent", "0", "power", "none", None, "false", None),
        ("E-SELF-FF/received", "0", "power", "none", None, "false", None),
        ("E-SELF-FF/sent", "-1", "power", "fixed", "power_other", "false", None),
        ("E-SELF-WH/sent", "-1", "power", "fixed", "power_other", "false", None),
        ("E-STO/sent", "0", "power", "none", None, "false", None),
        ("H-FOS/sent", "-1", "heat", "supplier", "heat_fossil", "false", None),
        ("H-NF/received", "1", "heat", "fixed", "heat_nonfossil", "false", None),
        ("process/product", "1", "process", "process", None, "false", "no_factor"),
        ("process/material_out", "-1", "process", "process", None, "false", "no_factor"),
        ("process/deduction", "-1", "process", "process", None, "false", "no_factor"),
    ],
)
def test_term_by_hand(
    activity: str, sign: str, component: str, rule: str, factor: str | None, is_memo: str, reason: str | None
) -> None:
    term = row("method_terms", method_code="CN-NZCP-2025", activity_code=activity, is_memo=is_memo)
    found = ("sign", "component_code", "factor_rule_code", "factor_activity_code")
    assert tuple(term[column] for column in found) == (sign, component, rule, factor)
    assert term["not_estimated_reason_code"] == reason
    assert term["scope_code"] == "NA"


def test_fixed_terms_find_exactly_one_factor() -> None:
    """L8. The factors of provincial inventories come as an office set; H-NF has none of CH4 and N2O."""
    terms = SEEDS["method_terms"].filter(
        pl.col("factor_rule_code").is_in(["fixed", "supplier"]),
        pl.col("factor_purpose_code").is_not_null(),
        pl.col("factor_purpose_code") != "electricity",
        pl.col("method_code").is_in(["CN-NZCP-2025", "GHGI"]),
    )
    keys = ("factor_purpose_code", "factor_activity_code", "gas_code")
    missing = set()
    for purpose, activity, gas in terms.select(keys).unique().iter_rows():
        found = SEEDS["emission_factors"].filter(
            purpose_code=purpose, activity_code=activity, gas_code=gas, is_office_set="false"
        )
        assert found.height <= 1, (purpose, activity, gas)
        if found.is_empty():
            missing.add((activity, gas))
    assert missing == {("heat_nonfossil", "CH4"), ("heat_nonfossil", "N2O")}


BURNT = {
    ("CO2", "NA", "", "1", "stationary_combustion", "1", "ghgi_fuel"),
    ("CH4", "NA", "", "1", "stationary_combustion", "1", "combustion"),
    ("N2O", "NA", "", "1", "stationary_combustion", "1", "combustion"),
    ("CO2", "NA", "biogenic_part", "1", "biogenic_co2", "memo", "biogenic"),
}
LEAKED = ("CH4", "NA", "", "1", "fugitive", "1", "where_listed")
BASES = ("location", "market")


@pytest.mark.parametrize(
    ("activity", "expected"),
    [
        ("energy/T-PWR", BURNT),
        ("energy/T-HEAT", BURNT),
        ("energy/BNK", {("CO2", "NA", "", "1", "bunkers", "memo", "ghgi_fuel")}),
        ("energy/C-IN", {("CO2", "NA", "", "1", "conversion", "1", "ghgi_conversion")}),
        ("energy/C-OUT", {("CO2", "NA", "", "-1", "conversion", "1", "ghgi_conversion")}),
        ("energy/REC-G", {("CO2", "NA", "", "-1", "conversion", "1", "ghgi_conversion")}),
        ("energy/NEU", {("CO2", "NA", "", "1", "process", "1", "if_listed")}),
        ("energy/LOSS", {("CO2", "NA", "", "0", "fugitive", "1", "none"), LEAKED}),
        (
            "E-GRID/received",
            {
                ("CO2", "location", "", "1", "purchased_power", "2", "fixed_province"),
                ("CO2", "market", "", "1", "purchased_power", "2", "fixed"),
            },
        ),
        (
            "E-GRID/sent",
            {
                ("CO2", "location", "", "-1", "purchased_power", "2", "fixed_province"),
                ("CO2", "location", "", "1", "value_chain", "3", "fixed_province"),
                ("CO2", "market", "", "-1", "purchased_power", "2", "fixed"),
                ("CO2", "market", "", "1", "value_chain", "3", "fixed"),
            },
        ),
        (
            "E-NUC/received",
            {
                ("CO2", "location", "", "1", "purchased_power", "2", "fixed_province"),
                ("CO2", "market", "", "1", "purchased_power", "2", "supplier"),
            },
        ),
        (
            "E-DLF/received",
            {("CO2", basis, "", "1", "purchased_power", "2", "supplier") for basis in BASES},
        ),
        ("E-SELF-RE/received", {("CO2", basis, "", "1", "purchased_power", "2", "fixed") for basis in BASES}),
        ("E-SELF-RE/sent", {("CO2", "NA", "", "0", "own_generation_sent", "memo", "none")}),
        ("E-SELF-FF/received", {("CO2", "NA", "", "0", "purchased_power", "2", "none")}),
        ("E-SELF-FF/sent", {("CO2", "NA", "", "-1", "own_generation_sent", "memo", "supplier")}),
        ("generation/attribute_sold", {("CO2", "market", "", "1", "purchased_power", "2", "fixed")}),
        (
            "H-WH/sent",
            {("CO2", "NA", "own_generation", "-1", "own_generation_sent", "memo", "supplier")}
            | {("CO2", basis, "resold", "-1", "purchased_heat", "2", "supplier") for basis in BASES}
            | {("CO2", basis, "resold", "1", "value_chain", "3", "supplier") for basis in BASES}
            | {
                ("CO2", basis, "origin_not_stated", "-1", "purchased_heat", "2", "not_estimated")
                for basis in BASES
            },
        ),
        (
            "H-NF/received",
            {
                (gas, basis, "", "1", "purchased_heat", "2", "fixed")
                for gas in ("CO2", "CH4", "N2O")
                for basis in BASES
            },
        ),
        (
            "other_gases/anode_effect",
            {
                ("*", "NA", "listed_gas", "1", "process", "1", "mass"),
                ("*", "NA", "other_substance", "1", "other_substances", "memo", "mass"),
            },
        ),
        ("scope3/S3-15", {("CO2e", "NA", "", "1", "value_chain", "3", "value_chain")}),
        (
            "removals/fossil_stored",
            {
                ("CO2", "NA", "", "-1", "captured_co2", "1", "mass"),
                ("CO2", "NA", "", "-1", "stored_fossil_co2", "memo", "mass"),
            },
        ),
        ("removals/stored", {("CO2", "NA", "", "-1", "removals", "removal", "mass")}),
        ("removals/credit_sold", {("CO2", "NA", "", "1", "removals", "removal", "mass")}),
        ("instruments/offset", {("CO2e", "NA", "", "-1", "offsets", "offset", "mass")}),
    ],
)
def test_terms_of_the_inventory_by_hand(activity: str, expected: set[tuple[str, ...]]) -> None:
    assert inventory(activity) == expected


def test_components_say_the_scope_of_their_terms() -> None:
    """A memo is a memo in both; every term has its component under its own method."""
    scopes = {
        (row["method_code"], row["component_code"]): (row["scope_code"], row["is_memo"])
        for row in SEEDS["components"].iter_rows(named=True)
    }
    for term in INVENTORY.iter_rows(named=True):
        assert scopes["GHGI", term["component_code"]] == (term["scope_code"], term["is_memo"]), term
    for term in SEEDS["method_terms"].filter(pl.col("method_code") != "GHGI").iter_rows(named=True):
        assert (term["method_code"], term["component_code"]) in scopes


def test_a_line_of_final_use_meets_one_term_of_each_gas_and_use() -> None:
    """The four uses share a line between them: none is left out, none counts twice."""
    burnt = INVENTORY.filter(
        pl.col("line_condition_code").str.starts_with("use_"), activity_code="energy/FIN"
    )
    rows = burnt.select("line_condition_code", "gas_code", "component_code", "factor_activity_code").rows()
    classes = {"use_industry": "industry", "use_building": "buildings"}
    classes |= {"use_road": "road", "use_off_road": "off_road"}
    assert set(rows) == {
        (
            use,
            gas,
            "mobile_combustion" if "road" in use else "stationary_combustion",
            "fuel" if gas == "CO2" else combustion_class,
        )
        for use, combustion_class in classes.items()
        for gas in ("CO2", "CH4", "N2O")
    }
    assert len(rows) == 12


def test_a_reason_beside_a_condition_is_what_the_unmet_condition_means() -> None:
    """L7: aluminium whose unit reports its anode effects is zero by the average factor, never a gap."""
    conditional = SEEDS["method_terms"].filter(pl.col("condition_code").is_not_null())
    found = set(conditional.select("condition_code", "not_estimated_reason_code").iter_rows())
    assert found == {
        ("anode_effect_not_reported", None),
        ("carbon_in_balance", "recovered_gas_not_balanced"),
        ("carried_by_process_line", "feedstock_not_carried"),
        ("counted_before", None),
        ("offset_retired", None),
    }
