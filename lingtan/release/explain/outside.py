"""A published figure explained to a reader outside: the way ends at the protected cell (L13, L9)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from lingtan.disclosure.public_tables import Measure, PublicTable, read_public_tables
from lingtan.errors import LingtanError
from lingtan.public.columns import CONFIDENTIAL
from lingtan.quiet_duckdb import connect
from lingtan.release.canonical import literal, quoted
from lingtan.release.code_names import read_code_names
from lingtan.release.explain.cells import find_row
from lingtan.release.explain.described import Described, Pair, plain
from lingtan.release.explain.files import unreadable
from lingtan.release.explain.public_cells import key_columns, measure_in, public_table_named
from lingtan.release.explain.tree import Node
from lingtan.release.manifest import MANIFEST
from lingtan.release.marks import Marks
from lingtan.release.verify import PUBLIC, RESTRICTED, is_public_tier

_SHOWN: Final = (
    (
        "此数是公开表的受保护单元格，解释到此为止。再往下（各行、报送单元格、因子与处理）是内部资料，"
        "只能由发布机构以 restricted/ 追溯。"
    ),
    (
        "This figure is a protected cell of a public table; the way ends here. The way on, to lines, "
        "submitted cells, factors and decisions, is restricted: only the office that published it can walk "
        "it, with restricted/."
    ),
)
_WITHHELD: Final = (
    (
        "此单元格保密，未公布数值；它不是零，也不是缺失。公布它会使人推断出某一单位的数据，或推算出另一个保密的"
        "数值。是哪一种情形不予说明：说明本身也会透露。再往下是内部资料。"
    ),
    (
        "This cell is confidential and its figure withheld; it is neither zero nor missing. It would tell "
        "the figure of one respondent, or let another confidential one be computed. Which of the two is not "
        "told: the answer itself would tell something. The way on is restricted."
    ),
)


@dataclass(frozen=True)
class PublicFigure:
    """A figure of a public tier that lies by itself.

    Attributes:
        plan_id: of the release.
        marks: what every file of the tier says of itself.
        node: the figure.
        described: it in words.
        ends: why the way ends here.
    """

    plan_id: str
    marks: Marks
    node: Node
    described: Described
    ends: Pair


def public_tier_of(folder: Path) -> Path | None:
    """The public tier that a reader outside has: the folder itself, or what is in it beside no other tier."""
    found = (folder, folder / PUBLIC) if not (folder / RESTRICTED).is_dir() else (folder,)
    return next((one for one in found if is_public_tier(one)), None)


def public_figure(tier: Path, code: str, column: str, key: Mapping[str, str]) -> PublicFigure:
    """A figure of a public table from the public files alone.

    Args:
        tier: the public tier.
        code: the public table.
        column: its quantity.
        key: values of key columns as text, as many as tell the row apart.

    Raises:
        LingtanError: there is no such table, quantity or row.
        duckdb.Error: the table's file is damaged.
    """
    table = public_table_named(code)
    file = tier / "data" / f"{code}.parquet"
    if table is None or not file.is_file():
        present = sorted(path.stem for path in (tier / "data").glob("*.parquet"))
        known = [name for name in present if public_table_named(name) is not None]
        raise LingtanError(
            f"{tier} 是公开部分，其中没有表 {code}；可选：{'、'.join(known) or '-'}。",
            f"{tier} is a public tier without a table {code}; choose one of: {', '.join(known) or '-'}.",
        )
    measure = measure_in(table, column)
    columns = key_columns(table)
    with connect() as connection:
        query = (
            "select * exclude (file_row_number), file_row_number as rn"
            f" from read_parquet({literal(str(file))}, file_row_number = true)"
        )
        connection.execute(f"create view {quoted(code)} as {query}")
        row = find_row(connection, code, quoted(code), columns, key)
        listed = ", ".join(map(quoted, (*columns, column)))
        found = connection.execute(f"select {listed} from {quoted(code)} where rn = {row}").fetchall()[0]
    node = Node(code, column, row, found[-1])
    manifest = _manifest(tier / MANIFEST)
    return PublicFigure(
        plan_id=str(manifest["plan_id"]),
        marks=Marks(is_synthetic=bool(manifest["is_synthetic"]), is_internal=False),
        node=node,
        described=_described(node, table, measure, dict(zip(columns, map(plain, found[:-1]), strict=True))),
        ends=_WITHHELD if node.value is None else _SHOWN,
    )


def _manifest(path: Path) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise unreadable(path) from error
    return content


def _described(node: Node, table: PublicTable, measure: Measure, key: Mapping[str, str]) -> Described:
    lists, public = read_code_names().lists, read_public_tables()
    names = {
        f"{one}_code": found
        for one in table.by
        if (found := lists[public.dimensions[one].names].get(key[f"{one}_code"])) is not None
    }
    return Described(
        kind="protected",
        label=(measure.zh, measure.en),
        title=(table.zh, table.en),
        key=key,
        value=CONFIDENTIAL if node.value is None else plain(node.value),
        unit="" if node.value is None else measure.unit,
        names=names,
    )
