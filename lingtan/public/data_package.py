"""The data package of the public tier: what its CSV files hold, for programs (Data Package 2.0)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from lingtan.public.columns import CONFIDENTIALITY, MARK, column_texts, key_of
from lingtan.public.csv_files import SYNTHETIC
from lingtan.public.edition import Edition, EditionTable
from lingtan.public.notes import KEYWORDS, TITLE, notes
from lingtan.release.hashing import canonical_json, file_sha256
from lingtan.release.table_texts import ColumnText

DATA_PACKAGE: Final = "datapackage.json"
_PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
_REQUIRED: Final[Mapping[str, Any]] = {"constraints": {"required": True}}


def _kind(column: ColumnText, one: EditionTable) -> Mapping[str, Any]:
    if column.name == one.measure.quantity:
        return {"type": "integer" if one.measure.decimals == 0 else "number", "unit": one.measure.unit}
    if column.name == MARK:
        labels = [{"value": code, "label": f"{zh} {en}"} for code, (zh, en) in CONFIDENTIALITY.items()]
        constraints = {"required": True, "enum": list(CONFIDENTIALITY)}
        return {"type": "string", "categories": labels, "constraints": constraints}
    return {"type": "year" if column.unit == "year" else "string", **_REQUIRED}


def _fields(edition: Edition, one: EditionTable) -> list[dict[str, Any]]:
    described = [
        {
            "name": column.name,
            "title": f"{column.zh} {column.en}",
            **({"description": column.description} if column.description else {}),
            **_kind(column, one),
        }
        for column in column_texts(edition, one)
    ]
    boolean = {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"], **_REQUIRED}
    return [*described, {"name": SYNTHETIC, "title": "合成数据 Synthetic", **boolean}]


def _resource(edition: Edition, one: EditionTable, folder: Path) -> dict[str, Any]:
    path = f"csv/{one.table.code}.csv"
    measure = one.measure
    return {
        "name": one.table.code,
        "path": path,
        "type": "table",
        "title": f"{one.table.zh} {one.table.en}",
        "description": f"{measure.zh} {measure.en} [{measure.unit}] {edition.marks.line}".strip(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": (folder / path).stat().st_size,
        "hash": f"sha256:{file_sha256(folder / path)}",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "header": True},
        "schema": {
            "fields": _fields(edition, one),
            "primaryKey": list(key_of(one)),
            "missingValues": [""],
        },
    }


def write_data_package(edition: Edition, folder: Path) -> Path:
    """Write `datapackage.json` beside the folder `csv`, whose files have to be there.

    No licence is named: which one holds is for the publishing office to say.

    Args:
        edition: what was published.
        folder: the folder of the public tier.

    Returns:
        The file.
    """
    target = folder / DATA_PACKAGE
    content = {
        "$schema": _PROFILE,
        "name": "lingtan-public",
        "id": edition.plan_id,
        "title": " ".join((*TITLE, edition.marks.line)).strip(),
        "description": "\n\n".join(f"{zh}\n{en}" for zh, en in notes(edition)),
        "keywords": list(KEYWORDS),
        "resources": [_resource(edition, one, folder) for one in edition.tables],
    }
    target.write_bytes(canonical_json(content))
    return target
