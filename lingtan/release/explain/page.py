"""An explanation as one self-contained page: Chinese, English beside it, no script, no request (L12)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lingtan.release.explain.described import plain
from lingtan.release.explain.explain import Explanation, told_key
from lingtan.release.explain.tree import Node, Part, walk_down

_TEMPLATES: Final = Path(__file__).parent / "templates"
#: Levels that stand open when the page is opened.
_OPEN: Final = 2
#: Parts of a key that tell no line from its neighbours to a reader.
_TECHNICAL: Final = frozenset({"submission_id", "period_code", "table_name", "method_version"})


def as_page(explanation: Explanation) -> str:
    """The page, ending with a line end."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters["plain"] = plain
    numbers = {id(node): f"n{number}" for number, node in enumerate(walk_down(explanation.root), 1)}
    return environment.get_template("explanation.html.j2").render(
        explanation=explanation,
        steps=list(_steps(explanation.root, _Place(0, "", None), set())),
        numbers=numbers,
        open_levels=_OPEN,
        hidden=_hidden,
        told=lambda node, above: told_key(explanation, node, above),
        short=lambda node, place: _short(explanation, node, place),
        node_id=id,
    )


@dataclass(frozen=True)
class _Place:
    """Where a node stands on the page: how deep, as which input, below which node."""

    depth: int
    name: str
    above: Node | None

    def shows_row(self, node: Node) -> bool:
        """Whether the key and facts of the row have to be told."""
        return self.above is None or (self.above.table, self.above.row) != (node.table, node.row)


def _short(explanation: Explanation, node: Node, place: _Place) -> str:
    """What tells a closed figure from its neighbours: its key and facts of its row, names before codes."""
    if not place.shows_row(node):
        return ""
    key = {
        name: told
        for name, told in told_key(explanation, node, place.above).items()
        if name not in _TECHNICAL
    }
    words = [names[0] or value for value, names in key.values()]
    facts = [names[0] or value for _, value, names in explanation.of(node).facts]
    return " · ".join(str(word) for word in [*words, *facts])


def _steps(node: Node, place: _Place, written: set[int]) -> Iterator[tuple[str, Node, _Place, Part | None]]:
    """The page as a flat list, for a template that does not call itself: open, leaf, above, hidden, close."""
    is_above = bool(node.parts) and id(node) in written
    if is_above or not node.parts:
        yield ("above" if is_above else "leaf"), node, place, None
        return
    written.add(id(node))
    yield "open", node, place, None
    for part in node.parts:
        below = _Place(place.depth + 1, "" if part.is_shown else part.name, node)
        for child in part.nodes:
            yield from _steps(child, below, written)
        if part.hidden:
            yield "hidden", node, place, part
    yield "close", node, place, None


def _hidden(part: Part) -> tuple[int, str, int]:
    """How many parts are not walked down, their sum as text, and how many of them are null."""
    known = [value for value in part.hidden if value is not None and not isinstance(value, str)]
    return len(part.hidden), plain(sum(known)) if known else "", len(part.hidden) - len(known)
