"""One figure explained: its tree, every node in words, and what was decided about its submissions."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from lingtan.errors import LingtanError
from lingtan.release.explain.cells import find_cell
from lingtan.release.explain.decisions import Decisions, decisions_about
from lingtan.release.explain.described import Described, Describer, Pair
from lingtan.release.explain.files import ReleaseFiles
from lingtan.release.explain.outside import public_figure, public_tier_of
from lingtan.release.explain.tree import Node, Walk, walk_down
from lingtan.release.marks import Marks, marks_of
from lingtan.release.verify import LOCK

#: Nodes of a page after which it goes no deeper; a reader asks about a part of its own then.
_MOST: Final = 6_000


@dataclass(frozen=True)
class Explanation:
    """A figure of a release and where it comes from.

    Attributes:
        plan_id: of the release.
        marks: what every page of the release says of itself.
        root: the figure.
        described: every node of the tree in words, by identity.
        decisions: about the submissions of the tree.
        ends: why the way ends at the figure itself; None inside the office, where it goes on.
    """

    plan_id: str
    marks: Marks
    root: Node
    described: Mapping[int, Described]
    decisions: Decisions
    ends: Pair | None = None

    def of(self, node: Node) -> Described:
        """A node in words."""
        return self.described[id(node)]

    @property
    def is_sound(self) -> bool:
        """Whether every node equals its recomputation."""
        return all(node.is_sound for node in walk_down(self.root))


def told_key(explanation: Explanation, node: Node, above: Node | None) -> dict[str, tuple[str, Pair]]:
    """What of a node's key is not told by the node above it: values, with the names of their codes."""
    known = {} if above is None else explanation.of(above).key
    one = explanation.of(node)
    return {
        name: (value, one.names.get(name, ("", "")))
        for name, value in one.key.items()
        if known.get(name) != value
    }


def explain_cell(
    release: Path, table: str, column: str, key: Mapping[str, str], *, limit: int | None
) -> Explanation:
    """Explain one cell from the files of a release alone.

    Args:
        release: the release's folder, its restricted tier, or its public tier by itself.
        table: a mart or fact, the protected cells, or a public table.
        column: a measure of it.
        key: values of key columns as text, as many as tell the row apart.
        limit: how many parts of a sum are walked down, the largest first; None: all.

    Raises:
        LingtanError: there is no such cell, or the release is damaged.
    """
    tier = public_tier_of(release)
    try:
        if tier is not None:
            return _outside(tier, table, column, key)
        with ReleaseFiles(release) as files:
            cell = find_cell(files, table, column, key)
            (root,) = Walk(files, limit, None if limit is None else _MOST).explain([cell])
            nodes = list(walk_down(root))
            described = Describer(files).describe(nodes)
            places = [described[id(node)].place for node in nodes]
            submissions = list(dict.fromkeys(place.submission_id for place in places if place is not None))
            decisions = decisions_about(files, submissions, dict(described[id(root)].key))
            folder = files.folder
    except duckdb.Error as error:
        raise LingtanError(
            f"{release} 中有文件已损坏，无法读取；请运行 verify 核对，并换用完好的副本。",
            f"A file of {release} is damaged and cannot be read; run verify and use a sound copy.",
        ) from error
    marks = marks_of(folder / "data" / "dim_parks.parquet", folder / LOCK)
    return Explanation(folder.resolve().parent.name, marks, root, described, decisions)


def _outside(tier: Path, table: str, column: str, key: Mapping[str, str]) -> Explanation:
    found = public_figure(tier, table, column, key)
    described = {id(found.node): found.described}
    return Explanation(found.plan_id, found.marks, found.node, described, Decisions((), (), ()), found.ends)
