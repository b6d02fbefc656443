"""A layout: how somebody else's table maps onto a form. `raw/layouts/README.md` explains the language."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Annotated, Self

import yaml
from openpyxl.utils.cell import column_index_from_string
from pydantic import AfterValidator, BaseModel, ConfigDict, PrivateAttr, ValidationError, model_validator

from lingtan.contracts.load import ContractError, contract_for
from lingtan.contracts.model import Contract
from lingtan.errors import LingtanError


def _sheet_pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"no regular expression: {error}") from error
    return text


def _column(text: str) -> str:
    column_index_from_string(text)
    return text


_ColumnLetter = Annotated[str, AfterValidator(_column)]


class _Strict(BaseModel):
    # A misspelt key must not pass for an absent one.
    model_config = ConfigDict(extra="forbid", frozen=True)


class Title(_Strict):
    """A title in two languages."""

    zh: str
    en: str


class Sheets(_Strict):
    """Which sheets are submissions: `pattern` with named groups; `context` sheets are counted, not read."""

    pattern: Annotated[str, AfterValidator(_sheet_pattern)]
    context: tuple[str, ...] = ()


class Mark(_Strict):
    """A cell by which the layout is recognised."""

    cell: str
    text: str


class CoverValue(_Strict):
    """A cover cell: a group of the sheet's name, translated by `labels` where given, or a constant."""

    group: str | None = None
    labels: Mapping[str, str] = {}
    value: str | None = None

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if (self.group is None) == (self.value is None):
            raise ValueError("give either group or value")
        return self


class Rows(_Strict):
    """The labels down the side. `labels`: code -> every way the label is written."""

    column: _ColumnLetter
    first: int
    becomes: str
    labels: Mapping[str, tuple[str, ...]]
    context: tuple[str, ...] = ()
    blank_rows_of_zeros: str = "refused"


class Columns(_Strict):
    """The labels along a row, from column `first` on."""

    row: int
    first: _ColumnLetter
    becomes: str
    labels: Mapping[str, tuple[str, ...]]


class Units(_Strict):
    """The row of units, one above each column."""

    row: int
    becomes: str
    labels: Mapping[str, tuple[str, ...]]


class WideTable(_Strict):
    """A table whose every cell becomes a row of the form."""

    table: str
    rows: Rows
    columns: Columns
    units: Units
    value: str


class Layout(_Strict):
    """One layout file."""

    layout: str
    form: str
    form_version: str
    title: Title
    sheets: Sheets
    recognise: tuple[Mark, ...]
    cover: Mapping[str, CoverValue]
    wide: WideTable
    _content: bytes = PrivateAttr(default=b"")

    @property
    def content(self) -> bytes:
        """The bytes of the file: they are archived with what was read by them."""
        return self._content

    @cached_property
    def sha256(self) -> str:
        """The layout's identity."""
        return hashlib.sha256(self._content).hexdigest()

    @property
    def contract(self) -> Contract:
        """The form it maps onto."""
        return contract_for(self.form, self.form_version)


def load_layout(path: Path) -> Layout:
    """Read one layout and check it against its form.

    Raises:
        LingtanError: naming the file and what is wrong in it.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise LingtanError(
            f"无法读取布局文件 {path.name}：{error.strerror}",
            f"Layout {path.name} cannot be read: {error.strerror}",
        ) from error
    try:
        layout = Layout.model_validate(yaml.safe_load(content))
        _check(layout)
    except (yaml.YAMLError, ValidationError, ValueError, KeyError, ContractError) as error:
        cause = _cause(error)
        raise LingtanError(f"布局文件 {path.name} 有误：{cause}", f"Layout {path.name}: {cause}") from error
    layout._content = content
    return layout


def _cause(error: Exception) -> str:
    """Place and cause in one line."""
    if isinstance(error, ValidationError):
        return "; ".join(
            f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}".removeprefix(": ")
            for one in error.errors(include_url=False)
        )
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        mark = error.problem_mark
        return f"line {mark.line + 1}, column {mark.column + 1}: {error.problem}"
    return " ".join(str(error).split())


def load_layouts(folders: Sequence[Path]) -> tuple[Layout, ...]:
    """All layouts of the folders, ordered by code; a folder named twice or absent does no harm.

    Raises:
        LingtanError: a file is wrong, or two files have one code.
    """
    files = {path.resolve(): None for folder in folders for path in sorted(folder.glob("*.yaml"))}
    layouts: dict[str, Layout] = {}
    for path in files:
        layout = load_layout(path)
        if layout.layout in layouts:
            raise LingtanError(
                f"布局代码 {layout.layout} 出现两次：{path.name}",
                f"Layout code {layout.layout} is given twice: {path.name}",
            )
        layouts[layout.layout] = layout
    return tuple(layouts[code] for code in sorted(layouts))


def _check(layout: Layout) -> None:
    """Every name must exist in the form; a label may stand for one code only."""
    table = layout.contract.table(layout.wide.table)
    for name in (
        layout.wide.rows.becomes,
        layout.wide.columns.becomes,
        layout.wide.units.becomes,
        layout.wide.value,
    ):
        table.column(name)
    for name in layout.cover:
        layout.contract.table("cover").column(name)
    groups = re.compile(layout.sheets.pattern).groupindex
    for value in layout.cover.values():
        if value.group is not None and value.group not in groups:
            raise ValueError(f"sheets.pattern has no group {value.group}")
    for part in (layout.wide.rows, layout.wide.columns, layout.wide.units):
        labels = [label for names in part.labels.values() for label in names]
        twice = sorted({label for label in labels if labels.count(label) > 1})
        if twice:
            raise ValueError(f"{part.becomes}: label for two codes: {', '.join(twice)}")
    if layout.wide.rows.blank_rows_of_zeros not in ("refused", "context"):
        raise ValueError("rows.blank_rows_of_zeros: refused or context")
