"""Collecting the evidence about canonical files: measure, let the suites judge, write down what was found."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from quality.evidence import FAIL, FLAGGED, PASS, Evidence, keys_text
from quality.gate_rule import GateRule
from quality.gate_rules.g_bounds import RULE as BOUNDS
from quality.measure import measure


def _result(rule: GateRule, *, is_met: bool, checked: int) -> str:
    if is_met:
        return PASS
    # What could not be measured has counted nothing: that is a failure of every rule.
    return FLAGGED if rule.severity == "query" and checked else FAIL


def _measured(
    measurements: pl.DataFrame, failing: set[int], rules: Sequence[GateRule], hashes: Mapping[str, str]
) -> list[Evidence]:
    by_id = {rule.id: rule for rule in rules}
    return [
        Evidence(
            row["rule_id"],
            by_id[row["rule_id"]].version,
            row["scope"],
            # A scope that is not there has no bytes: such evidence is about nothing and counts for nothing.
            hashes.get(row["scope"], ""),
            _result(by_id[row["rule_id"]], is_met=position not in failing, checked=row["checked_count"]),
            row["checked_count"],
            row["failing_count"],
            row["failing_keys"],
        )
        for position, row in enumerate(measurements.to_dicts())
    ]


def _marts(canonical: Path, hashes: Mapping[str, str]) -> list[Evidence]:
    from quality.suites.marts import MART_SUITES, judge_mart

    evidence = []
    for name in sorted(MART_SUITES.keys() & hashes.keys()):
        frame = pl.read_parquet(canonical / f"{name}.parquet")
        unmet = judge_mart(name, frame)
        result = FAIL if unmet else PASS
        evidence.append(
            Evidence(
                BOUNDS.id,
                BOUNDS.version,
                name,
                hashes[name],
                result,
                frame.height,
                len(unmet),
                keys_text(unmet),
            )
        )
    return evidence


def collect_evidence(
    canonical: Path,
    *,
    keys: Mapping[str, Sequence[str]],
    content_hashes: Mapping[str, str],
    rules: Sequence[GateRule],
) -> list[Evidence]:
    """Run every rule of the gate that judges canonical files.

    Args:
        canonical: folder of the canonical `<table>.parquet`.
        keys: canonical table -> its key.
        content_hashes: canonical table -> SHA-256 of its file.
        rules: the gate's catalogue.

    Returns:
        Evidence about exactly these files; dbt's tests bring theirs (`quality.dbt_evidence`).
    """
    # Great Expectations takes seconds to import: only where it is used.
    from quality.suites.measurements import failing_rows

    measurements = measure(canonical, keys, rules)
    failing = failing_rows(measurements)
    return [*_measured(measurements, failing, rules, content_hashes), *_marts(canonical, content_hashes)]
