"""The manifest of a tier: every file with its hash, every table with its key; nothing that varies by run."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pyarrow.parquet

from lingtan.release.descriptions import TableDescription
from lingtan.release.hashing import canonical_json, file_sha256, files_below
from lingtan.release.marks import Marks
from lingtan.release.tables import ReleasedTable

MANIFEST: Final = "manifest.json"
#: Its rows are the canonical ones, its bytes vary by run: its hash stands in publication.json.
DUCKDB_FILE: Final = "lingtan.duckdb"
PUBLIC_DUCKDB_FILE: Final = "lingtan_public.duckdb"
_HASHED_AT_PUBLICATION: Final = frozenset({DUCKDB_FILE, PUBLIC_DUCKDB_FILE})


def _table_entry(data: Path, table: ReleasedTable, description: TableDescription) -> dict[str, Any]:
    file = pyarrow.parquet.ParquetFile(data / f"{table.name}.parquet")
    return {
        "name": table.name,
        "description": description.text,
        "key": list(table.key),
        "row_count": file.metadata.num_rows,
        "columns": [
            {
                "name": field.name,
                "type": str(field.type),
                "description": description.columns.get(field.name, ""),
            }
            for field in file.schema_arrow
        ],
    }


def write_manifest(
    tier_folder: Path,
    *,
    plan_id: str,
    tier: str,
    marks: Marks,
    tables: Sequence[ReleasedTable],
    descriptions: Mapping[str, TableDescription],
    csv_left_out: Sequence[str] = (),
) -> Path:
    """Describe a finished tier folder.

    Args:
        tier_folder: holds data/, the renderings and everything else; nothing is written there afterwards.
        plan_id: the plan this was built from.
        tier: `restricted` or `public`.
        marks: what the files say about themselves.
        tables: the canonical tables in data/.
        descriptions: texts by table and column.
        csv_left_out: tables too long for a CSV rendering.

    Returns:
        The file written.
    """
    empty = TableDescription("", {})
    files = {name: path for name, path in files_below(tier_folder).items() if name != MANIFEST}
    content = {
        "manifest_version": 1,
        "plan_id": plan_id,
        "tier": tier,
        "marks_zh": list(marks.zh),
        "marks_en": list(marks.en),
        "is_synthetic": marks.is_synthetic,
        "tables": [
            _table_entry(tier_folder / "data", table, descriptions.get(table.name, empty)) for table in tables
        ],
        "csv_left_out": list(csv_left_out),
        "files": [
            {"path": name, "sha256": file_sha256(path), "size": path.stat().st_size}
            for name, path in files.items()
            if name not in _HASHED_AT_PUBLICATION
        ],
        "files_hashed_at_publication": [name for name in files if name in _HASHED_AT_PUBLICATION],
    }
    target = tier_folder / MANIFEST
    target.write_bytes(canonical_json(content))
    return target
