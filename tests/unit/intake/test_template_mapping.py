"""What a clerk does to a template: nothing is lost, nothing is guessed (L2)."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lingtan.contracts.load import contract_for
from lingtan.intake.cells import Sheet
from lingtan.intake.drafts import SubmissionDraft
from lingtan.intake.problems import DeliveryProblemError
from lingtan.intake.template_mapping import form_and_version, map_template

CONTRACT = contract_for("park_return", "1")
ENERGY = ["line_id", "unit_code", "carrier_code", "flow_code", "quantity", "quantity_unit"]


def _sheet(name: str, rows: Mapping[int, list[str]]) -> Sheet:
    cells = {row: {i: text for i, text in enumerate(texts, 1) if text} for row, texts in rows.items()}
    return Sheet(name, cells)


def _cover(name: str = "封面", extra: Mapping[int, list[str]] | None = None) -> Sheet:
    lines = {"form": "park_return", "form_version": "1", "park_code": "示例园区001", "period": "2025"}
    rows = {4 + i: ["标签", "label", code, value] for i, (code, value) in enumerate(lines.items())}
    return _sheet(name, {1: ["封面"]} | rows | dict(extra or {}))


def _draft(*sheets: Sheet) -> SubmissionDraft:
    (draft,) = map_template(CONTRACT, sheets).submissions
    return draft


def _problems(draft: SubmissionDraft, code: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(one.sheet, one.cell, one.found) for one in draft.problems if one.problem_code == code]


def test_a_cover_is_known_by_its_lines_whatever_its_sheet_is_called() -> None:
    assert form_and_version([_cover("我的封面")]) == ("park_return", "1")
    assert _draft(_cover("我的封面")).tables["cover"]["park_code__text"] == ["示例园区001"]
    assert form_and_version([_sheet("cover.csv", {1: ["form", "form_version"], 2: ["x", "1"]})]) == ("x", "1")
    assert form_and_version([_sheet("Sheet1", {1: ["form", "form_version"], 2: ["x", "1"]})]) is None


def test_rows_are_found_below_the_codes_wherever_these_stand() -> None:
    energy = _sheet("能源", {2: ["注"], 3: ENERGY, 5: ["E1", "U1", "coke", "FIN", "1", "t"], 6: ["", " "]})
    draft = _draft(_cover(), energy)
    assert draft.tables["energy"]["source_row"] == [5]
    assert draft.tables["energy"]["quantity__cell"] == ["E5"]
    # One line of a note, one of codes, and the five lines of the cover.
    assert draft.context_rows == 7


def test_a_value_under_no_known_code_is_a_finding_at_its_head_or_cell() -> None:
    head = [*ENERGY, "quantty", ""]
    energy = _sheet("能源", {5: head, 6: ["E1", "U1", "coke", "FIN", "1", "t", "7", "8"]})
    assert _problems(_draft(_cover(), energy), "unknown_column") == [
        ("能源", "G5", "quantty"),
        ("能源", "H6", "8"),
    ]


def test_without_codes_every_row_is_refused_and_kept() -> None:
    draft = _draft(_cover(), _sheet("能源", {1: ["能源"], 6: ["E1", "U1"]}))
    assert [row.texts for row in draft.unmapped] == ['{"A1": "能源"}', '{"A6": "E1", "B6": "U1"}']
    assert {one.column_name for one in draft.problems if one.table_name == "energy"} >= set(ENERGY)


def test_a_second_sheet_of_a_table_is_refused_and_kept() -> None:
    first, second = (_sheet(name, {5: ENERGY, 6: ["E1"]}) for name in ("能源", "energy"))
    draft = _draft(_cover(), first, second)
    assert _problems(draft, "duplicate_table") == [("energy", "A5", "energy")]
    assert [row.source_row for row in draft.unmapped] == [5, 6]


def test_a_line_of_the_cover_that_no_code_explains_is_a_finding() -> None:
    draft = _draft(_cover(extra={20: ["附注", "", "", "x"], 21: ["其他", "", "no_such", "y"], 22: ["注"]}))
    assert _problems(draft, "unknown_column") == [("封面", "D20", None), ("封面", "D21", "no_such")]


def test_a_second_row_in_the_cover_of_a_bundle_is_refused_and_kept() -> None:
    head = ["form", "form_version", "park_code", "period"]
    rows = {1: head, 2: ["park_return", "1", "A", "2025"], 3: ["park_return", "1", "B", "2025"]}
    draft = _draft(_sheet("cover.csv", rows))
    assert draft.tables["cover"]["park_code__text"] == ["A"]
    assert _problems(draft, "duplicate_table") == [("cover.csv", "A3", "2")]
    assert [row.source_row for row in draft.unmapped] == [3]
    assert draft.context_rows == 2


_TEXTS = st.sampled_from(["", "", " ", "x", "12", *ENERGY, "form", "form_version", "park_code"])
_SHEETS = st.lists(
    st.tuples(
        st.sampled_from(
            ["能源", "energy", "energy.csv", "单位名录", "units.csv", "说明", "代码表", "多余", "cover.csv"]
        ),
        st.dictionaries(st.integers(1, 30), st.lists(_TEXTS, max_size=7), max_size=8),
    ),
    max_size=5,
)


@given(_SHEETS)
def test_every_filled_row_is_in_exactly_one_place(parts: list[tuple[str, dict[int, list[str]]]]) -> None:
    """L2: what is read is context, a row of a table, or kept as refused."""
    sheets = [_cover(), *(_sheet(name, dict(sorted(rows.items()))) for name, rows in parts)]
    draft = _draft(*sheets)
    in_tables = sum(len(rows["row_number"]) for name, rows in draft.tables.items() if name != "cover")
    read = sum(len(sheet.filled_rows()) for sheet in sheets)
    assert read == draft.context_rows + in_tables + len(draft.unmapped)


def test_a_table_is_missed_only_where_the_form_requires_it() -> None:
    """L7: what an absent table means is said in completeness, never guessed."""
    draft = _draft(_cover())
    missed = {one.table_name for one in draft.problems if one.problem_code == "missing_table"}
    assert missed == {"units", "energy", "power_heat", "process", "completeness"}
    optional = {table.name for table in CONTRACT.tables if not table.required}
    assert len(optional) == 10
    assert not optional & draft.tables.keys()


def test_guide_and_code_lists_are_context() -> None:
    draft = _draft(_cover(), _sheet("说明", {1: ["a"], 2: ["b"]}), _sheet("代码表", {1: ["c"]}))
    assert draft.context_rows == 5 + 3
    assert not _problems(draft, "unknown_sheet")


def test_a_bundle_without_a_row_in_its_cover_fits_no_form() -> None:
    with pytest.raises(DeliveryProblemError) as caught:
        map_template(CONTRACT, [_sheet("cover.csv", {1: ["form", "form_version"]})])
    assert caught.value.problem.problem_code == "no_contract_fits"


def test_other_files_of_a_bundle_are_findings() -> None:
    (draft,) = map_template(CONTRACT, [_cover()], ["notes.txt"]).submissions
    assert _problems(draft, "unknown_sheet") == [("notes.txt", None, "notes.txt")]
