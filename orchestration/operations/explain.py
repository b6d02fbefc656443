"""Explains a released figure from the files of its release alone."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from lingtan.errors import LingtanError
from lingtan.places import Places
from lingtan.release.explain.cells import parse_key
from lingtan.release.explain.document import as_json
from lingtan.release.explain.explain import Explanation, explain_cell
from lingtan.release.explain.page import as_page
from lingtan.release.explain.text import as_text
from orchestration.operations.verify import release_folder


def explain_figure(
    places: Places, table: str, column: str, key: Sequence[str], *, release: Path | None, limit: int
) -> Explanation:
    """Walk from a released cell down to what was submitted.

    Args:
        places: where releases lie.
        table: a mart or fact of the release, or a public table.
        column: a measure of it.
        key: COLUMN=VALUE texts that tell one row apart.
        release: a folder, or the plan id of a release that lies here; None: the newest one. In a public tier
            that lies by itself the way ends at the protected cell.
        limit: how many parts of a sum are walked down, the largest first; 0: all.

    Raises:
        LingtanError: there is no such release or cell, or the release is damaged.
    """
    if limit < 0:
        raise LingtanError("--limit 不能为负；0 表示全部。", "--limit cannot be negative; 0 means all.")
    return explain_cell(release_folder(places, release), table, column, parse_key(key), limit=limit or None)


def rendered(explanation: Explanation, form: str, language: Literal["zh", "en"]) -> str:
    """An explanation as text, JSON or a page.

    Raises:
        LingtanError: it has no such form.
    """
    if form == "text":
        return as_text(explanation, language)
    if form == "json":
        return as_json(explanation)
    if form == "html":
        return as_page(explanation)
    raise LingtanError(
        f"没有格式 {form}；可选：text、json、html。", f"There is no format {form}; choose text, json or html."
    )
