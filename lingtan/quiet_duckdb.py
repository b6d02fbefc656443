"""Connections to DuckDB that draw no progress bar."""

from pathlib import Path

import duckdb


def connect(database: Path | str = ":memory:", *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """Open a database without the engine's own progress bar.

    The engine draws one on standard output of every process that was not started from a file, which is how
    worker processes start: their output is a log. The command line shows its own progress, on a terminal.

    Args:
        database: path of the file; without it one in memory.
        read_only: do not write to the file.

    Returns:
        The connection, to be closed by the caller.

    Raises:
        duckdb.Error: the file is no database, or another process writes to it.
    """
    connection = duckdb.connect(database, read_only=read_only)
    connection.execute("set enable_progress_bar = false")
    return connection
