"""The reference page of the forms, for people who fill them in and people who read the tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import polars as pl

from lingtan.contracts.model import Column, Contract, Table
from lingtan.contracts.periods import period_examples
from lingtan.contracts.workbook_lists import lists_used

_HEAD = """<!-- Derived from raw/contracts by `make generate`; not to be edited by hand. -->
# 报表 · Forms

各表样式见 `docs/templates/`。空白不等于零，也不等于未发生（L7）。

The forms as workbooks are in `docs/templates/`. A blank is never read as zero or as not occurring (L7).
"""
_COLUMN_HEADS = ("列名 Column", "名称", "Label", "类型 Type", "单位或代码表 Unit, list", "必填", "说明 Note")


def forms_page(contracts: Sequence[Contract], code_lists: Mapping[str, pl.DataFrame]) -> str:
    """`docs/reference/forms.md`: every form with its tables and columns, then the code lists they use."""
    lists = dict.fromkeys(name for contract in contracts for name in lists_used(contract))
    return "\n".join(
        [
            _HEAD,
            *(line for contract in contracts for line in _form(contract)),
            "## 代码表 · Code lists",
            "",
            *(line for name in lists for line in _code_list(name, code_lists[name])),
        ]
    )


def _form(contract: Contract) -> Iterator[str]:
    until = f" 至 to {contract.valid_to}" if contract.valid_to else ""
    yield f"## {contract.form_number} {contract.title.zh} · {contract.title.en}"
    yield ""
    yield f"{contract.note.zh}  \n{contract.note.en}"
    yield ""
    yield from _grid(
        ("代码 Form", "版本 Version", "适用报告期 Periods", "期别 Period types", "填报单位 Reporting unit"),
        [
            (
                f"`{contract.form}`",
                contract.version,
                f"{contract.valid_from} 起 from{until}",
                ", ".join(contract.period_types),
                f"`{contract.reporting_unit}`",
            )
        ],
    )
    for table in contract.tables:
        yield from _table(contract, table)


def _table(contract: Contract, table: Table) -> Iterator[str]:
    optional = "" if table.required else "（选填 optional）"
    yield f"### {table.title.zh} · {table.title.en} (`{contract.form}__{table.name}`){optional}"
    yield ""
    keys = ", ".join(f"`{name}`" for name in table.key)
    yield f"每行唯一：{keys} · {table.grain}"
    yield ""
    yield from _grid(
        _COLUMN_HEADS,
        [
            (
                f"`{column.name}`",
                column.label.zh,
                column.label.en,
                column.type,
                f"`{column.code_list}`" if column.code_list else column.unit or "",
                "是" if column.required else "",
                _notes(column),
            )
            for column in table.columns
        ],
    )


def _notes(column: Column) -> str:
    notes = []
    if column.help:
        notes.append(f"{column.help.zh} · {column.help.en}")
    if column.min is not None:
        notes.append(f"≥ {column.min}")
    if column.max is not None:
        notes.append(f"≤ {column.max}")
    if column.notation_keys:
        notes.append(f"或 or {' '.join(column.notation_keys)}")
    if column.period_types:
        notes.append(period_examples(column.period_types))
    if column.fixed is not None:
        notes.append(f"固定为 always `{column.fixed}`")
    return "<br>".join(notes)


def _code_list(name: str, entries: pl.DataFrame) -> Iterator[str]:
    yield f"### `{name}`"
    yield ""
    yield from _grid(
        ("代码 Code", "中文名称", "English name"),
        [(f"`{code}`", name_zh, name_en) for code, name_zh, name_en in entries.iter_rows()],
    )


def _grid(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _line(heads)
    yield _line(["---"] * len(heads))
    for row in rows:
        yield _line(row)
    yield ""


def _line(cells: Sequence[str]) -> str:
    escaped = (cell.replace("|", r"\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"
