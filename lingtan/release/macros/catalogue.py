"""Reads the macros of the released DuckDB file, in the order in which they have to be made."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, cast, get_args

Kind = Literal["helper", "answer", "guard"]

_FOLDER: Final = Path(__file__).parent
_KINDS: Final = get_args(Kind)


@dataclass(frozen=True)
class Macro:
    """A macro of the released file.

    Attributes:
        name: what it is called by.
        kind: a helper of others, an answer, or a guard that refuses what must not be added.
        zh: what it does, in Chinese.
        en: the same in English.
        call: an example.
        sql: the statement that makes it.
    """

    name: str
    kind: Kind
    zh: str
    en: str
    call: str
    sql: str


def _macro(path: Path) -> Macro:
    lines = path.read_text(encoding="utf-8").splitlines()
    said: dict[str, list[str]] = {}
    for line in lines:
        found = re.fullmatch(r"-- (zh|en|kind|call): (.*)", line)
        if found:
            said.setdefault(found.group(1), []).append(found.group(2))
    sql = "\n".join(line for line in lines if not line.startswith("-- "))
    texts = {key: " ".join(parts) for key, parts in said.items()}
    if texts.get("kind") not in _KINDS or not re.match(rf"create macro {path.stem}\(", sql.strip()):
        raise ValueError(f"{path.name}: wants a kind, and one `create macro {path.stem}(...)`")
    return Macro(path.stem, cast("Kind", texts["kind"]), texts["zh"], texts["en"], texts["call"], sql.strip())


def read_macros(folder: Path = _FOLDER) -> tuple[Macro, ...]:
    """Every macro: helpers first, then answers, then guards, each by name.

    Raises:
        ValueError: a file does not say what its macro is for.
    """
    macros = [_macro(path) for path in sorted(folder.glob("*.sql"))]
    return tuple(sorted(macros, key=lambda one: (_KINDS.index(one.kind), one.name)))
