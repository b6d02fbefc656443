"""What the dictionary says: released tables, submitted tables, code lists used, macros."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet

from lingtan.contracts.load import load_contracts
from lingtan.release.additivity import NotAdditive, not_additive
from lingtan.release.code_names import CodeNames
from lingtan.release.table_texts import ColumnText, TableText, text_of
from lingtan.release.tables import CHECKS, DIMENSIONS, FACTS, MARTS, PROTECTION, ReleasedTable


@dataclass(frozen=True)
class ColumnEntry:
    """A column: its texts, its type in the file, the lists of its codes, whether it is part of the key."""

    text: ColumnText
    type: str
    lists: tuple[str, ...]
    is_key: bool


@dataclass(frozen=True)
class TableEntry:
    """A released table."""

    text: TableText
    key: tuple[str, ...]
    row_count: int
    columns: tuple[ColumnEntry, ...]
    not_additive: tuple[NotAdditive, ...]


@dataclass(frozen=True)
class FormTable:
    """A table of a form, whose submitted rows lie in lake/."""

    file: str
    zh: str
    en: str
    grain: str
    columns: tuple[ColumnEntry, ...]


def _entry(data: Path, table: ReleasedTable, texts: Mapping[str, TableText], names: CodeNames) -> TableEntry:
    file = pyarrow.parquet.ParquetFile(data / f"{table.name}.parquet")
    text = text_of(texts, table)
    columns = tuple(
        ColumnEntry(
            text=text.column(field.name),
            type=str(field.type),
            lists=names.lists_of(text.column(field.name)),
            is_key=field.name in table.key,
        )
        for field in file.schema_arrow
    )
    rules = not_additive([column.text.name for column in columns], text)
    return TableEntry(text, table.key, file.metadata.num_rows, columns, rules)


def table_groups(
    data: Path, tables: Sequence[ReleasedTable], texts: Mapping[str, TableText], names: CodeNames
) -> list[tuple[str, list[TableEntry]]]:
    """Released tables by kind: marts, what is published of them, facts, dimensions, checks."""
    kinds = (
        ("marts", MARTS),
        ("protection", PROTECTION),
        ("facts", FACTS),
        ("dimensions", DIMENSIONS),
        ("checks", CHECKS),
    )
    groups = [(kind, [_entry(data, one, texts, names) for one in tables if one in of]) for kind, of in kinds]
    return [(kind, entries) for kind, entries in groups if entries]


def form_tables(names: CodeNames) -> Iterator[FormTable]:
    """The tables of every form, with the names and lists of their contract."""
    for contract in load_contracts():
        for table in contract.tables:
            columns = tuple(
                ColumnEntry(
                    text=ColumnText(
                        name=one.name,
                        zh=one.label.zh,
                        en=one.label.en,
                        unit=one.unit or "",
                        description="" if one.help is None else f"{one.help.zh} · {one.help.en}",
                    ),
                    type=one.type,
                    lists=(one.code_list,) if one.code_list else (),
                    is_key=one.name in table.key,
                )
                for one in table.columns
            )
            title = f"{contract.form}__{table.name}"
            yield FormTable(f"{title}.parquet", table.title.zh, table.title.en, table.grain, columns)


def used_lists(
    groups: Sequence[tuple[str, Sequence[TableEntry]]], forms: Sequence[FormTable], names: CodeNames
) -> dict[str, Mapping[str, tuple[str, str]]]:
    """The code lists that a column of the dictionary names, by name; parks are data, not a list."""
    columns = [column for _, entries in groups for entry in entries for column in entry.columns]
    columns += [column for form in forms for column in form.columns]
    used = sorted({name for column in columns for name in column.lists} - {"parks"})
    return {name: names.lists[name] for name in used}
