"""Runs the product's own build of one plan in this process, as a child that `measure` watches.

`python -m tests.benchmarks.product FOLDER PLAN HOW`, where HOW is one of `WAYS`.
"""

import sys
from pathlib import Path
from typing import Final
from unittest.mock import patch

from lingtan.places import Places
from orchestration.operations import build as stages
from orchestration.operations.gate import judge_build

WAREHOUSE: Final = "warehouse"
BUILD: Final = "build"
JUDGED: Final = "judged"
#: How much is run: the warehouse without dbt's tests; with the canonical tables; all tests and the gate too.
WAYS: Final = (WAREHOUSE, BUILD, JUDGED)


def run(places: Places, plan_id: str, how: str) -> None:
    """Build the plan in one of `WAYS`.

    Raises:
        LingtanError: a stage could not be completed.
        SystemExit: the gate did not pass.
    """
    if how == JUDGED:
        stages.build(places, plan_id)
        decision = judge_build(places, plan_id)
        sys.exit(0 if decision.passed else "; ".join(reason.en for reason in decision.reasons))
    # The product has no build without tests: the anchor has none.
    with patch.object(stages, "DATA_TESTS_ONLY", ("--exclude-resource-type", "unit_test", "test")):
        if how == BUILD:
            stages.build(places, plan_id)
            return
        folder = stages.build_folder(places, plan_id)
        stages.build_core(places, folder)
        stages.build_statistics(places, folder)
        stages.build_compare(places, folder)


if __name__ == "__main__":
    where = Path(sys.argv[1])
    run(Places(raw=where / "raw", exports=where / "exports"), sys.argv[2], sys.argv[3])
