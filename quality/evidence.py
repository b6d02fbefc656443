"""Evidence: what a check found, about exactly which bytes (L5)."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import polars as pl

PASS: Final = "pass"
FAIL: Final = "fail"
#: Something is there for the reader to know, of a rule that reports and does not block.
FLAGGED: Final = "flagged"
#: The scope of evidence that is about all canonical tables together.
WHOLE_RELEASE: Final = "release"
#: Failing keys kept as examples.
KEPT_KEYS: Final = 20

EVIDENCE_SCHEMA: Final = pl.Schema(
    {
        "rule_id": pl.String(),
        "rule_version": pl.String(),
        "scope": pl.String(),
        "content_sha256": pl.String(),
        "result": pl.String(),
        "checked_count": pl.Int64(),
        "failing_count": pl.Int64(),
        "failing_keys": pl.String(),
    }
)


@dataclass(frozen=True)
class Evidence:
    """One check on one scope.

    Attributes:
        rule_id: the rule, as in the catalogue.
        rule_version: its version when it ran.
        scope: a canonical table's name, `release`, or `release/<test>` for one of many checks on all of it.
        content_sha256: of the canonical file judged, or of all of them together.
        result: `pass`, `fail`, or `flagged` where a rule that only reports found something.
        checked_count: what was looked at.
        failing_count: what did not hold, or what is flagged.
        failing_keys: examples, a JSON list of texts.
    """

    rule_id: str
    rule_version: str
    scope: str
    content_sha256: str
    result: str
    checked_count: int
    failing_count: int
    failing_keys: str


def keys_text(keys: Iterable[str]) -> str:
    """Examples of failing keys as the evidence keeps them."""
    return json.dumps(list(keys)[:KEPT_KEYS], ensure_ascii=False)


def release_sha256(content_hashes: Mapping[str, str]) -> str:
    """One hash for all canonical tables together."""
    text = json.dumps(dict(content_hashes), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def expected_sha256(scope: str, content_hashes: Mapping[str, str]) -> str | None:
    """The hash that evidence about a scope has to carry; None where the scope is not in the release."""
    if scope == WHOLE_RELEASE or scope.startswith(f"{WHOLE_RELEASE}/"):
        return release_sha256(content_hashes)
    return content_hashes.get(scope)


def evidence_frame(evidence: Sequence[Evidence]) -> pl.DataFrame:
    """Evidence as a frame of `EVIDENCE_SCHEMA`, sorted."""
    frame = pl.DataFrame([asdict(one) for one in evidence], schema=EVIDENCE_SCHEMA)
    return frame.sort("rule_id", "scope", "content_sha256", "result")


def write_evidence(evidence: Sequence[Evidence], path: Path) -> None:
    """Write evidence.parquet: nothing in it varies by run."""
    evidence_frame(evidence).rechunk().write_parquet(path, compression="zstd", compression_level=3)


def read_evidence(path: Path) -> pl.DataFrame:
    """Read evidence; a file that is not there is no evidence at all.

    Raises:
        polars.exceptions.PolarsError: the file holds something else.
    """
    if not path.is_file():
        return pl.DataFrame(schema=EVIDENCE_SCHEMA)
    return pl.read_parquet(path).select(pl.col(name).cast(dtype) for name, dtype in EVIDENCE_SCHEMA.items())
