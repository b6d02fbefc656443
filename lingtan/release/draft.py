"""A draft: the folder that becomes the release, complete but for who published it and when."""

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from lingtan.errors import LingtanError
from lingtan.release.build_folder import BuildFolder
from lingtan.release.csv_files import write_csv_files
from lingtan.release.descriptions import TableDescription
from lingtan.release.duckdb_file import write_duckdb_file
from lingtan.release.macros.catalogue import Macro
from lingtan.release.manifest import DUCKDB_FILE, write_manifest
from lingtan.release.marks import Marks, marks_of
from lingtan.release.planned_rows import PLANNED
from lingtan.release.tables import RELEASED_TABLES, ReleasedTable
from lingtan.release.verify import LOCK, PUBLIC, RESTRICTED

README: Final = "README.txt"
#: Where a reader begins.
_GUIDES: Final = (
    ("dictionary/index.zh.html", "数据字典", "Data dictionary in Chinese"),
    ("dictionary/index.en.html", "数据字典（英文）", "Data dictionary"),
    ("bulletin/index.zh.html", "公报", "Bulletin in Chinese"),
    ("bulletin/index.en.html", "公报（英文）", "Bulletin"),
    ("xlsx/lingtan.xlsx", "工作簿", "Workbook"),
    ("lingtan.duckdb", "数据库文件", "Database file"),
)


@dataclass(frozen=True)
class DraftContext:
    """What a renderer may use: closed canonical files, and the folder it writes into.

    Attributes:
        plan_id: the plan this draft was built from.
        folder: the tier's folder; a renderer writes below a sub-folder of its own.
        data: the canonical `<table>.parquet`.
        plan_tables: the plan's tables, `<table>.parquet`.
        marks: what every page has to say about itself.
        tables: the canonical tables in data.
        descriptions: texts by table and column.
    """

    plan_id: str
    folder: Path
    data: Path
    plan_tables: Path
    marks: Marks
    tables: Sequence[ReleasedTable]
    descriptions: Mapping[str, TableDescription]


Renderer = Callable[[DraftContext], None]


@dataclass(frozen=True)
class PublicContext:
    """What a renderer of the public tier may use.

    Attributes:
        plan_id: the plan this draft was built from.
        folder: the public tier's folder; a renderer writes files of its own below it.
        data: the public `<table>.parquet`: all figures of the tier come from them.
        canonical: the canonical tables, for what is no respondent's: methods, factors and their documents.
        plan_tables: the plan's tables, for settings and methods.
        is_synthetic: whether the files have to say so.
    """

    plan_id: str
    folder: Path
    data: Path
    canonical: Path
    plan_tables: Path
    is_synthetic: bool


PublicRenderer = Callable[[PublicContext], None]


@dataclass(frozen=True)
class PublicTier:
    """What a draft publishes: who renders it, and its tables with their texts for the manifest."""

    renderers: Sequence[PublicRenderer]
    tables: Sequence[ReleasedTable]
    descriptions: Mapping[str, TableDescription]


def _require(build: BuildFolder, tables: Sequence[ReleasedTable]) -> None:
    needed = [
        build.lock,
        build.plan_tables / "submissions.parquet",
        build.evidence,
        build.attack,
        build.public,
        build.lake / PLANNED,
        *(build.canonical / f"{table.name}.parquet" for table in tables),
    ]
    missing = [path.relative_to(build.folder).as_posix() for path in needed if not path.exists()]
    if missing:
        raise LingtanError(
            f"方案 {build.plan_id} 尚未构建完整，缺少 {missing[0]}（共 {len(missing)} 个文件）；"
            "请先运行 build。",
            f"Plan {build.plan_id} is not built completely: {missing[0]} is missing ({len(missing)} files); "
            "run build first.",
        )


def _write_readme(context: DraftContext, csv_left_out: Sequence[str]) -> None:
    left_out = "".join(f"  - {name}\n" for name in csv_left_out)
    lines = [
        context.marks.line,
        "",
        f"方案 Plan: {context.plan_id}",
        "本文件夹不得离开统计机构。各文件的含义见 exports/README.md。",
        "This folder never leaves the office. exports/README.md says what each file is.",
        "",
        *(f"{zh} {en}: {name}" for name, zh, en in _GUIDES if (context.folder / name).exists()),
    ]
    if left_out:
        lines += ["", "行数过多、未写成 CSV 的表 Tables too long for CSV:", left_out.rstrip()]
    (context.folder / README).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _copy(build: BuildFolder, tier: Path, tables: Sequence[ReleasedTable]) -> None:
    """Copies, never links: a later build of the same plan must not reach into a release."""
    (tier / "data").mkdir(parents=True)
    for table in tables:
        shutil.copyfile(build.canonical / f"{table.name}.parquet", tier / "data" / f"{table.name}.parquet")
    shutil.copytree(build.plan_tables, tier / "plan", copy_function=shutil.copyfile)
    shutil.copyfile(build.lock, tier / LOCK)
    shutil.copyfile(build.evidence, tier / "evidence.parquet")
    shutil.copyfile(build.attack, tier / "attack.parquet")
    findings = build.plan_tables / "findings.parquet"
    if findings.is_file():
        shutil.copyfile(findings, tier / "findings.parquet")


def _public_context(build: BuildFolder, tier: Path, restricted: DraftContext) -> PublicContext:
    """The public tier with the very bytes that the gate attacked, ready for its renderers."""
    data = tier / "data"
    shutil.copytree(build.public, data, copy_function=shutil.copyfile)
    return PublicContext(
        build.plan_id, tier, data, restricted.data, restricted.plan_tables, restricted.marks.is_synthetic
    )


def write_draft(
    build_folder: Path,
    drafts: Path,
    *,
    renderers: Sequence[Renderer],
    public: PublicTier,
    executor: Executor,
    descriptions: Mapping[str, TableDescription],
    tables: Sequence[ReleasedTable] = RELEASED_TABLES,
    macros: Sequence[Macro] = (),
) -> Path:
    """Make the draft of a built plan: canonical files, renderings, plan, lake rows, evidence, manifest.

    It has two tiers, restricted and public, each with a manifest of its own. Everything is written to a
    folder of its own and renamed, so that a draft is there completely or not at all; an older draft of the
    same plan is replaced.

    Args:
        build_folder: exports/builds/<plan_id> after build and gate.
        drafts: exports/drafts.
        renderers: called with the draft's context, side by side, before the manifest is written; each writes
            files of its own (the bulletin).
        public: what is published, and who renders it.
        executor: what runs the renderers while the other files are written.
        descriptions: texts by table and column, for comments and manifest.
        tables: the tables to release.
        macros: those of the DuckDB file; their tables have to be among these.

    Returns:
        The draft's folder, drafts/<plan_id>.

    Raises:
        LingtanError: the build is not complete.
    """
    build = BuildFolder(build_folder)
    _require(build, tables)
    target = drafts / build.plan_id
    staging = drafts / f".staging-{build.plan_id}-{os.getpid()}"
    shutil.rmtree(staging, ignore_errors=True)
    tier = staging / RESTRICTED
    try:
        _copy(build, tier, tables)
        data = tier / "data"
        marks = marks_of(data / "dim_parks.parquet", tier / LOCK)
        context = DraftContext(build.plan_id, tier, data, tier / "plan", marks, tables, descriptions)
        shutil.copytree(build.lake / PLANNED, tier / "lake", copy_function=shutil.copyfile)
        for_readers = _public_context(build, staging / PUBLIC, context)
        rendered = [
            *(executor.submit(render, for_readers) for render in public.renderers),
            *(executor.submit(render, context) for render in renderers),
        ]
        csv_left_out = write_csv_files(data, tier / "csv", tables)
        write_duckdb_file(
            data,
            tier / DUCKDB_FILE,
            plan_id=build.plan_id,
            marks=marks,
            tables=tables,
            descriptions=descriptions,
            macros=macros,
        )
        for one in rendered:
            one.result()
        _write_readme(context, csv_left_out)
        write_manifest(
            tier,
            plan_id=build.plan_id,
            tier=RESTRICTED,
            marks=marks,
            tables=tables,
            descriptions=descriptions,
            csv_left_out=csv_left_out,
        )
        write_manifest(
            for_readers.folder,
            plan_id=build.plan_id,
            tier=PUBLIC,
            marks=replace(marks, is_internal=False),
            tables=[one for one in public.tables if (for_readers.data / f"{one.name}.parquet").is_file()],
            descriptions=public.descriptions,
        )
        shutil.rmtree(target, ignore_errors=True)
        staging.rename(target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return target
