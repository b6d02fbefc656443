"""The files of a release, as tables that can be asked; beside them only lists of the house (L13)."""

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Final

import duckdb

from lingtan.contracts.code_lists import SEEDS
from lingtan.contracts.load import load_contracts
from lingtan.disclosure.public_tables import read_public_tables
from lingtan.errors import LingtanError
from lingtan.quiet_duckdb import connect
from lingtan.release.canonical import literal, quoted
from lingtan.release.explain.public_lines import (
    LISTS,
    PUBLIC_LINES,
    PUBLIC_MEASURES,
    public_lines_sql,
    public_measures_sql,
)
from lingtan.release.tables import RELEASED_TABLES
from lingtan.release.verify import RESTRICTED

#: The folders of the restricted tier that hold tables, and what their tables are called here.
_FOLDERS: Final[Mapping[str, str]] = {"data": "", "lake": "lake/", "plan": "plan/"}

#: What every lake row says of itself, and the columns that each column of a form becomes.
_ROW_COLUMNS: Final = (
    "delivery_id",
    "batch_id",
    "submission_id",
    "row_number",
    "sheet",
    "source_row",
    "row_disposition",
)
_ENDINGS: Final = ("", "__text", "__cell", "__notation")


class ReleaseFiles:
    """The tables of a release's restricted tier behind one connection.

    A row is known by its number in its file (`rn`).

    Attributes:
        folder: the restricted tier.
        connection: a database in memory with one view a file.
        columns: table -> column -> its type.
    """

    def __init__(self, release: Path) -> None:
        """Open a release.

        Args:
            release: the release's folder, or its restricted tier.

        Raises:
            LingtanError: there is no restricted tier, or a file of it cannot be read.
        """
        self.folder = release / RESTRICTED if (release / RESTRICTED).is_dir() else release
        files = {
            f"{prefix}{path.stem}": path
            for folder, prefix in _FOLDERS.items()
            for path in sorted((self.folder / folder).glob("*.parquet"))
        }
        needed = [
            *(table.name for table in RELEASED_TABLES),
            "plan/submissions",
            "plan/settings",
            "plan/findings",
        ]
        missing = [name for name in needed if name not in files]
        if missing:
            raise LingtanError(
                f"{self.folder} 缺少 {missing[0]}（共 {len(missing)} 个文件）：不是发布文件夹、不完整，"
                "或由较早的版本生成；请运行 verify 核对。",
                f"{self.folder} lacks {missing[0]} ({len(missing)} files): it is no release, not whole, or "
                "made by an earlier version; run verify.",
            )
        self.connection = connect()
        self.columns: dict[str, dict[str, str]] = {}
        for table, path in files.items():
            self._open(table, path)
        self._stand_in_for_forms()
        self._gather_public_lines()

    def _open(self, table: str, path: Path) -> None:
        try:
            self.connection.execute(
                f"create view {quoted(table)} as select * exclude (file_row_number), file_row_number as rn"
                f" from read_parquet({literal(str(path))}, file_row_number = true)"
            )
        except duckdb.Error as error:
            raise unreadable(path) from error
        self._describe(table)

    def _stand_in_for_forms(self) -> None:
        """A form table of which nobody sent a row has no file; it is there without rows all the same."""
        for contract in load_contracts():
            for table in contract.tables:
                name = f"lake/{contract.form}__{table.name}"
                if name not in self.columns:
                    columns = [
                        *_ROW_COLUMNS,
                        *(f"{one.name}{end}" for one in table.columns for end in _ENDINGS),
                    ]
                    nulls = ", ".join(f"cast(null as varchar) as {quoted(column)}" for column in columns)
                    self.gather(name, f"select {nulls}, cast(null as bigint) as rn where false")

    def _gather_public_lines(self) -> None:
        """What public tables count; sections of industries and groups of carriers are lists of the house."""
        for name in LISTS:
            path = literal(str(SEEDS / f"{name}.csv"))
            self.gather(f"list/{name}", f"select *, 0 as rn from read_csv({path}, all_varchar = true)")
        public = read_public_tables()
        self.gather(PUBLIC_MEASURES, public_measures_sql(public))
        self.gather(PUBLIC_LINES, public_lines_sql(public))

    def _describe(self, table: str) -> None:
        described = self.connection.execute(f"describe {quoted(table)}").fetchall()
        self.columns[table] = {str(row[0]): str(row[1]) for row in described if row[0] != "rn"}

    def gather(self, table: str, query: str) -> None:
        """Add a table that stands in no file, made of the others by a query with a number `rn` a row."""
        self.connection.execute(f"create or replace view {quoted(table)} as {query}")
        self._describe(table)

    def __enter__(self) -> "ReleaseFiles":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()


def unreadable(path: Path) -> LingtanError:
    """What to say of a file that is there and cannot be read."""
    return LingtanError(
        f"发布文件 {path.name} 已损坏，无法读取；请运行 verify 核对，并换用完好的副本。",
        f"{path.name} of the release is damaged and cannot be read; run verify and use a sound copy.",
    )
