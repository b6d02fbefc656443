"""The gate: decides from stored evidence alone whether a release may be published (L5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from quality.evidence import FLAGGED, PASS, WHOLE_RELEASE, expected_sha256, read_evidence
from quality.gate_catalogue import required_rules
from quality.gate_rule import GateRule


@dataclass(frozen=True)
class Reason:
    """Why the gate does not open."""

    rule_id: str
    scope: str
    zh: str
    en: str


@dataclass(frozen=True)
class Decision:
    """The gate's answer; without a reason it is open.

    Attributes:
        reasons: why it stays closed.
        flagged: what a reader of the release has to know; it closes nothing.
    """

    reasons: tuple[Reason, ...]
    flagged: tuple[Reason, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every required rule has evidence about exactly this content, and passed."""
        return not self.reasons


def _failed(rule: GateRule, row: Mapping[str, object]) -> Reason:
    examples = str(row["failing_keys"])
    return Reason(
        rule.id,
        str(row["scope"]),
        f"规则 {rule.id}（{rule.title_zh}）在 {row['scope']} 上未通过：{row['failing_count']} 处，"
        f"如 {examples}。{rule.action_zh}",
        f"rule {rule.id} ({rule.title_en}) failed on {row['scope']}: {row['failing_count']} cases, "
        f"such as {examples}. {rule.action_en}",
    )


def _flagged(rule: GateRule, row: Mapping[str, object]) -> Reason:
    return Reason(
        rule.id,
        str(row["scope"]),
        f"{rule.title_zh}（{rule.id}）：{row['scope']} 的 {row['checked_count']} 个数值中有"
        f" {row['failing_count']} 个不是。",
        f"{rule.title_en} ({rule.id}): not so for {row['failing_count']} of {row['checked_count']} figures"
        f" of {row['scope']}.",
    )


def _holds(rule: GateRule, row: Mapping[str, object]) -> bool:
    """Whether a result lets the gate open: a flag does only where the rule reports and no more."""
    return row["result"] == PASS or (row["result"] == FLAGGED and rule.severity == "query")


def _absent(rule: GateRule, scope: str) -> Reason:
    return Reason(
        rule.id,
        scope,
        f"规则 {rule.id}（{rule.title_zh}）没有针对 {scope} 的检查证据；请重新运行 build 和 gate。",
        f"rule {rule.id} ({rule.title_en}) has no evidence for {scope}; run build and gate again.",
    )


def _about_other_bytes(rule: GateRule, scope: str) -> Reason:
    return Reason(
        rule.id,
        scope,
        f"规则 {rule.id}（{rule.title_zh}）的证据针对 {scope} 的其他内容；请对当前内容重新运行 gate。",
        f"the evidence of rule {rule.id} ({rule.title_en}) is about other bytes of {scope}; "
        "run gate again on this content.",
    )


def _required(
    rule: GateRule, rows: Sequence[Mapping[str, object]], scope: str, sha256: str | None
) -> Reason | None:
    """The reason why one required scope of a rule does not hold, or None."""
    about_scope = [row for row in rows if row["scope"] == scope and row["rule_version"] == rule.version]
    if sha256 is None or not about_scope:
        return _absent(rule, scope)
    about_content = [row for row in about_scope if row["content_sha256"] == sha256]
    if not about_content:
        return _about_other_bytes(rule, scope)
    return next((_failed(rule, row) for row in about_content if not _holds(rule, row)), None)


def decide(
    evidence: pl.DataFrame, catalogue: Sequence[GateRule], content_hashes: Mapping[str, str]
) -> Decision:
    """Decide from evidence, catalogue and the hashes of the content at hand.

    Args:
        evidence: a frame of `EVIDENCE_SCHEMA`.
        catalogue: the required rules.
        content_hashes: canonical table -> SHA-256 of its file, computed now.

    Returns:
        A decision with a reason for each rule and scope whose evidence is missing, of another version, about
        other bytes, or says that it failed; a failing part (`release/<test>`) counts as well. What brings
        other failures about comes first, since people read the first line. What is flagged stands apart.
    """
    tables = tuple(sorted(content_hashes))
    reasons: list[Reason] = []
    flagged: list[Reason] = []
    if not catalogue or not tables:
        nothing = "规则目录或待发布内容为空", "the catalogue or the content is empty"
        return Decision((Reason("", WHOLE_RELEASE, *nothing),))
    rows = evidence.to_dicts()
    for rule in sorted(catalogue, key=lambda one: not one.is_cause):
        of_rule = [row for row in rows if row["rule_id"] == rule.id]
        scopes = rule.scopes(tables)
        if not scopes:
            reasons.append(_absent(rule, ", ".join(rule.checks)))
        for scope in scopes:
            found = _required(rule, of_rule, scope, expected_sha256(scope, content_hashes))
            if found:
                reasons.append(found)
        reasons += [
            _failed(rule, row)
            for row in of_rule
            if row["scope"] not in scopes
            and not _holds(rule, row)
            and row["content_sha256"] == expected_sha256(str(row["scope"]), content_hashes)
        ]
        flagged += [
            _flagged(rule, row)
            for row in of_rule
            if row["scope"] in scopes
            and row["result"] == FLAGGED
            and row["content_sha256"] == expected_sha256(str(row["scope"]), content_hashes)
        ]
    return Decision(tuple(reasons), tuple(flagged))


def judge(evidence: Path, content_hashes: Mapping[str, str]) -> Decision:
    """The gate as publish calls it: stored evidence, every required rule, hashes computed by the caller."""
    try:
        stored = read_evidence(evidence)
    except (pl.exceptions.PolarsError, OSError):
        unreadable = "检查证据文件无法读取；请重新运行 gate。", "the evidence cannot be read; run gate again."
        return Decision((Reason("", WHOLE_RELEASE, *unreadable),))
    return decide(stored, required_rules(), content_hashes)
