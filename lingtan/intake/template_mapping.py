"""Mapping the sheets of a form's own template, or the files of its bundle, onto the form's tables."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import PurePosixPath
from typing import Final

from openpyxl.utils.cell import get_column_letter

from lingtan.contracts.model import COVER, Contract, Table
from lingtan.intake.cells import TABLE_SUFFIXES, Position, Sheet, address
from lingtan.intake.drafts import Drafts, RawTable, SubmissionDraft, UnmappedRow, no_rows
from lingtan.intake.problems import DeliveryProblemError, Problem

#: Sheets of the generated workbook that hold no submitted row.
CONTEXT_SHEETS: Final = ("说明", "代码表")
#: The column codes stand in row 5 of the template; a clerk may have put rows above them or taken some away.
HEAD_SEARCH_ROWS: Final = 20
#: Of a vertical table: the column of the codes and that of the values.
CODE_COLUMN: Final = 3
VALUE_COLUMN: Final = 4
_IDENTITY: Final = ("form", "form_version")


def form_and_version(sheets: Sequence[Sheet]) -> tuple[str, str] | None:
    """Form and version as the cover of a workbook or bundle states them; None where there is no cover."""
    for sheet in sheets:
        lines = vertical_lines(sheet)
        if all(code in lines for code in _IDENTITY):
            form, version = (sheet.text(lines[code], VALUE_COLUMN) for code in _IDENTITY)
            return form, version
        head = sheet.rows.get(1, {})
        codes = {text.strip(): column for column, text in head.items()}
        if table_name(sheet) == COVER and all(code in codes for code in _IDENTITY):
            rows = [row for row in sheet.filled_rows() if row > 1]
            if rows:
                form, version = (sheet.text(rows[0], codes[code]) for code in _IDENTITY)
                return form, version
    return None


def map_template(contract: Contract, sheets: Sequence[Sheet], others: Sequence[str] = ()) -> Drafts:
    """The one submission of a workbook or bundle.

    Args:
        contract: the form its cover names.
        sheets: all sheets.
        others: names of files in the bundle that are no table.
    """
    draft = SubmissionDraft(contract, None)
    for sheet in sheets:
        if sheet.name in CONTEXT_SHEETS:
            draft.context_rows += len(sheet.filled_rows())
            continue
        table = _table_of(contract, sheet)
        if table is None or table.name in draft.tables:
            filled = sheet.filled_rows()
            if not filled:
                continue
            code = "unknown_sheet" if table is None else "duplicate_table"
            draft.problems.append(
                Problem(
                    code,
                    table_name=table.name if table else None,
                    sheet=sheet.name,
                    cell=address(filled[0], min(sheet.rows[filled[0]])),
                    found=sheet.name,
                    expected=", ".join(table.title.zh for table in contract.tables),
                )
            )
            draft.unmapped += [UnmappedRow.of(sheet, row) for row in filled]
        elif table.orientation == "vertical" and table_name(sheet) != table.name:
            draft.tables[table.name] = _map_vertical(table, sheet, draft)
        else:
            draft.tables[table.name] = _map_rows(table, sheet, draft)
    draft.problems += [Problem("unknown_sheet", sheet=name, found=name) for name in others]
    draft.problems += [
        Problem("missing_table", table_name=table.name, expected=f"{table.title.zh} {table.name}")
        for table in contract.tables
        if table.required and table.name not in draft.tables
    ]
    if COVER not in draft.tables or not draft.tables[COVER]["row_number"]:
        raise DeliveryProblemError("no_contract_fits", f"{contract.form} {contract.version}", COVER)
    return Drafts(contract, None, [draft])


def table_name(sheet: Sheet) -> str | None:
    """The table a CSV or Parquet file is named after; None for a sheet of a workbook."""
    return _stem(sheet.name)


@lru_cache(maxsize=1024)
def _stem(file_name: str) -> str | None:
    path = PurePosixPath(file_name)
    return path.stem if path.suffix.lower() in TABLE_SUFFIXES else None


def vertical_lines(sheet: Sheet) -> dict[str, int]:
    """Column code -> row of a sheet that is a list of label and value; the first line of a code counts."""
    lines: dict[str, int] = {}
    for row in sheet.rows:
        code = sheet.text(row, CODE_COLUMN)
        if code:
            lines.setdefault(code, row)
    return lines


def _table_of(contract: Contract, sheet: Sheet) -> Table | None:
    name = table_name(sheet)
    for table in contract.tables:
        if name == table.name if name else sheet.name.strip() in (table.title.zh, table.name):
            return table
    # A renamed cover is still the cover: its lines say so.
    if name is None and all(code in vertical_lines(sheet) for code in _IDENTITY):
        return contract.table(COVER)
    return None


def _map_vertical(table: Table, sheet: Sheet, draft: SubmissionDraft) -> RawTable:
    """The one row of a cover. Its lines are the head of the submission and count as context."""
    known = {column.name for column in table.columns}
    lines = {code: row for code, row in vertical_lines(sheet).items() if code in known}
    filled = sheet.filled_rows()
    draft.context_rows += len(filled)
    first = min(lines.values())
    for row in filled:
        if row >= first and row not in lines.values() and sheet.text(row, VALUE_COLUMN):
            _note_unknown(table, sheet, (row, VALUE_COLUMN), sheet.text(row, CODE_COLUMN), draft)
    _note_missing(table, sheet, set(lines), draft)
    places = {code: [(row, VALUE_COLUMN)] for code, row in lines.items()}
    return _frame(table, sheet, [first], places, draft)


def _map_rows(table: Table, sheet: Sheet, draft: SubmissionDraft) -> RawTable:
    """The rows under the line of column codes; the lines above it are context."""
    known = {column.name for column in table.columns}
    filled = sheet.filled_rows()
    heads = {
        row: {text.strip(): column for column, text in reversed(list(sheet.rows[row].items()))}
        for row in filled
        if row <= (1 if table_name(sheet) else HEAD_SEARCH_ROWS)
    }
    head_row = max(heads, key=lambda row: (len(known & heads[row].keys()), -row), default=0)
    head = heads.get(head_row, {})
    columns = {code: column for code, column in head.items() if code in known}
    _note_missing(table, sheet, set(columns), draft)
    if not columns:
        # Without a head no cell has a column: nothing is guessed, every row is refused and kept.
        draft.unmapped += [UnmappedRow.of(sheet, row) for row in filled]
        return no_rows(table)
    data = [row for row in filled if row > head_row]
    draft.context_rows += len(filled) - len(data)
    if table.orientation == "vertical":
        for row in data[1:]:
            draft.problems.append(
                Problem("duplicate_table", table.name, sheet.name, address(row, 1), found=str(len(data)))
            )
            draft.unmapped.append(UnmappedRow.of(sheet, row))
        data = data[:1]
        draft.context_rows += len(data)
    taken = set(columns.values())
    strangers = {column: row for row in reversed(data) for column in sheet.rows[row] if column not in taken}
    for column, row in sorted(strangers.items()):
        stands_in_head = bool(sheet.text(head_row, column))
        position = (head_row if stands_in_head else row, column)
        _note_unknown(table, sheet, position, sheet.text(*position), draft)
    places = {code: [(row, column) for row in data] for code, column in columns.items()}
    return _frame(table, sheet, data, places, draft)


def _frame(
    table: Table,
    sheet: Sheet,
    rows: Sequence[int],
    places: Mapping[str, Sequence[Position]],
    draft: SubmissionDraft,
) -> RawTable:
    """Text and address of every cell of the rows; what is special about a cell is noted as a problem.

    Args:
        table: the table they are rows of.
        sheet: where they stand.
        rows: the rows of the sheet that are rows of the table, each once.
        places: column -> the cell of each of these rows; a column that was not sent is absent.
        draft: takes the problems.
    """
    nothing: list[str | int | None] = [None] * len(rows)
    data: dict[str, Sequence[str | int | None]] = {
        "row_number": list(range(1, len(rows) + 1)),
        "sheet": [sheet.name] * len(rows),
        "source_row": list(rows),
    }
    for column in table.columns:
        own = places.get(column.name)
        texts = nothing if own is None else [sheet.rows[row].get(at) for row, at in own]
        data[f"{column.name}__text"] = data[f"{column.name}__value"] = texts
        data[f"{column.name}__cell"] = nothing if own is None else [address(*place) for place in own]
    if sheet.errors or sheet.formulas or sheet.merged:
        for number in range(len(rows)):
            for code, own in places.items():
                note_marks(sheet, own[number], table.name, number + 1, code, draft)
    for number, row in enumerate(rows if sheet.hidden_rows else (), start=1):
        if row in sheet.hidden_rows:
            draft.problems.append(
                Problem("hidden_row", table.name, sheet.name, address(row, 1), number, found=str(row))
            )
    note_hidden(sheet, chain.from_iterable(places.values()), table.name, draft)
    return data


def note_hidden(sheet: Sheet, places: Iterable[Position], table: str, draft: SubmissionDraft) -> None:
    """Note that the sheet is hidden, or else each hidden column that gave a value: once, not at each cell."""
    if not sheet.is_hidden and not sheet.hidden_columns:
        return
    filled = sorted(place for place in places if sheet.text(*place))
    if sheet.is_hidden and filled:
        draft.problems.append(Problem("hidden_row", table, sheet.name, address(*filled[0]), found=sheet.name))
        return
    first = {column: row for row, column in reversed(filled) if column in sheet.hidden_columns}
    draft.problems += [
        Problem("hidden_row", table, sheet.name, address(row, column), found=get_column_letter(column))
        for column, row in sorted(first.items())
    ]


def note_marks(
    sheet: Sheet, place: Position, table: str, number: int, column: str, draft: SubmissionDraft
) -> None:
    """Note that a cell holds an error or a formula, or begins a merged range."""
    text = sheet.rows.get(place[0], {}).get(place[1])
    for positions, code in (
        (sheet.errors, "error_cell"),
        (sheet.formulas, "formula_cell"),
        (sheet.merged, "merged_cell"),
    ):
        if place in positions:
            draft.problems.append(Problem(code, table, sheet.name, address(*place), number, column, text))


def _note_missing(table: Table, sheet: Sheet, found: set[str], draft: SubmissionDraft) -> None:
    draft.problems += [
        Problem(
            "missing_column",
            table_name=table.name,
            sheet=sheet.name,
            column_name=column.name,
            expected=f"{column.label.zh} {column.name}",
        )
        for column in table.columns
        if column.required and column.name not in found
    ]


def _note_unknown(table: Table, sheet: Sheet, place: Position, text: str, draft: SubmissionDraft) -> None:
    draft.problems.append(
        Problem(
            "unknown_column",
            table_name=table.name,
            sheet=sheet.name,
            cell=address(*place),
            found=text or None,
        )
    )
