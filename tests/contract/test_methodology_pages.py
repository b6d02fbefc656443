"""The methodology pages say what seeds, settings and models say (L8, L10).

A figure in a page is followed by a hidden note that names its seed row and column; one without it fails.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import polars as pl
import pytest

from lingtan.contracts.code_lists import SEEDS
from lingtan.places import checkout
from lingtan.release.settings import DEFAULT_SETTINGS
from tests.golden.golden_page import PAGE, golden_page

FOLDER = checkout() / "docs" / "methodology"
WRITTEN_BY_HAND = sorted(path.name for path in FOLDER.glob("*.md") if path.name != Path(PAGE).name)
MODELS = checkout() / "dbt_project" / "models"
OURS = "LINGTAN-METHOD-DECISIONS"

#: `0.8325<!--emission_factors factor_id=NZCP-POWER-OTHER value-->`
HELD = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)<!--(\w+)((?: \w+=[\w.-]*)+) (\w+)-->")
#: The definition of a tonne of coal equivalent, held by a test of its own below.
DEFINITION = "29.3076"
SIGNS = {"+": 1, "−": -1, "0": 0}


def page(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def seed(name: str) -> pl.DataFrame:
    return pl.read_csv(SEEDS / f"{name}.csv", infer_schema=False)


def grid(text: str, heads: str) -> Iterator[list[str]]:
    """The rows of the one table whose heads begin with `heads`."""
    lines = text.splitlines()
    (start,) = [number for number, line in enumerate(lines) if line.startswith(heads)]
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            return
        yield [cell.strip() for cell in line.strip("|").split("|")]


def codes(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_the_page_of_the_golden_scenarios_is_what_they_say_l10() -> None:
    committed = (checkout() / PAGE).read_text(encoding="utf-8")
    assert committed == golden_page(), "run `python -m tests.golden.golden_page` and commit"


@pytest.mark.parametrize("name", WRITTEN_BY_HAND)
def test_every_figure_of_a_page_is_the_one_of_its_seed_row_l8(name: str) -> None:
    for shown, table, conditions, column in HELD.findall(page(name)):
        rows = seed(table)
        for condition in conditions.split():
            key, value = condition.split("=", 1)
            # Nothing after the sign asks for an empty cell.
            rows = rows.filter(pl.col(key) == value if value else pl.col(key).is_null())
        assert rows.height == 1, (shown, table, conditions)
        assert Decimal(shown.replace(",", "")) == Decimal(rows[column].item()), (shown, table, conditions)


@pytest.mark.parametrize("name", WRITTEN_BY_HAND)
def test_no_figure_of_a_page_is_without_its_seed_row_l8(name: str) -> None:
    free = HELD.sub("", page(name)).replace(DEFINITION, "")
    assert re.findall(r"(?<![\w.])[0-9]+\.[0-9]+", free) == []


def test_figures_are_held_at_all() -> None:
    held = {name: len(HELD.findall(page(name))) for name in WRITTEN_BY_HAND}
    assert held["cn-nzcp-2025.md"] >= 15
    assert held["energy.md"] >= 10


def test_the_stored_tce_of_a_gigajoule_is_its_definition() -> None:
    (stored,) = seed("parameters").filter(pl.col("parameter_code") == "tce_per_gj")["value"]
    exact = Decimal(1) / Decimal(DEFINITION)
    assert Decimal(stored) == exact.quantize(Decimal(1).scaleb(-12), rounding=ROUND_HALF_UP)


def test_terms_signs_components_rules_and_bases_are_those_of_the_method() -> None:
    terms = seed("method_terms").filter(pl.col("method_code") == "CN-NZCP-2025")
    expected = {
        (row["activity_code"], row["is_memo"] == "true"): (
            int(row["sign"]),
            row["component_code"],
            row["document_code"] == OURS,
        )
        for row in terms.iter_rows(named=True)
    }
    rules = {
        (row["activity_code"], row["is_memo"] == "true"): row["factor_rule_code"]
        for row in terms.iter_rows(named=True)
    }
    found = {}
    for activities, sign, component, rule, basis in grid(page("cn-nzcp-2025.md"), "| 活动 Activity | 符号"):
        for activity in codes(activities):
            key = (activity, "memo" in component)
            assert key not in found, key
            found[key] = (SIGNS[sign], re.split(r"\W", component)[0], "ours" in basis)
            assert rules[key] in rule.split(", "), key
    assert found == expected


def test_components_of_the_inventory_are_those_of_the_seed() -> None:
    seeded = seed("components").filter(pl.col("method_code") == "GHGI")
    expected = dict(seeded.select("component_code", "scope_code").iter_rows())
    found = {
        codes(component)[0]: scope for component, scope, _ in grid(page("ghgi.md"), "| 组成 Component |")
    }
    assert found == expected


def test_power_and_heat_of_the_inventory_name_every_kind_received() -> None:
    text = page("ghgi.md")
    kinds = {code for row in grid(text, "| 类别 Kind | 基于位置") for code in codes(row[0])}
    kinds |= {code for row in grid(text, "| 类别 Kind | 因子 Factor |") for code in codes(row[0])}
    terms = seed("method_terms").filter(
        pl.col("method_code") == "GHGI", pl.col("scope_code") == "2", pl.col("factor_rule_code") != "none"
    )
    received = {
        activity.removesuffix("/received") for activity in terms["activity_code"] if "/sent" not in activity
    }
    assert kinds == received
    assert f"缺省 `{DEFAULT_SETTINGS['gwp_set_code']}`" in text


def test_fallbacks_are_those_of_the_seed_l8() -> None:
    expected = {
        row["carrier_code"]: row["co2_factor_carrier_code"] or row["carbon_parameter_set_code"]
        for row in seed("fuel_factor_fallbacks").iter_rows(named=True)
    }
    found = {
        codes(carrier)[0]: codes(taken)[0]
        for carrier, taken in grid(page("cn-nzcp-2025.md"), "| 品种 Carrier |")
    }
    assert found == expected


def test_energy_signs_are_those_of_the_measures() -> None:
    expected = {
        (row["energy_method_code"], row["side_code"], row["activity_code"]): int(row["sign"])
        for row in seed("energy_terms").iter_rows(named=True)
    }
    columns = (("F", "use"), ("X", "use"), ("F", "supply"))
    found = {
        (f"EN-{basis}-{feedstock}", side, activity): SIGNS[sign]
        for activities, *signs in grid(page("energy.md"), "| 活动 Activity | F")
        for (feedstock, side), sign in zip(columns, signs, strict=True)
        for activity in codes(activities)
        for basis in ("CAL", "EQV")
    }
    found |= {
        (f"EN-{basis}-F", "conversion", activity): SIGNS[sign]
        for activities, sign in grid(page("energy.md"), "| 自发电 Own power |")
        for activity in codes(activities)
        for basis in ("CAL", "EQV")
    }
    assert found == expected


def test_measures_are_those_of_the_seed() -> None:
    expected = {
        row["energy_method_code"]: (row["energy_basis_code"], row["includes_feedstock"] == "true")
        for row in seed("energy_methods").iter_rows(named=True)
    }
    found = {
        codes(measure)[0]: (basis.split()[-1], "included" in feedstock)
        for measure, basis, feedstock in grid(page("energy.md"), "| 口径 Measure |")
    }
    assert found == expected


def test_inventory_terms_are_those_of_the_seed() -> None:
    terms = seed("method_terms").filter(pl.col("method_code") == "CEADS-PROV")
    counted = set(terms.filter(pl.col("sign") != "0")["activity_code"])
    assert counted == {f"inventory/S{number:02d}" for number in range(1, 48)}
    assert "`inventory/S01` … `inventory/S47`" in page("ceads-prov.md")


def test_settings_named_are_the_defaults() -> None:
    assert DEFAULT_SETTINGS["net_calorific_value_set_code"] == "GBT32151_C1"
    assert "乘 `GBT32151_C1` 低位发热量" in page("cn-nzcp-2025.md")
    minimum = DEFAULT_SETTINGS["peer_minimum_count"]
    assert f"`peer_minimum_count`（缺省 {minimum}）" in page("peer-position.md")
    assert f"by default {minimum}" in page("peer-position.md")


def test_reasons_without_verdict_are_those_the_mart_gives() -> None:
    sql = (MODELS / "marts" / "mart_carbon_per_energy.sql").read_text(encoding="utf-8")
    given = set(re.findall(r"then '(\w+)'", sql)) | {"no_equivalent_coefficient"}
    found = {codes(code)[0] for code, _ in grid(page("energy.md"), "| 代码 Code |")}
    assert found == given


def test_every_model_that_rounds_stands_in_the_page_and_no_other_l3() -> None:
    rounding = re.compile(r"lingtan\.(?:round_half_up|exact_ratio|canonical_quantity|formula_activity)\(")
    models = {
        path.stem for path in MODELS.rglob("*.sql") if rounding.search(path.read_text(encoding="utf-8"))
    }
    named = {code for row in grid(page("rounding.md"), "| 何处 Where |") for code in codes(row[2])}
    # What Python stages and writers round stands there too.
    assert named - {"stat_peer_position", "stat_uncertainty", "xlsx/lingtan.xlsx"} == models
