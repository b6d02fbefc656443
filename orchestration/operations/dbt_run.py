"""Runs the dbt project in this process and tells what each node did."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from orchestration.operations.dbt_invoke import invoke_dbt
from orchestration.operations.dbt_manifest import manifest_of_build

_DATABASE: Final = "LINGTAN_BUILD_DATABASE"


@dataclass(frozen=True)
class NodeResult:
    """What dbt did with one node of its graph.

    Attributes:
        unique_id: dbt's name of the node, for example ``model.lingtan.fct_emissions``.
        resource_type: ``model``, ``seed``, ``test`` or ``unit_test``.
        name: The node's own name.
        status: ``success``, ``pass``, ``warn``, ``fail``, ``error`` or ``skipped``.
        failures: Failing rows of a test, 0 where there are none.
        message: dbt's message, empty where it said nothing.
    """

    unique_id: str
    resource_type: str
    name: str
    status: str
    failures: int
    message: str

    @property
    def is_good(self) -> bool:
        """Whether the node did what it should."""
        return self.status in ("success", "pass", "warn")


@contextmanager
def _profile_of(database: Path) -> Iterator[None]:
    """The variable that the project's profile reads."""
    before = os.environ.get(_DATABASE)
    os.environ[_DATABASE] = str(database)
    try:
        yield
    finally:
        if before is None:
            del os.environ[_DATABASE]
        else:
            os.environ[_DATABASE] = before


def run_dbt(
    arguments: list[str],
    database: Path,
    locations: Mapping[str, Path],
    target: Path,
    on_node: Callable[[str], None] | None = None,
) -> tuple[NodeResult, ...]:
    """Invoke dbt on the project of this checkout and release the database afterwards.

    Args:
        arguments: The dbt command, such as ``["build", "--select", "fqn:lingtan.compare"]``.
        database: The DuckDB file to build, named ``build.duckdb``: the manifest has that name in it.
        locations: By the name of a dbt source group (``lake``, ``plan``, ``stat``) the folder of its files.
        target: Folder for dbt's own artefacts and logs.
        on_node: Called with a node's name when dbt has finished it.

    Returns:
        One result a node, in the order in which they ended. Failing nodes are results, not errors.

    Raises:
        LingtanError: dbt could not run at all (the project does not parse, the database is locked).
    """
    manifest = manifest_of_build(locations)
    with _profile_of(database):
        # It would write its own copy of the manifest and of the results at every run; nobody reads them.
        outcome = invoke_dbt([*arguments, "--no-write-json"], target, manifest, on_node)
    return tuple(
        NodeResult(
            unique_id=result.node.unique_id,
            resource_type=str(result.node.resource_type),
            name=result.node.name,
            status=str(result.status),
            failures=int(result.failures or 0),
            message=" ".join((result.message or "").split()),
        )
        for result in getattr(outcome, "results", [])
    )
