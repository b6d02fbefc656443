"""Runs a program as a child process and says what it took."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Cost:
    """What one run took, from the start of the interpreter to its end.

    Attributes:
        wall: seconds by the clock; other work on the machine is in it.
        cpu: seconds of processor time, of the program and of the system for it.
        peak: largest resident memory, GiB.
    """

    wall: float
    cpu: float
    peak: float


def cost_of(module: str, arguments: Sequence[str]) -> Cost:
    """Run `python -m module arguments` and wait for it.

    Raises:
        SystemExit: it failed; what it said stands above.
    """
    started = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-m", module, *arguments])
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{module} {' '.join(arguments)} ended with {child.returncode}")
    # Linux counts in KiB.
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024**2)


def typical(costs: Sequence[Cost]) -> Cost:
    """The median of each part; the highest peak."""
    return Cost(
        median(cost.wall for cost in costs),
        median(cost.cpu for cost in costs),
        max(cost.peak for cost in costs),
    )
