"""Running a suite over one small frame in an ephemeral context: nothing written, nothing sent (L12)."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import great_expectations as gx
import polars as pl
from great_expectations.data_context.types.base import ProgressBarsConfig

#: Above this a table is judged by SQL measurements alone.
ROW_LIMIT: Final = 10_000
#: The second sets a level of its own, which that of its parent does not reach.
_TALKERS: Final = ("great_expectations", "great_expectations.data_context.types.base")


@dataclass(frozen=True)
class Unmet:
    """An expectation that a frame does not meet.

    Attributes:
        expectation: its description.
        rows: positions of the rows that break it; empty where it is about the whole frame.
    """

    expectation: str
    rows: tuple[int, ...]


def run_suite(name: str, frame: pl.DataFrame, expectations: Sequence[Any]) -> list[Unmet]:
    """Validate a frame.

    Args:
        name: the suite's name.
        frame: at most `ROW_LIMIT` rows.
        expectations: Great Expectations objects, each with a description.

    Returns:
        The expectations that are not met.

    Raises:
        ValueError: the frame is too large to be judged this way.
    """
    if frame.height > ROW_LIMIT:
        raise ValueError(f"{name}: {frame.height} rows, more than {ROW_LIMIT}")
    # It tells of its own temporary folders, which nobody who runs the gate asked for.
    for name in _TALKERS:
        logging.getLogger(name).setLevel(logging.WARNING)
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    asset = context.data_sources.add_pandas(name).add_dataframe_asset(name)
    batch = asset.add_batch_definition_whole_dataframe(name)
    suite = context.suites.add(gx.ExpectationSuite(name=name, expectations=list(expectations)))
    validation = gx.ValidationDefinition(name=name, data=batch, suite=suite)
    outcome = validation.run(
        batch_parameters={"dataframe": frame.to_pandas()}, result_format={"result_format": "COMPLETE"}
    )
    return [
        Unmet(
            str(result.expectation_config and result.expectation_config.description),
            tuple(int(row) for row in result.result.get("unexpected_index_list") or ()),
        )
        for result in outcome.results
        if not result.success
    ]
