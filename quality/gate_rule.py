"""A rule of the publication gate: what has to hold for a release, and how it is measured."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

#: A rule with this scope has to be measured on every canonical table.
EVERY_TABLE: Final = "*"
#: A rule with this scope has to be measured on every table of checks the warehouse computes itself.
EVERY_CHECK_TABLE: Final = "qa_*"


@dataclass(frozen=True)
class Check:
    """One measurement, pushed down to SQL over views of the canonical files.

    Attributes:
        checked: a query giving one number: what is looked at.
        failing: a query giving one text a failing row: its key. Both may name `{table}`, `{key}` (the key's
            columns, separated by commas) and `{key_text}` (an expression of the key as text).
    """

    checked: str
    failing: str


@dataclass(frozen=True)
class GateRule:
    """One required rule.

    Attributes:
        id: such as G-KEYS.
        version: changes with the meaning; evidence of another version does not count.
        checks: scope -> how it is measured; a scope is a table's name, `*`, `qa_*` or `release`.
        title_zh: what has to hold, in Chinese.
        title_en: the same in English.
        reason_zh: why, in Chinese.
        reason_en: the same in English.
        action_zh: what to do when it does not, in Chinese.
        action_en: the same in English.
        since: the version of the product it came with.
        is_cause: whether a failure makes others fail as well; the gate names it first.
        severity: `error` closes the gate; `query` means that what it finds is used and flagged. Evidence is
            required of both.
    """

    id: str
    version: str
    checks: Mapping[str, Check | None]
    title_zh: str
    title_en: str
    reason_zh: str
    reason_en: str
    action_zh: str
    action_en: str
    since: str = "0.1"
    is_cause: bool = False
    severity: Literal["error", "query"] = "error"

    def scopes(self, tables: tuple[str, ...]) -> tuple[str, ...]:
        """The scopes evidence is required for, given the tables of the release.

        Public tables (`public/<table>`) are cut out of canonical ones and have no scope of their own: they
        are judged with the whole release.
        """
        tables = tuple(name for name in tables if "/" not in name)
        found: list[str] = []
        for scope in self.checks:
            if scope == EVERY_TABLE:
                found += tables
            elif scope == EVERY_CHECK_TABLE:
                found += [name for name in tables if name.startswith("qa_")]
            else:
                found.append(scope)
        return tuple(found)

    def check_for(self, scope: str) -> Check | None:
        """How a scope is measured; None where something else brings the evidence."""
        general = (
            EVERY_CHECK_TABLE if scope.startswith("qa_") and EVERY_CHECK_TABLE in self.checks else EVERY_TABLE
        )
        return self.checks.get(scope) or self.checks.get(general)


Rules = tuple[GateRule, ...]
RuleSource = Callable[[], Rules]
