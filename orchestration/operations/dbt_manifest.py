"""The dbt project as parsed once: every build, test and Dagster process reads the same manifest.

Parsing takes seconds, and its result depends on the project's files and on dbt only: where the inputs of a
build lie is put in afterwards.
"""

import fcntl
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from lingtan.places import checkout
from lingtan.release.hashing import file_sha256, files_below
from orchestration.operations.dbt_invoke import invoke_dbt

if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest


def parsed_project() -> Path:
    """The folder with `manifest.json` and `partial_parse.msgpack` of the project as it is now.

    The project is parsed anew when one of its files or dbt changed since the last time.

    Raises:
        LingtanError: The project does not parse.
    """
    target = checkout() / "dbt_project" / "target"
    remembered, now = target / "manifest.of", _state()
    if _is_of(remembered, now):
        return target
    target.mkdir(exist_ok=True)
    # Web server, daemon, runs and tests start at one time; one of them parses, the others wait for it.
    with (target / ".manifest.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _is_of(remembered, now):
            invoke_dbt(["parse", "--no-partial-parse"], target)
            remembered.write_text(now, encoding="utf-8")
    return target


def manifest_of_build(locations: Mapping[str, Path]) -> "Manifest":
    """The parsed project with the inputs of one build.

    Args:
        locations: By the name of a dbt source group (`lake`, `plan`, `stat`) the folder of its files.

    Returns:
        A manifest of its own: dbt writes into it while it runs.

    Raises:
        LingtanError: The project does not parse.
    """
    from dbt.contracts.graph.manifest import Manifest

    manifest = Manifest.from_msgpack((parsed_project() / "partial_parse.msgpack").read_bytes())
    for source in manifest.sources.values():
        # It stands between single quotes in SQL.
        source.meta["folder"] = str(locations[source.source_name]).replace("'", "''")
    return manifest


def _state() -> str:
    project = checkout() / "dbt_project"
    files = files_below(project).items()
    own = {name: path for name, path in files if not name.startswith(("target/", "logs/"))}
    tools = [f"{name} {version(name)}" for name in ("dbt-core", "dbt-duckdb")]
    return "\n".join([*tools, *(f"{name} {file_sha256(path)}" for name, path in sorted(own.items()))])


def _is_of(remembered: Path, state: str) -> bool:
    return remembered.is_file() and remembered.read_text(encoding="utf-8") == state
