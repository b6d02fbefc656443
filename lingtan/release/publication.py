"""Who published what and when: the one file of a tier that varies by run."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from lingtan.release.hashing import canonical_json, content_sha256

PUBLICATION: Final = "publication.json"
_OWN_HASH: Final = "content_sha256"


@dataclass(frozen=True)
class Publication:
    """A publication, as its file tells it.

    Attributes:
        plan_id: the plan released.
        release_number: 1 for the first release of an office; the largest is the latest.
        published_by: who launched it; empty in the public tier, which names nobody of the office.
        published_at: when, ISO 8601 with offset.
        manifest_sha256: of the manifest of the tier, restricted or public.
        duckdb_sha256: of the DuckDB file of the tier.
    """

    plan_id: str
    release_number: int
    published_by: str
    published_at: str
    manifest_sha256: str
    duckdb_sha256: str


def publication_bytes(publication: Publication) -> bytes:
    """The file's content; it carries a hash of itself, so that a changed byte shows."""
    content: dict[str, Any] = asdict(publication)
    return canonical_json(content | {_OWN_HASH: content_sha256(content)})


def read_publication(path: Path) -> Publication:
    """Read a publication and check that it is as written.

    Raises:
        ValueError: the file was changed or is no publication.
        OSError: it cannot be read.
    """
    raw = path.read_bytes()
    content = json.loads(raw)
    if not isinstance(content, dict):
        raise ValueError("not an object")
    content.pop(_OWN_HASH, None)
    try:
        publication = Publication(**content)
    except TypeError as error:
        raise ValueError(str(error)) from error
    if publication_bytes(publication) != raw:
        raise ValueError("the content does not match its own hash")
    return publication
