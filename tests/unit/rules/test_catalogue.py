"""The catalogue holds together: every fact of the reader has one judge, every rule its words and its test."""

import re
from pathlib import Path
from string import Formatter

import polars as pl
import pytest

from lingtan.contracts.batch import CELL_PROBLEMS, DELIVERY_PROBLEMS, PROBLEM_CODES, SUBMISSION_PROBLEMS
from lingtan.contracts.load import contract_for, load_contracts
from quality.catalogue import AREAS, intake_rules, rules_of_area
from quality.catalogue_page import rules_page
from quality.rule import PLACEHOLDERS, Rule
from tests.builders.batches import build_batch, problem

RULES = intake_rules()
HERE = Path(__file__).resolve().parent


def cell(table: str, sheet: str, address: str, row: int, column: str) -> dict[str, object]:
    """The fields of a problem that say where it is."""
    return {"table_name": table, "sheet": sheet, "cell": address, "row_number": row, "column_name": column}


ENERGY_CELL = cell("energy", "能源", "F7", 2, "quantity")
COVER_REQUIRED = cell("cover", "封面", "D6", 1, "park_code")
COVER_OPTIONAL = cell("cover", "封面", "D14", 1, "prepared_on")


def by_rule(problems: list[dict[str, object]]) -> list[tuple[str, str]]:
    """(rule, severity) of all findings about these problems."""
    batch = build_batch("park_return", {}, problems)
    return [(rule.id, rule.severity) for rule in RULES for _ in rule.check(batch).iter_rows()]


def test_ids_are_unique_and_every_area_has_rules() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert [rule.id for area in AREAS for rule in rules_of_area(area)] == [rule.id for rule in RULES]
    assert all(rules_of_area(area) for area in AREAS)


@pytest.mark.parametrize("code", PROBLEM_CODES)
def test_every_problem_has_exactly_one_judge(code: str) -> None:
    """L2: nothing that was noted is skipped, and nothing is told twice."""
    if code in DELIVERY_PROBLEMS:
        [(rule_id, severity)] = by_rule([problem(code, submission_id=None)])
        assert severity == "fatal"
        assert rule_id.startswith("DELIVERY_")
        return
    place = ENERGY_CELL if code in CELL_PROBLEMS else {"sheet": "能源"}
    [(rule_id, _)] = by_rule([problem(code, form="park_return", **place)])
    assert rule_id.startswith("CELL_" if code in CELL_PROBLEMS else "STRUCTURE_")
    assert code in next(rule for rule in RULES if rule.id == rule_id).problem_codes


@pytest.mark.parametrize("code", CELL_PROBLEMS)
def test_a_bad_cover_cell_is_fatal_where_it_is_required(code: str) -> None:
    """A submission without its key cannot be registered; an optional cell of the cover refuses nothing."""
    context = ("formula_cell", "merged_cell", "hidden_row")
    [(_, required)] = by_rule([problem(code, form="park_return", **COVER_REQUIRED)])
    [(_, optional)] = by_rule([problem(code, form="park_return", **COVER_OPTIONAL)])
    assert (required, optional) == (("info", "info") if code in context else ("fatal", "query"))


def test_one_bad_cell_has_one_finding() -> None:
    causes = ("missing_value", "out_of_range", "not_a_number")
    problems = [problem(code, form="park_return", **ENERGY_CELL) for code in causes]
    assert by_rule(problems) == [("CELL_NOT_A_NUMBER", "error")]


def test_what_follows_from_an_unreadable_cell_is_not_found_again() -> None:
    """An unknown unit, carrier or unit code leaves a null: no rule about values may add to its finding."""
    batch = build_batch(
        "park_return",
        {
            "units": [{"unit_code": "U1", "unit_role_code": "?", "reporting_basis_code": "?"}],
            "energy": [
                {
                    "line_id": "1",
                    "unit_code": "U1",
                    "carrier_code": "coke",
                    "flow_code": "FIN",
                    "quantity": "a lot",
                    "quantity_unit": "?",
                    "net_calorific_value": "high",
                },
                {"line_id": "2", "unit_code": "U1", "carrier_code": "?", "flow_code": "?", "quantity": "1"},
            ],
            "power_heat": [
                {"kind_code": "H-FOS", "direction_code": "sent", "quantity": "?", "quantity_unit": "?"},
                {"kind_code": "?", "direction_code": "?", "quantity": "1", "quantity_unit": "t"},
            ],
            "process": [
                {"product_code": "?", "role_code": "product", "qualified_output": "?", "own_use": "NO"},
                {"product_code": "lime", "role_code": "?", "measured_factor": "?"},
            ],
            "generation": [
                {
                    "line_id": "3",
                    "unit_code": "U1",
                    "technology_code": "?",
                    "capacity_mw": "?",
                    "generated": "?",
                    "self_used": "1",
                    "sent_to_grid": "?",
                    "attribute_sold": "?",
                    "quantity_unit": "?",
                }
            ],
            "other_gases": [
                {"gas_code": "?", "calculation_method_code": "?", "quantity_unit": "?"},
                {"calculation_method_code": "emitted", "emitted": "?", "measured_factor": "?"},
                {"calculation_method_code": "activity", "activity": "?"},
            ],
            "scope3": [
                {
                    "relevance_code": "relevant",
                    "activity": "?",
                    "measured_factor": "?",
                    "screened_tco2e": "?",
                },
                {"relevance_code": "?", "calculation_method_code": "?", "amount_10k_cny": "?"},
            ],
            "removals": [
                {"removal_type_code": "?", "fate_code": "?", "quantity": "?", "credit_sold": "?"},
                {"removal_type_code": "soil", "co2_origin_code": "?", "fate_code": "?", "credit_sold": "5"},
            ],
            "instruments": [
                {"instrument_type_code": "?", "consumption_year": "?", "generation_month": "?"},
                {"instrument_type_code": "offset", "quantity": "?", "consumption_year": "?"},
            ],
            "indicators": [{"indicator_code": "?", "numerator": "?", "denominator": "?"}],
            "product_energy": [{"unit_code": "U1", "energy_per_unit": "?", "second_level_limit": "1"}],
            "targets": [{"base_year": "?", "target_year": "2030", "interim_year": "?"}],
            "completeness": [{"source_category_code": "?", "completeness_code": "reported"}],
        },
    )
    found = {rule.id: rule.check(batch).select("table_name", "column_name").rows() for rule in RULES}
    found = {rule_id: places for rule_id, places in found.items() if places}
    # What is really blank is found, and nothing else.
    assert found == {}


LARGEST = {"decimal": "9999999999999.999999999999", "integer": "9223372036854775807"}
#: Codes that lead the rules to their sums and products.
CODES = {
    "unit_code": "U1",
    "kind_code": "E-SELF-RE",
    "technology_code": "solar",
    "direction_code": "sent",
    "calculation_method_code": "balance",
    "indicator_code": "water_reuse",
    "role_code": "product",
    "instrument_type_code": "green_certificate",
    "bundle_code": "green_trade",
    "is_tradable": "true",
    "period": "2025",
    "boundaries_reported_code": "both",
    "reporting_basis_code": "legal_person",
}


@pytest.mark.parametrize(
    ("measure", "carrier"), [("100GWh", "electricity"), ("100Mm3", "natural_gas"), ("10kt", "bituminous")]
)
def test_the_largest_numbers_break_no_rule(measure: str, carrier: str) -> None:
    """What one clerk writes must not stop the intake of all: every sum and product has room (L3)."""
    codes = CODES | {"quantity_unit": measure, "carrier_code": carrier}
    rows = {}
    for table in contract_for("park_return", "1").tables:
        row = {
            column.name: LARGEST.get(column.type) or codes.get(column.name, "") for column in table.columns
        }
        flows = ("PUR", "FIN", "BNK", "PRD", "C-OUT") if table.name == "energy" else ("",)
        rows[table.name] = [
            row | ({"flow_code": flow} if flow else {})
            for flow in flows
            for _ in range(1 if table.orientation == "vertical" else 200)
        ]
    batch = build_batch("park_return", rows)
    assert sum(rule.check(batch).height for rule in RULES) > 1000


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_complete(rule: Rule) -> None:
    for zh, en in (
        (rule.title_zh, rule.title_en),
        (rule.reason_zh, rule.reason_en),
        (rule.message_zh, rule.message_en),
        (rule.action_zh, rule.action_en),
    ):
        assert re.search(r"[一-鿿]", zh)
        assert re.search(r"[A-Za-z]", en)
        assert not re.search(r"[一-鿿]", en)
        assert zh.strip() == zh
        assert en.strip() == en
    placeholders = [
        {name for _, name, _, _ in Formatter().parse(message) if name is not None}
        for message in (rule.message_zh, rule.message_en)
    ]
    assert placeholders[0] == placeholders[1] <= PLACEHOLDERS
    assert rule.formula
    if rule.scope != "delivery" and rule.id != "STRUCTURE_MISSING_TABLE":
        assert "sheet" in placeholders[0]
    tables = {(contract.form, table.name) for contract in load_contracts() for table in contract.tables}
    assert all((form, table) in tables for form in rule.forms for table in rule.tables)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_its_test_file(rule: Rule) -> None:
    text = (HERE / f"test_{rule.id.lower()}.py").read_text(encoding="utf-8")
    assert len(re.findall(r"^def test_", text, flags=re.MULTILINE)) >= 2


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_empty_batch_has_no_finding(rule: Rule) -> None:
    assert rule.check(build_batch("park_return", {})).is_empty()


def test_the_rules_name_every_problem_code_and_no_other() -> None:
    assert {code for rule in RULES for code in rule.problem_codes} == set(PROBLEM_CODES)
    assert set(PROBLEM_CODES) == {*DELIVERY_PROBLEMS, *SUBMISSION_PROBLEMS, *CELL_PROBLEMS}


def test_the_page_shows_every_rule_once() -> None:
    page = rules_page()
    assert [line[4:] for line in page.splitlines() if line.startswith("### ")] == [rule.id for rule in RULES]
    assert all(rule.message_zh in page and rule.action_en in page for rule in RULES)
    assert page.endswith("|\n")


def test_findings_of_two_submissions_do_not_mix() -> None:
    """A batch of two is judged as each alone."""
    lines = [{"line_id": "1", "unit_code": "U1", "submission_id": name} for name in ("S-1", "S-2")]
    batch = build_batch("park_return", {"units": [{"unit_code": "U1"}], "energy": lines})
    rule = next(rule for rule in RULES if rule.id == "RETURN_UNIT_NOT_LISTED")
    assert rule.check(batch)["submission_id"].to_list() == ["S-2"]
    rule = next(rule for rule in RULES if rule.id == "RETURN_DUPLICATE_LINE")
    assert isinstance(rule.check(batch), pl.DataFrame)
    assert rule.check(batch).is_empty()
