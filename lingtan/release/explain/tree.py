"""The walk from released cells down to what was submitted: all nodes of one column are walked together.

Figures are recomputed at every node from the figures below it. All children of a node are fetched and
recomputed with; only the largest of them are walked further down where a limit is given.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from typing import Any, Final

import polars as pl

from lingtan.release.canonical import quoted
from lingtan.release.explain.declared import ROW, THIS, Declared, Derivation, Input, declarations, reachable
from lingtan.release.explain.files import ReleaseFiles

Value = Decimal | int | str | bool | None
#: Digits that no product or sum of a release reaches.
_PRECISION: Final = 120


@dataclass(slots=True)
class Part:
    """Nodes that one input of a formula takes, or that are shown beside it.

    Attributes:
        name: the input.
        nodes: those walked further down, the largest first.
        hidden: values of those that are not.
        is_shown: shown only, no operand.
    """

    name: str
    nodes: "list[Node]"
    hidden: list[Value]
    is_shown: bool


@dataclass(slots=True, eq=False)
class Node:
    """A cell of the release and how it follows.

    Attributes:
        table: its table, `lake/` and `plan/` in front of those of these folders.
        column: its column; `*` for a row that is counted.
        row: number of the row in its file.
        value: as released.
        derivation: how it follows; None where it ends.
        recomputed: from the parts.
        is_sound: whether the two agree.
        parts: what it follows from.
        is_cut: whether the walk stopped here though it could go on.
    """

    table: str
    column: str
    row: int
    value: Value
    derivation: Derivation | None = None
    recomputed: Value = None
    is_sound: bool = True
    parts: list[Part] = field(default_factory=list)
    is_cut: bool = False

    def children(self) -> "Iterable[Node]":
        """The nodes right below."""
        return (node for part in self.parts for node in part.nodes)


class Walk:
    """Trees over one release; a cell that several trees share is one node."""

    def __init__(self, files: ReleaseFiles, limit: int | None = None, most: int | None = None) -> None:
        """Start a walk.

        Args:
            files: the release.
            limit: how many children of an input are walked down, the largest first; None: all.
            most: about how many nodes a walk has before it goes no deeper; None: no end.
        """
        self._files = files
        self._limit = limit
        self._most = most
        self._nodes: dict[tuple[str, str, int], Node] = {}
        self._declared = declarations()
        for table, declared in self._declared.items():
            if declared.view:
                files.gather(table, declared.view)

    def explain(self, cells: Sequence[tuple[str, str, int]]) -> list[Node]:
        """The trees of cells, each given as table, column and row.

        Raises:
            duckdb.Error: a file of the release is damaged.
        """
        roots = [
            self._node(table, column, row, self._value(table, column, row)) for table, column, row in cells
        ]
        pending: dict[tuple[str, str], list[Node]] = {}
        self._put(pending, {id(root): root for root in roots}.values())
        with localcontext() as context:
            context.prec = _PRECISION
            while pending:
                if self._most is not None and len(self._nodes) > self._most:
                    break
                self._put(pending, self._expand(pending.pop(_uppermost(list(pending)))))
        for node in (node for nodes in pending.values() for node in nodes):
            node.is_cut = True
        return roots

    def _put(self, pending: dict[tuple[str, str], list[Node]], nodes: Iterable[Node]) -> None:
        """Put new nodes with the others of their column; those that end here are left out."""
        for node in nodes:
            declared = self._declared.get(node.table)
            if declared is not None and node.column in declared.columns:
                pending.setdefault((node.table, node.column), []).append(node)

    def _value(self, table: str, column: str, row: int) -> Value:
        if column == ROW:
            return 1
        query = f"select {quoted(column)} from {quoted(table)} where rn = {row}"
        found = self._files.connection.execute(query).fetchone()
        value: Value = found[0] if found else None
        return value

    def _node(self, table: str, column: str, row: int, value: Value) -> Node:
        key = (table, column, row)
        if key not in self._nodes:
            self._nodes[key] = Node(table, column, row, value)
        return self._nodes[key]

    def _expand(self, nodes: list[Node]) -> list[Node]:
        """Find the parts of nodes of one column and recompute them; the nodes found first here."""
        declared = self._declared[nodes[0].table]
        cases = declared.columns[nodes[0].column]
        found: list[Node] = []
        for number, case, members, empty in self._cases(nodes, declared, cases):
            for one in (*case.inputs, *case.shows):
                found += self._take(one, number, members, is_shown=one in case.shows)
            for node, is_empty in zip(members.values(), empty, strict=True):
                node.derivation = case
                _recompute(node, case, is_empty=is_empty)
        return found

    def _cases(
        self, nodes: list[Node], declared: Declared, cases: Sequence[Derivation]
    ) -> Iterable[tuple[int, Derivation, dict[int, Node], list[bool]]]:
        """The nodes of each case, and whether they are null by rule; `asked_rows` holds their rows."""
        connection = self._files.connection
        frame = pl.DataFrame({"i": range(len(nodes)), "rn": [node.row for node in nodes]})
        connection.register("asked", frame.to_arrow())
        adds = f", {declared.adds}" if declared.adds else ""
        choice = " ".join(f"when {case.when} then {index}" for index, case in enumerate(cases))
        empty = " ".join(f"when {index} then ({case.empty})" for index, case in enumerate(cases))
        connection.execute(
            "create or replace temp table asked_rows as"
            f" with every as (select asked.i, p0.*{adds} from asked join {quoted(nodes[0].table)} as p0"
            f" on asked.rn = p0.rn {declared.row}),"
            f" chosen as (select *, case {choice} end as case_number from every as p)"
            f" select *, coalesce(case case_number {empty} end, false) as is_empty from chosen as p"
        )
        rows = connection.execute("select i, case_number, is_empty from asked_rows order by i").fetchall()
        for index, case in enumerate(cases):
            members = [(i, is_empty) for i, number, is_empty in rows if number == index]
            if members:
                yield index, case, {i: nodes[i] for i, _ in members}, [is_empty for _, is_empty in members]

    def _take(self, one: Input, case: int, members: dict[int, Node], *, is_shown: bool) -> list[Node]:
        """Add the part of one input to each of the nodes; the nodes met for the first time."""
        source = next(iter(members.values())).table if one.source == THIS else one.source
        children: dict[int, dict[int, Value]] = {index: {} for index in members}
        for index, row, value in self._children(one, case, source):
            children[index][row] = value
        new: list[Node] = []
        for index, node in members.items():
            part = Part(one.name, [], [], is_shown)
            found = sorted(children[index].items(), key=_largest_first)
            walked = len(found) if self._limit is None else self._limit
            for row, value in found[:walked]:
                is_new = (source, one.column, row) not in self._nodes
                child = self._node(source, one.column, row, value)
                part.nodes.append(child)
                if is_new:
                    new.append(child)
            part.hidden = [value for _, value in found[walked:]]
            node.parts.append(part)
        return new

    def _children(self, one: Input, case: int, source: str) -> list[tuple[int, int, Value]]:
        if source not in self._files.columns:
            return []
        value = "1" if one.column == ROW else f"c.{quoted(one.column)}"
        rows = f"(select * from asked_rows where case_number = {case})"
        if one.source == THIS:
            query = f"select c.i, c.rn, {value} from {rows} as c"
        else:
            # The condition stands behind the joins, whose tables it may read.
            source_rows = (
                f"from {rows} as p join {quoted(source)} as c on true {one.joins} where {one.condition}"
            )
            query = f"select p.i, c.rn, {value} {source_rows}"
            if one.distinct:
                query = f"select p.i, min(c.rn), min({value}) {source_rows} group by p.i, {one.distinct}"
        return self._files.connection.execute(query).fetchall()


def _uppermost(places: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """A column that no other one leads to, so that what leads to a column is walked before it."""
    below = reachable()
    return next(
        (
            place
            for place in places
            if not any(place in below[other] for other in places if other not in (place, *below[place]))
        ),
        places[0],
    )


def walk_down(root: Node) -> Iterator[Node]:
    """A node and all below it, each once, in the order of a page."""
    seen: set[int] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            stack += reversed(list(node.children()))


def _largest_first(child: tuple[int, Value]) -> tuple[int, Decimal | int, int]:
    row, value = child
    if isinstance(value, Decimal | int):
        return (0, value if value < 0 else -value, row)
    return (1, 0, row)


def _recompute(node: Node, case: Derivation, *, is_empty: bool) -> None:
    if case.formula is None:
        node.recomputed = node.value
        return
    inputs: Mapping[str, Any] = {
        part.name: [child.value for child in part.nodes] + part.hidden
        for part in node.parts
        if not part.is_shown
    }
    is_ambiguous = any(len(inputs[name]) > 1 for name in case.formula.values)
    node.recomputed = None if is_empty else case.formula.of(inputs)
    node.is_sound = not is_ambiguous and node.recomputed == node.value
