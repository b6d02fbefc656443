"""Mapping sheets of a declared layout onto a form: one submission a sheet, every cell a row of the form."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils.cell import column_index_from_string, coordinate_to_tuple

from lingtan.contracts.model import COVER
from lingtan.intake.cells import Sheet, address
from lingtan.intake.drafts import Drafts, RawTable, SubmissionDraft, UnmappedRow, raw_schema
from lingtan.intake.layout import Layout
from lingtan.intake.problems import Problem
from lingtan.intake.template_mapping import note_hidden, note_marks


def fits(layout: Layout, sheets: Sequence[Sheet]) -> bool:
    """Whether a workbook has a sheet of this name pattern with every mark in its place."""
    return any(_is_submission(layout, sheet) for sheet in sheets)


def map_layout(layout: Layout, sheets: Sequence[Sheet]) -> Drafts:
    """One submission for every sheet the layout knows.

    A sheet that is neither one nor declared as context is a problem, and its rows are kept as refused, with
    the first submission.
    """
    submissions = [_map_sheet(layout, sheet) for sheet in sheets if _is_submission(layout, sheet)]
    context_rows = 0
    for sheet in sheets:
        if sheet.name in layout.sheets.context:
            context_rows += len(sheet.filled_rows())
        elif not _is_submission(layout, sheet) and sheet.filled_rows():
            first = sheet.filled_rows()[0]
            submissions[0].problems.append(
                Problem(
                    "unknown_sheet",
                    sheet=sheet.name,
                    cell=address(first, min(sheet.rows[first])),
                    found=sheet.name,
                    expected=layout.title.zh,
                )
            )
            submissions[0].unmapped += [UnmappedRow.of(sheet, row) for row in sheet.filled_rows()]
    return Drafts(layout.contract, layout, submissions, context_rows)


def _is_submission(layout: Layout, sheet: Sheet) -> bool:
    return re.fullmatch(layout.sheets.pattern, sheet.name) is not None and all(
        sheet.text(*coordinate_to_tuple(mark.cell)) == mark.text for mark in layout.recognise
    )


def _map_sheet(layout: Layout, sheet: Sheet) -> SubmissionDraft:
    draft = SubmissionDraft(layout.contract, layout)
    draft.tables[COVER] = _cover(layout, sheet, draft)
    draft.tables[layout.wide.table] = _wide(layout, sheet, draft)
    return draft


def _cover(layout: Layout, sheet: Sheet, draft: SubmissionDraft) -> RawTable:
    """The cover the sheet's name implies. It has text only where the name gives it, and no cell."""
    table = layout.contract.table(COVER)
    match = re.fullmatch(layout.sheets.pattern, sheet.name)
    groups = match.groupdict() if match else {}
    row: dict[str, Sequence[str | int | None]] = {
        "row_number": [1],
        "sheet": [sheet.name],
        "source_row": [None],
    }
    for column in table.columns:
        source = layout.cover.get(column.name)
        text = value = None
        if source is None:
            value = column.fixed
        elif source.group is None:
            value = source.value
        else:
            text = groups.get(source.group)
            value = source.labels.get(text or "") if source.labels else text
            if value is None:
                draft.problems.append(
                    Problem(
                        "layout_label_unknown",
                        COVER,
                        sheet.name,
                        row_number=1,
                        column_name=column.name,
                        found=text,
                    )
                )
        row[f"{column.name}__text"] = [text]
        row[f"{column.name}__cell"] = [None]
        row[f"{column.name}__value"] = [value]
    return row


@dataclass(frozen=True)
class _Head:
    """A column that became part of the form: its position and the codes of its labels."""

    column: int
    code: str
    unit: str


def _wide(layout: Layout, sheet: Sheet, draft: SubmissionDraft) -> RawTable:
    wide = layout.wide
    label_column = column_index_from_string(wide.rows.column)
    first_column = column_index_from_string(wide.columns.first)
    heads, strangers = _heads(layout, sheet, first_column, draft)
    codes = _by_label(wide.rows.labels)
    filled = sheet.filled_rows()
    draft.context_rows += sum(row < wide.rows.first for row in filled)
    records: list[tuple[int, _Head, str]] = []
    for row in filled:
        if row < wide.rows.first:
            continue
        label = sheet.text(row, label_column)
        cells = {
            column: text
            for column, text in sheet.rows[row].items()
            if column >= first_column and text.strip()
        }
        if label in codes:
            records += [(row, head, codes[label]) for head in heads]
            draft.unmapped += [
                _unmapped_cell(sheet, row, label_column, column) for column in cells if column in strangers
            ]
        elif label in wide.rows.context or (
            not label
            and wide.rows.blank_rows_of_zeros == "context"
            and all(text.strip() == "0" for text in cells.values())
        ):
            # A context row without any value is still a row with something in it: its label.
            draft.context_rows += max(len(cells), 1)
        else:
            _note_label(sheet, row, label_column, wide.table, wide.rows.becomes, draft)
            draft.unmapped += [_unmapped_cell(sheet, row, label_column, column) for column in cells] or [
                UnmappedRow.of(sheet, row)
            ]
    return _frame(layout, sheet, records, label_column, draft)


def _heads(
    layout: Layout, sheet: Sheet, first_column: int, draft: SubmissionDraft
) -> tuple[list[_Head], set[int]]:
    """The columns whose labels are known, and the others that hold anything."""
    wide = layout.wide
    codes, units = _by_label(wide.columns.labels), _by_label(wide.units.labels)
    used = sorted({column for cells in sheet.rows.values() for column in cells if column >= first_column})
    heads: list[_Head] = []
    strangers: set[int] = set()
    for column in used:
        code = codes.get(sheet.text(wide.columns.row, column))
        unit = units.get(sheet.text(wide.units.row, column))
        if code is not None and unit is not None:
            heads.append(_Head(column, code, unit))
            continue
        strangers.add(column)
        if code is None:
            _note_label(sheet, wide.columns.row, column, wide.table, wide.columns.becomes, draft)
        if unit is None:
            _note_label(sheet, wide.units.row, column, wide.table, wide.units.becomes, draft)
    return heads, strangers


def _frame(
    layout: Layout,
    sheet: Sheet,
    records: Sequence[tuple[int, _Head, str]],
    label_column: int,
    draft: SubmissionDraft,
) -> RawTable:
    wide = layout.wide
    schema = raw_schema(layout.contract.table(wide.table))
    data: dict[str, Sequence[str | int | None]] = {name: [None] * len(records) for name in schema}
    data["row_number"] = list(range(1, len(records) + 1))
    data["sheet"] = [sheet.name] * len(records)
    data["source_row"] = [row for row, _, _ in records]
    places = {
        wide.rows.becomes: [(row, label_column) for row, _, _ in records],
        wide.columns.becomes: [(wide.columns.row, head.column) for _, head, _ in records],
        wide.units.becomes: [(wide.units.row, head.column) for _, head, _ in records],
        wide.value: [(row, head.column) for row, head, _ in records],
    }
    for name, positions in places.items():
        texts = [sheet.rows.get(row, {}).get(column) for row, column in positions]
        data[f"{name}__text"] = texts
        data[f"{name}__cell"] = [address(*position) for position in positions]
        data[f"{name}__value"] = texts
    data[f"{wide.rows.becomes}__value"] = [code for _, _, code in records]
    data[f"{wide.columns.becomes}__value"] = [head.code for _, head, _ in records]
    data[f"{wide.units.becomes}__value"] = [head.unit for _, head, _ in records]
    if sheet.errors or sheet.formulas or sheet.merged:
        for number, place in enumerate(places[wide.value], start=1):
            note_marks(sheet, place, wide.table, number, wide.value, draft)
    for number, (row, _, _) in enumerate(records, start=1):
        if row in sheet.hidden_rows:
            draft.problems.append(
                Problem("hidden_row", wide.table, sheet.name, address(row, 1), number, found=str(row))
            )
    note_hidden(sheet, places[wide.value], wide.table, draft)
    return data


def _by_label(labels: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {label: code for code, names in labels.items() for label in names}


def _unmapped_cell(sheet: Sheet, row: int, label_column: int, column: int) -> UnmappedRow:
    record = {address(row, place): sheet.rows[row].get(place, "") for place in (label_column, column)}
    return UnmappedRow(sheet.name, row, json.dumps(record, ensure_ascii=False))


def _note_label(
    sheet: Sheet, row: int, column: int, table: str, becomes: str, draft: SubmissionDraft
) -> None:
    draft.problems.append(
        Problem(
            "layout_label_unknown",
            table,
            sheet.name,
            address(row, column),
            column_name=becomes,
            found=sheet.text(row, column) or None,
        )
    )
