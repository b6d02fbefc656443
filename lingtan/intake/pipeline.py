"""From archived bytes to judged frames, in memory: what `receive` writes and `check_file` only shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from lingtan.contracts.batch import PROBLEM_SCHEMA, Batch
from lingtan.intake.assembly import Assembly, Read, assemble, batch_contracts
from lingtan.intake.drafts import Drafts
from lingtan.intake.finding_ids import with_finding_ids
from lingtan.intake.judgement import FATAL, IntakeRule, judge, judge_delivery
from lingtan.intake.lake import (
    FINDINGS,
    LAKE_FINDING_SCHEMA,
    RULE_TEXT_SCHEMA,
    RULE_TEXTS,
    UNMAPPED,
    form_table,
)
from lingtan.intake.outcome import Judged, dispose
from lingtan.intake.problems import Problem
from lingtan.intake.reading import batch_id
from lingtan.intake.register_writing import Arrival

_NO_BATCH: Final = Batch(contracts={}, tables={}, problems=PROBLEM_SCHEMA.to_frame(), reference={})


@dataclass(frozen=True)
class Opened:
    """A delivery after reading: its submissions as text, or the reason why there are none."""

    arrival: Arrival
    attempt: int
    content: Drafts | Problem

    @property
    def drafts(self) -> Drafts | None:
        """The submissions, if any."""
        return self.content if isinstance(self.content, Drafts) else None

    @property
    def batch_id(self) -> str:
        """The batch this reading makes."""
        return batch_id(self.arrival.delivery_id, self.drafts, self.attempt)


@dataclass(frozen=True)
class Verdict:
    """A delivery judged: its submissions, and the frames of its batch by file stem."""

    opened: Opened
    judged: Sequence[Judged]
    cause_rule_id: str | None
    frames: dict[str, pl.DataFrame]


def judge_all(opened: Sequence[Opened], rules: Sequence[IntakeRule]) -> list[Verdict]:
    """Judge all deliveries of a call, the rules running once over all their submissions."""
    reads = [
        Read(item.arrival.delivery_id, item.batch_id, item.arrival.sender, item.drafts)
        for item in opened
        if item.drafts is not None
    ]
    frames: dict[str, dict[str, pl.DataFrame]] = {item.batch_id: {} for item in opened}
    judged: dict[str, list[Judged]] = {item.batch_id: [] for item in opened}
    for assembly in assemble(reads):
        for one in _judge_assembly(assembly, rules, frames):
            judged[one.submission.batch_id].append(one)
    verdicts = []
    for item in opened:
        own = frames[item.batch_id]
        cause = next((one.refused_by for one in judged[item.batch_id] if one.refused_by), None)
        if isinstance(item.content, Problem):
            findings = judge_delivery(item.content, rules, batch_contracts())
            named = with_finding_ids(findings, _NO_BATCH, ())
            own[FINDINGS] = named.select(
                pl.col(name) if name != "batch_id" else pl.lit(item.batch_id).alias(name)
                for name in LAKE_FINDING_SCHEMA
            )
            cause = _first_fatal(findings)
        elif any(one.refused_by is None for one in judged[item.batch_id]):
            cause = None
        own[RULE_TEXTS] = _texts(own.get(FINDINGS), rules)
        verdicts.append(Verdict(item, judged[item.batch_id], cause, own))
    return verdicts


def _judge_assembly(
    assembly: Assembly, rules: Sequence[IntakeRule], frames: dict[str, dict[str, pl.DataFrame]]
) -> list[Judged]:
    """Judge one assembly; its rows, findings and unmapped rows go to the frames of their batches."""
    findings = with_finding_ids(judge(assembly.batch, rules), assembly.batch, assembly.submissions)
    tables, judged = dispose(assembly, findings)
    for (form, table), rows in tables.items():
        _share_out(rows, form_table(form, table), frames)
    batches = pl.DataFrame(
        [(item.submission_id, item.batch_id) for item in assembly.submissions],
        schema={"submission_id": pl.String(), "batch_id": pl.String()},
        orient="row",
    )
    with_batch = findings.join(batches, on="submission_id", how="left", maintain_order="left")
    _share_out(with_batch.match_to_schema(LAKE_FINDING_SCHEMA), FINDINGS, frames)
    unmapped = assembly.unmapped.join(batches, on="submission_id", how="left", maintain_order="left")
    _share_out(unmapped, UNMAPPED, frames, drop=True)
    return judged


def _share_out(
    rows: pl.DataFrame, name: str, frames: dict[str, dict[str, pl.DataFrame]], *, drop: bool = False
) -> None:
    for (batch,), part in rows.partition_by("batch_id", as_dict=True, maintain_order=True).items():
        frames[str(batch)][name] = part.drop("batch_id") if drop else part


def _first_fatal(findings: pl.DataFrame) -> str | None:
    fatal = findings.filter(pl.col("severity") == FATAL)["rule_id"]
    return str(fatal[0]) if len(fatal) else None


def _texts(findings: pl.DataFrame | None, rules: Sequence[IntakeRule]) -> pl.DataFrame:
    """The words of the rules that found something: a receipt can be made again when they have changed."""
    ids = set() if findings is None else set(findings["rule_id"].to_list())
    return pl.DataFrame(
        [
            (
                rule.id,
                rule.version,
                rule.title_zh,
                rule.title_en,
                rule.message_zh,
                rule.message_en,
                rule.action_zh,
                rule.action_en,
            )
            for rule in rules
            if rule.id in ids
        ],
        schema=RULE_TEXT_SCHEMA,
        orient="row",
    )
