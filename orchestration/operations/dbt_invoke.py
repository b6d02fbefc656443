"""Invokes dbt on the project of this checkout, in this process."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lingtan.errors import LingtanError
from lingtan.places import checkout

if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest


def invoke_dbt(
    arguments: list[str],
    target: Path,
    manifest: "Manifest | None" = None,
    on_node: Callable[[str], None] | None = None,
) -> Any:
    """Run one dbt command and close its database.

    Args:
        arguments: The dbt command.
        target: Folder for dbt's own artefacts and logs.
        manifest: The parsed project; None: dbt parses it.
        on_node: Called with a node's name when dbt has finished it.

    Returns:
        What the command gives: for `build` and `test` a result with `results`.

    Raises:
        LingtanError: dbt could not run at all (the project does not parse, the database is locked).
    """
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner
    from dbt_common.events.base_types import EventMsg

    def listen(event: EventMsg) -> None:
        if on_node is not None and event.info.name in ("LogModelResult", "LogSeedResult", "LogTestResult"):
            on_node(event.data.node_info.node_name)

    project = str(checkout() / "dbt_project")
    where = ["--project-dir", project, "--profiles-dir", project, "--target-path", str(target)]
    quiet = ["--log-level", "none", "--log-level-file", "info", "--log-path", str(target)]
    try:
        outcome = dbtRunner(manifest, callbacks=[listen]).invoke([*quiet, *arguments, *where])
    finally:
        # dbt keeps the database open after a run, which would bar the next reader.
        DuckDBConnectionManager.close_all_connections()  # type: ignore[no-untyped-call]  # of dbt
    if outcome.exception is not None:
        first = str(outcome.exception).strip().splitlines()[0]
        raise LingtanError(
            f"数据仓库构建无法运行：{first}；详见 {target / 'dbt.log'}。",
            f"dbt could not run: {first}; see {target / 'dbt.log'}.",
        )
    return outcome.result
