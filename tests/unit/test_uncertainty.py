"""Uncertainty of totals: the root worked by hand, and the simulation beside it (issue 4 part 8; L3, L4)."""

import os
import subprocess
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from lingtan.statistics.uncertainty import (
    LEVEL,
    LEVELS_SCHEMA,
    LINES_SCHEMA,
    STAT_UNCERTAINTY_SCHEMA,
    Simulation,
    uncertainty,
    write_uncertainty,
)

#: Line, factor, t CO2e, and both uncertainties.
Line = tuple[str, str, str, str, str]
DRAWS = Simulation(draw_count=40_000, seed=1)


def level(park: str) -> dict[str, object]:
    return dict.fromkeys(LEVEL, "NA") | {"reference_year": 2025, "park_code": park}


def frames(parks: dict[str, tuple[str, str, Sequence[Line]]]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Levels and lines of parks: total, square of the half-width, lines."""
    names = ["line_code", "factor_id", "emission_tco2e", "quantity_uncertainty_ratio"]
    names.append("factor_uncertainty_ratio")
    levels = [
        level(park) | {"emission_tco2e": Decimal(total), "half_width_squared_tco2e2": Decimal(square)}
        for park, (total, square, _) in parks.items()
    ]
    lines = [
        level(park) | dict(zip(names, (*line[:2], *map(Decimal, line[2:])), strict=True))
        for park, (_, _, of_park) in parks.items()
        for line in of_park
    ]
    return pl.DataFrame(levels, LEVELS_SCHEMA), pl.DataFrame(lines, LINES_SCHEMA)


#: Each square is worked by hand from the lines beside it.
CASES: dict[str, tuple[str, str, Sequence[Line]]] = {
    # (100 x 0.03)² + (100 x 0.04)² = 25: 5 % of 100
    "one line": ("100", "25", [("L1", "own/L1", "100", "0.03", "0.04")]),
    # 2² + 3² + 5² + 10² = 138
    "own factors": (
        "300",
        "138",
        [("L1", "own/L1", "100", "0.02", "0.05"), ("L2", "own/L2", "200", "0.015", "0.05")],
    ),
    # 2² + 3² + (5 + 10)² = 238: the factor errs for both lines together
    "shared factor": (
        "300",
        "238",
        [("L1", "F", "100", "0.02", "0.05"), ("L2", "F", "200", "0.015", "0.05")],
    ),
    # 8² + 3² + (10 - 5)² = 98: what is sent takes the error of the factor with it
    "sent at the factor it came in with": (
        "100",
        "98",
        [("L1", "F", "200", "0.04", "0.05"), ("L2", "F", "-100", "0.03", "0.05")],
    ),
    # one quantity behind two gases: (110 x 0.1)² + 5² + 5² = 171
    "two gases of one line": (
        "110",
        "171",
        [("L1", "own/L1/CO2", "100", "0.1", "0.05"), ("L1", "own/L1/CH4", "10", "0.1", "0.5")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_both_approaches_agree_within_two_percent(case: str) -> None:
    total, square, _ = CASES[case]
    found = uncertainty(*frames({"P": CASES[case]}), DRAWS).row(0, named=True)
    by_hand = (Decimal(square).sqrt() * 100 / Decimal(total)).quantize(Decimal("0.000001"))
    assert found["propagated_percent"] == by_hand
    assert abs(found["simulated_percent"] / by_hand - 1) < Decimal("0.02")
    middle = (found["simulated_lower_tco2e"] + found["simulated_upper_tco2e"]) / 2
    assert abs(middle / Decimal(total) - 1) < Decimal("0.01")


def test_a_line_without_error_is_certain() -> None:
    lines = [("L1", "F", "80", "0", "0"), ("L2", "F", "0", "9", "9")]
    found = uncertainty(*frames({"P": ("80", "0", lines)}), DRAWS).row(0, named=True)
    assert [found[name] for name in STAT_UNCERTAINTY_SCHEMA if name not in LEVEL] == [0, 0, 80, 80]


def test_a_total_is_the_same_whatever_else_is_drawn() -> None:
    alone = uncertainty(*frames({"P": CASES["shared factor"]}), DRAWS)
    others = {f"A{number}": case for number, case in enumerate(CASES.values())}
    among = uncertainty(*frames({**others, "P": CASES["shared factor"]}), DRAWS)
    assert among.filter(park_code="P").equals(alone)


def test_another_seed_draws_other_numbers() -> None:
    first, second = (
        uncertainty(*frames({"P": CASES["one line"]}), Simulation(1000, seed))["simulated_percent"].item()
        for seed in (1, 2)
    )
    assert first != second


def test_nothing_quantified_is_an_empty_frame() -> None:
    frame = uncertainty(LEVELS_SCHEMA.to_frame(), LINES_SCHEMA.to_frame(), DRAWS)
    assert frame.is_empty()
    assert frame.schema == STAT_UNCERTAINTY_SCHEMA


RUN = """
import sys
from pathlib import Path
from lingtan.statistics.uncertainty import Simulation, write_uncertainty
folder = Path(sys.argv[1])
levels, lines = folder / "levels.parquet", folder / "lines.parquet"
write_uncertainty(levels, lines, folder / sys.argv[2], Simulation(5000, 7))
"""


def test_any_order_and_number_of_threads_gives_the_same_bytes(tmp_path: Path) -> None:
    levels, lines = frames({name.replace(" ", "_"): case for name, case in CASES.items()})
    levels.write_parquet(tmp_path / "levels.parquet")
    lines.write_parquet(tmp_path / "lines.parquet")
    for threads in ("1", "2"):
        limits = dict.fromkeys(("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), threads)
        subprocess.run(
            [sys.executable, "-c", RUN, str(tmp_path), threads], env=os.environ | limits, check=True
        )
    levels.reverse().write_parquet(tmp_path / "levels.parquet")
    lines.reverse().write_parquet(tmp_path / "lines.parquet")
    turned = write_uncertainty(
        tmp_path / "levels.parquet", tmp_path / "lines.parquet", tmp_path / "turned", Simulation(5000, 7)
    )
    written = {(tmp_path / run / turned.name).read_bytes() for run in ("1", "2", "turned")}
    assert len(written) == 1
    assert pl.read_parquet_schema(turned) == dict(STAT_UNCERTAINTY_SCHEMA)
