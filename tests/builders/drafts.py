"""Drafts and releases of the small canonical build, with evidence that every required rule passed."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from lingtan.places import Places
from lingtan.release.build_folder import BuildFolder
from lingtan.release.descriptions import TableDescription
from lingtan.release.draft import DraftContext, PublicContext, PublicTier, write_draft
from lingtan.release.duckdb_file import write_duckdb_file
from lingtan.release.hashing import content_hashes
from lingtan.release.manifest import PUBLIC_DUCKDB_FILE
from lingtan.release.marks import Marks
from lingtan.release.planned_rows import gather_planned_rows
from lingtan.release.publication import read_publication
from lingtan.release.publish import publish
from quality.evidence import Evidence, expected_sha256, write_evidence
from quality.gate import judge
from quality.gate_catalogue import required_rules
from tests.builders.canonical_build import PUBLIC_TABLES, plan_id_for, write_build, write_lake

ONE, TWO = plan_id_for("one"), plan_id_for("two")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DESCRIPTIONS = {
    "dim_parks": TableDescription("园区 Parks: it's one row a park and year", {"park_code": "园区代码"})
}
Evidences = list[Evidence]
Change = Callable[[Evidences], Evidences]


def _complete(build: BuildFolder) -> Evidences:
    """Evidence that every required rule passed on exactly these files."""
    hashes = content_hashes(build.canonical, build.public)
    return [
        Evidence(rule.id, rule.version, scope, expected_sha256(scope, hashes) or "", "pass", 1, 0, "[]")
        for rule in required_rules()
        for scope in rule.scopes(tuple(sorted(hashes)))
    ]


def _page(context: DraftContext) -> None:
    folder = context.folder / "bulletin"
    folder.mkdir()
    (folder / "zh.html").write_text("<p>" + " · ".join(context.marks.zh) + "</p>", encoding="utf-8")


def _public_database(context: PublicContext) -> None:
    write_duckdb_file(
        context.data,
        context.folder / PUBLIC_DUCKDB_FILE,
        plan_id=context.plan_id,
        marks=Marks(context.is_synthetic, is_internal=False),
        tables=PUBLIC_TABLES,
        descriptions={},
    )


def draft(places: Places, name: str, change: Change = lambda evidence: evidence) -> Path:
    """The draft of a plan called by a name; `change` alters the evidence before it is written."""
    build = write_build(places.builds, name)
    write_evidence(change(_complete(build)), build.evidence)
    gather_planned_rows(build.plan_tables / "submissions.parquet", places.lake, build.lake)
    with ThreadPoolExecutor(1) as threads:
        return write_draft(
            build.folder,
            places.drafts,
            renderers=[_page],
            public=PublicTier([_public_database], PUBLIC_TABLES, {}),
            executor=threads,
            descriptions=DESCRIPTIONS,
        )


def published(places: Places, name: str) -> Path:
    """The folder of the release that the draft of this name becomes."""
    return publish(places, plan_id_for(name), judge, published_by="tester", now=NOON).folder


def places_with_lake(folder: Path) -> Places:
    """Data folders with the lake of the small build."""
    places = Places(folder / "raw", folder / "exports")
    write_lake(places.lake)
    return places


def flip(path: Path, position: int = -1) -> None:
    """Change one bit of a file."""
    path.chmod(0o644)
    raw = bytearray(path.read_bytes())
    raw[position] ^= 1
    path.write_bytes(bytes(raw))


def number(release: Path) -> int:
    """The number of a release."""
    return read_publication(release / "publication.json").release_number
