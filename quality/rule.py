"""What a rule is: its words for people, its place in the catalogue, and its check."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

import polars as pl

from lingtan.contracts.batch import Batch

Severity = Literal["fatal", "error", "query", "info"]
Scope = Literal["delivery", "structure", "form"]

#: The placeholders a message may hold; a receipt fills them from the finding.
PLACEHOLDERS: Final = frozenset({"sheet", "cell", "found", "expected", "detail"})


@dataclass(frozen=True)
class Rule:
    """One rule of the intake.

    Attributes:
        id: Upper-case words; the module of the rule and its test file carry the same name in lower case.
        version: Raised when the check finds something else than before.
        severity: `fatal` refuses the submission (a delivery rule: the delivery), `error` refuses the row,
            `query` is used and flagged, `info` is used.
        scope: `delivery` and `structure` are judged first; if one of them is fatal, nothing else is reported.
        forms: The forms it applies to; empty: every form.
        tables: The tables it reads; empty: every table.
        formula: The check in words and symbols, thresholds included, for readers.
        since: The version of the project that brought it.
        check: Takes a batch and returns a frame of `FINDING_SCHEMA`; never changes a value (L1).
        problem_codes: The facts of the reader this rule judges; empty for a rule about values.
    """

    id: str
    severity: Severity
    scope: Scope
    forms: tuple[str, ...]
    tables: tuple[str, ...]
    title_zh: str
    title_en: str
    reason_zh: str
    reason_en: str
    formula: str
    message_zh: str
    message_en: str
    action_zh: str
    action_en: str
    check: Callable[[Batch], pl.DataFrame]
    problem_codes: tuple[str, ...] = ()
    version: str = "1"
    since: str = "0.1.0"
