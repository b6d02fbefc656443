"""Random measure cells of a release, and whether their trees hold."""

import random
from collections.abc import Iterator
from pathlib import Path

from lingtan.release.canonical import quoted
from lingtan.release.explain.cells import explainable
from lingtan.release.explain.described import kind_of
from lingtan.release.explain.files import ReleaseFiles
from lingtan.release.explain.tree import Node, Walk, walk_down

#: Where a tree may end.
ENDS = {"submitted", "factor", "value", "term", "setting", "submission"}


def draw(files: ReleaseFiles, count: int, seed: int) -> list[tuple[str, str, int]]:
    """So many cells of marts and facts, every table with rows among them: table, column, row."""
    random_ = random.Random(seed)
    tables = {
        table: (columns, rows)
        for table, columns in explainable().items()
        if (rows := files.connection.execute(f"select rn from {quoted(table)} order by rn").fetchall())
    }
    names = sorted(tables)
    cells = []
    for index in range(count):
        # In turn, so that no table is left out.
        table = names[index % len(names)]
        columns, rows = tables[table]
        cells.append((table, random_.choice(columns), int(random_.choice(rows)[0])))
    return cells


def faults(roots: list[Node]) -> Iterator[str]:
    """Nodes that differ from their recomputation, and ends that are no place to end."""
    seen: set[int] = set()
    for root in roots:
        for node in walk_down(root):
            if id(node) in seen:
                continue
            seen.add(id(node))
            name = f"{node.table}.{node.column} row {node.row}"
            if not node.is_sound:
                yield f"{name}: released {node.value}, recomputed {node.recomputed}"
            elif not any(part.nodes for part in node.parts) and not _may_end(node):
                yield f"{name}: ends here with {node.value}"


def _may_end(node: Node) -> bool:
    """A sum of no rows is nothing, and says so; else a tree ends at what somebody sent or documented."""
    return kind_of(node) in ENDS or (node.derivation is not None and node.value in (None, 0))


def faults_of_draw(release: Path, count: int, seed: int, limit: int) -> tuple[set[str], list[str]]:
    """The tables drawn from, and the faults of their trees; of a sum so many parts are walked down."""
    with ReleaseFiles(release) as files:
        cells = draw(files, count, seed)
        return {table for table, _, _ in cells}, list(faults(Walk(files, limit).explain(cells)))


def faults_of_all(release: Path) -> tuple[int, list[str]]:
    """How many measure cells a release has, and the faults of the trees of all of them."""
    with ReleaseFiles(release) as files:
        cells = [
            (table, column, int(row))
            for table, columns in explainable().items()
            for (row,) in files.connection.execute(f"select rn from {quoted(table)}").fetchall()
            for column in columns
        ]
        return len(cells), list(faults(Walk(files).explain(cells)))
