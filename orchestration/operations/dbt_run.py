"""Runs the dbt project in this process and tells what each node did."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lingtan.errors import LingtanError
from lingtan.places import checkout


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
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def run_dbt(
    arguments: list[str],
    environment: Mapping[str, str],
    target: Path,
    on_node: Callable[[str], None] | None = None,
) -> tuple[NodeResult, ...]:
    """Invoke dbt on the project of this checkout and release the database afterwards.

    Args:
        arguments: The dbt command, such as ``["build", "--select", "fqn:lingtan.compare"]``.
        environment: The variables that the project reads (``LINGTAN_PLAN`` and the like).
        target: Folder for dbt's own artefacts and logs.
        on_node: Called with a node's name when dbt has finished it.

    Returns:
        One result a node, in the order in which they ended. Failing nodes are results, not errors.

    Raises:
        LingtanError: dbt could not run at all (the project does not parse, the database is locked).
    """
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner
    from dbt_common.events.base_types import EventMsg

    def listen(event: EventMsg) -> None:
        if on_node is not None and event.info.name in ("LogModelResult", "LogSeedResult", "LogTestResult"):
            on_node(event.data.node_info.node_name)

    project = checkout() / "dbt_project"
    with _environment(environment):
        try:
            outcome = dbtRunner(callbacks=[listen]).invoke(
                [
                    *("--log-level", "none", "--log-level-file", "info", "--log-path", str(target)),
                    *arguments,
                    *(
                        "--project-dir",
                        str(project),
                        "--profiles-dir",
                        str(project),
                        "--target-path",
                        str(target),
                    ),
                ]
            )
        finally:
            # dbt keeps the database open after a run, which would bar the next reader.
            DuckDBConnectionManager.close_all_connections()  # type: ignore[no-untyped-call]
    if outcome.exception is not None:
        first = str(outcome.exception).strip().splitlines()[0]
        raise LingtanError(
            f"数据仓库构建无法运行：{first}；详见 {target / 'dbt.log'}。",
            f"dbt could not run: {first}; see {target / 'dbt.log'}.",
        )
    return tuple(
        NodeResult(
            unique_id=result.node.unique_id,
            resource_type=str(result.node.resource_type),
            name=result.node.name,
            status=str(result.status),
            failures=int(result.failures or 0),
            message=" ".join((result.message or "").split()),
        )
        for result in getattr(outcome.result, "results", [])
    )
