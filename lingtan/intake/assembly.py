"""Many deliveries as one typed batch: rules judge all submissions of a call at once."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from itertools import chain, repeat
from typing import Final

import polars as pl

from lingtan.contracts.batch import PROBLEM_SCHEMA, Batch, lake_schema
from lingtan.contracts.code_lists import SEEDS, load_code_lists
from lingtan.contracts.load import load_contracts
from lingtan.contracts.model import COVER, Contract, Table
from lingtan.intake.drafts import UNMAPPED_SCHEMA, Drafts, RawTable, SubmissionDraft, raw_schema
from lingtan.intake.reading import submission_id
from lingtan.intake.typing_by_contract import type_table

#: A cell with one of these has its value explained: what typing makes of it says nothing new.
EXPLAINING: Final = ("error_cell", "layout_label_unknown", "missing_column")


@dataclass(frozen=True)
class Read:
    """A delivery that was read as a form."""

    delivery_id: str
    batch_id: str
    sender: str
    drafts: Drafts


@dataclass(frozen=True)
class Submission:
    """A submission with its key, before it is judged."""

    submission_id: str
    delivery_id: str
    batch_id: str
    sender: str
    form: str
    form_version: str
    reporting_unit_code: str
    period_code: str
    submission_kind_code: str
    context_rows: int


@dataclass(frozen=True)
class Assembly:
    """The typed batch of one contract version, its submissions, and the rows no form takes."""

    batch: Batch
    submissions: Sequence[Submission]
    unmapped: pl.DataFrame


def assemble(reads: Sequence[Read]) -> list[Assembly]:
    """Type all submissions of the deliveries: one assembly for each version number of the forms."""
    versions = sorted({read.drafts.contract.version for read in reads})
    return [
        _assemble([read for read in reads if read.drafts.contract.version == version], version)
        for version in versions
    ]


@cache
def reference_seeds() -> Mapping[str, pl.DataFrame]:
    """The reference seeds by file stem, every column String."""
    return {path.stem: pl.read_csv(path, infer_schema=False) for path in sorted(SEEDS.glob("*.csv"))}


def batch_contracts(version: str | None = None) -> dict[str, Contract]:
    """Form -> contract: of this version where the form has it, else its newest."""
    contracts: dict[str, Contract] = {}
    for contract in load_contracts():
        if contract.form not in contracts or contracts[contract.form].version != version:
            contracts[contract.form] = contract
    return contracts


def _assemble(reads: Sequence[Read], version: str) -> Assembly:
    drafts = [(read, draft) for read in reads for draft in read.drafts.submissions]
    contracts = batch_contracts(version)
    tables, problems = _type_all(drafts, contracts)
    submissions = _submissions(drafts, tables)
    ids = {str(index): submission.submission_id for index, submission in enumerate(submissions)}
    final = pl.col("submission_id").replace_strict(ids, return_dtype=pl.String())
    noted = pl.concat([_noted(drafts), problems]).with_columns(final)
    unmapped = pl.DataFrame(
        [
            (str(index), row.sheet, row.source_row, row.texts)
            for index, (_, draft) in enumerate(drafts)
            for row in draft.unmapped
        ],
        schema=UNMAPPED_SCHEMA,
        orient="row",
    )
    batch = Batch(
        contracts=contracts,
        tables={key: table.with_columns(final) for key, table in tables.items()},
        problems=_explained(noted),
        reference=reference_seeds(),
    )
    return Assembly(batch, submissions, unmapped.with_columns(final))


def _type_all(
    drafts: Sequence[tuple[Read, SubmissionDraft]], contracts: Mapping[str, Contract]
) -> tuple[dict[tuple[str, str], pl.DataFrame], pl.DataFrame]:
    """Every table of every form; the number of the draft stands in for the submission's id."""
    code_lists = load_code_lists()
    tables: dict[tuple[str, str], pl.DataFrame] = {}
    problems = [PROBLEM_SCHEMA.to_frame()]
    for form, contract in contracts.items():
        for table in contract.tables:
            sent = [
                (read.batch_id, str(index), draft.tables[table.name])
                for index, (read, draft) in enumerate(drafts)
                if draft.contract.form == form and table.name in draft.tables
            ]
            if not sent:
                tables[form, table.name] = lake_schema(table).to_frame()
                continue
            frame, found = type_table(
                form,
                table,
                _united(table, sent),
                code_lists,
                contract.period_types,
                (contract.valid_from, contract.valid_to),
            )
            tables[form, table.name] = frame
            problems.append(found)
    return tables, pl.concat(problems)


def _united(table: Table, sent: Sequence[tuple[str, str, RawTable]]) -> pl.DataFrame:
    """One frame of the rows of all drafts: batch, number of the draft, rows."""
    lengths = [len(rows["row_number"]) for _, _, rows in sent]

    def repeated(texts: Sequence[str]) -> list[str]:
        return list(chain.from_iterable(map(repeat, texts, lengths)))

    columns: dict[str, Sequence[str | int | None]] = {
        name: list(chain.from_iterable(rows[name] for _, _, rows in sent)) for name in raw_schema(table)
    }
    schema = {"batch_id": pl.String(), "submission_id": pl.String(), **raw_schema(table)}
    return pl.DataFrame(
        {
            "batch_id": repeated([batch for batch, _, _ in sent]),
            "submission_id": repeated([number for _, number, _ in sent]),
            **columns,
        },
        schema=schema,
    )


def _submissions(
    drafts: Sequence[tuple[Read, SubmissionDraft]], tables: Mapping[tuple[str, str], pl.DataFrame]
) -> list[Submission]:
    """The key of each draft from its cover: the typed value, or the text as sent where it is not valid."""
    keys: dict[str, tuple[str, str, str]] = {}
    for form in {draft.contract.form for _, draft in drafts}:
        unit = next(draft.contract for _, draft in drafts if draft.contract.form == form).reporting_unit
        cover = tables[form, COVER].select(
            "submission_id",
            pl.coalesce(unit, f"{unit}__text", pl.lit("")).str.strip_chars(),
            pl.coalesce("period", "period__text", pl.lit("")).str.strip_chars().alias("period"),
            pl.col("submission_kind_code").fill_null("original"),
        )
        keys |= {row[0]: row[1:] for row in cover.iter_rows()}
    submissions: list[Submission] = []
    seen: dict[tuple[str, str, str, str], int] = {}
    for index, (read, draft) in enumerate(drafts):
        unit_code, period, kind = keys[str(index)]
        key = (read.delivery_id, draft.contract.form, unit_code, period)
        seen[key] = seen.get(key, 0) + 1
        submissions.append(
            Submission(
                submission_id=submission_id(read.delivery_id, read.drafts, unit_code, period, seen[key]),
                delivery_id=read.delivery_id,
                batch_id=read.batch_id,
                sender=read.sender,
                form=draft.contract.form,
                form_version=draft.contract.version,
                reporting_unit_code=unit_code,
                period_code=period,
                submission_kind_code=kind,
                context_rows=draft.context_rows,
            )
        )
    return submissions


def _noted(drafts: Sequence[tuple[Read, SubmissionDraft]]) -> pl.DataFrame:
    """What the mapping noted, as problems."""
    return pl.DataFrame(
        [
            {"submission_id": str(index), "form": draft.contract.form} | asdict(problem)
            for index, (_, draft) in enumerate(drafts)
            for problem in draft.problems
        ],
        schema=PROBLEM_SCHEMA,
    )


def _explained(problems: pl.DataFrame) -> pl.DataFrame:
    """Without what another problem of the same cell, or of its whole column, explains already."""
    is_explaining = pl.col("problem_code").is_in(EXPLAINING)
    column = ["submission_id", "table_name", "column_name"]
    by_column = problems.filter(pl.col("problem_code") == "missing_column").select(column)
    by_cell = problems.filter(is_explaining, pl.col("row_number").is_not_null()).select(*column, "row_number")
    consequences = problems.filter(~is_explaining)
    facts = ["formula_cell", "merged_cell", "hidden_row"]
    kept = pl.concat(
        [
            consequences.filter(pl.col("problem_code").is_in(facts)),
            consequences.filter(~pl.col("problem_code").is_in(facts))
            .join(by_cell, on=[*column, "row_number"], how="anti")
            .join(by_column, on=column, how="anti"),
            problems.filter(is_explaining),
        ]
    )
    return kept.sort("submission_id", "table_name", "row_number", "column_name", maintain_order=True)
