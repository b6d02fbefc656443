"""Uncertainty of totals: the root of approach 1, and approach 2 by Monte Carlo simulation.

Source: 2006 IPCC Guidelines for National Greenhouse Gas Inventories, volume 1, chapter 3, "Uncertainties":
section 3.2.3.1 (approach 1, equations 3.1 and 3.2) and section 3.2.3.2 (approach 2, Monte Carlo). An
uncertainty is half of the 95 % interval, relative to the value.

A total is linear in each quantity and each factor: the sum of amount x (1 + e of the line) x (1 + e of the
factor). Errors are normal, independent between lines and between factor rows; lines that share a factor row
share its error. They are not truncated: the chapter takes the normal distribution for small uncertainties,
where a draw below zero is as good as impossible, and a truncated one would move the mean.

Draws depend on the seed and on the name of the line or factor alone, so that the simulation of one park is
the same whatever else is in the plan and however many threads there are. Doubles stay inside this stage (L3);
what leaves it is rounded half-up once.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from pathlib import Path
from statistics import NormalDist
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import polars as pl

#: What tells totals apart, as in `int_uncertainty__levels`.
LEVEL: Final = (
    "reference_year",
    "figure_level_code",
    "area_code",
    "park_code",
    "industry_division_code",
    "boundary_code",
    "method_code",
    "scope2_basis_code",
    "total_code",
)
_LEVEL_SCHEMA: Final = {name: pl.Int32() if name == "reference_year" else pl.String() for name in LEVEL}
#: Levels that are quantified: total in t CO2e, and the square of the half-width of approach 1.
LEVELS_SCHEMA: Final = pl.Schema(
    {
        **_LEVEL_SCHEMA,
        "emission_tco2e": pl.Decimal(38, 12),
        "half_width_squared_tco2e2": pl.Decimal(38, 12),
    }
)
#: What each line adds to them with each factor, and both relative uncertainties.
LINES_SCHEMA: Final = pl.Schema(
    {
        **_LEVEL_SCHEMA,
        "line_code": pl.String(),
        "factor_id": pl.String(),
        "quantity_uncertainty_ratio": pl.Decimal(10, 6),
        "factor_uncertainty_ratio": pl.Decimal(10, 6),
        "emission_tco2e": pl.Decimal(38, 12),
    }
)
#: One row a quantified total; dbt declares the same columns for its source.
STAT_UNCERTAINTY_SCHEMA: Final = pl.Schema(
    {
        **_LEVEL_SCHEMA,
        # Half-width of the 95 % interval by approach 1, per cent of the total.
        "propagated_percent": pl.Decimal(28, 6),
        # Half-width of the central 95 % of the draws, per cent of their mean.
        "simulated_percent": pl.Decimal(28, 6),
        # t CO2e
        "simulated_lower_tco2e": pl.Decimal(38, 6),
        "simulated_upper_tco2e": pl.Decimal(38, 6),
    }
)

#: The central part of a distribution that an uncertainty stands for.
_TAIL: Final = 0.025
_DEVIATIONS: Final = NormalDist().inv_cdf(1 - _TAIL)
_EXACT: Final = Context(prec=80, rounding=ROUND_HALF_UP)
_SIX: Final = Decimal("0.000001")

_Draws = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Simulation:
    """How a simulation is run, both from the settings of the plan.

    Attributes:
        draw_count: how often every quantity and factor is drawn.
        seed: where the random numbers begin.
    """

    draw_count: int
    seed: int

    def errors(self, name: str) -> _Draws:
        """Standard normal errors of one line or factor row, by its name."""
        words = np.frombuffer(hashlib.sha256(name.encode()).digest(), dtype="<u4")
        sequence = np.random.SeedSequence([self.seed, *(int(word) for word in words)])
        return np.random.Generator(np.random.PCG64(sequence)).standard_normal(self.draw_count)


def propagated_percent(total: Decimal, half_width_squared: Decimal) -> Decimal:
    """Approach 1: 100 x the root of the square / |total|, exact, half-up once at 6 decimals."""
    root = _EXACT.sqrt(half_width_squared)
    return _EXACT.divide(_EXACT.multiply(root, Decimal(100)), abs(total)).quantize(_SIX, context=_EXACT)


def simulated_totals(lines: pl.DataFrame, level_count: int, simulation: Simulation) -> _Draws:
    """The draws of every total, one row a total.

    Args:
        lines: the columns of `LINES_SCHEMA` behind `level`, the number of the total from 0 on.
        level_count: how many totals there are.
        simulation: how to draw.

    Each line is drawn once and added to all its totals, in the order of names: sums do not depend on threads.
    """
    totals = np.zeros((level_count, simulation.draw_count))
    shared: dict[str, _Draws] = {}
    for line_code, of_line in _grouped(lines, "line_code"):
        of_quantity = simulation.errors(f"line/{line_code}") / _DEVIATIONS
        for row in of_line:
            factor_id = row["factor_id"]
            # A unit's own factor serves its line alone and need not be kept.
            if factor_id.startswith(_OWN):
                of_factor = simulation.errors(f"factor/{factor_id}") / _DEVIATIONS
            else:
                if factor_id not in shared:
                    shared[factor_id] = simulation.errors(f"factor/{factor_id}") / _DEVIATIONS
                of_factor = shared[factor_id]
            amounts = (1.0 + float(row["quantity_uncertainty_ratio"]) * of_quantity) * (
                1.0 + float(row["factor_uncertainty_ratio"]) * of_factor
            )
            for level, emission in zip(row["level"], row["emission_tco2e"], strict=True):
                totals[level] += float(emission) * amounts
    return totals


#: How the factor of one line begins, as `int_emissions__factors` names it.
_OWN: Final = "own/"


def _grouped(lines: pl.DataFrame, name: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each line with its factors, and for each of these the totals it is in."""
    key = ["factor_id", "quantity_uncertainty_ratio", "factor_uncertainty_ratio"]
    packed = (
        lines.sort(name, *key, "level")
        .group_by(name, *key, maintain_order=True)
        .agg("level", "emission_tco2e")
    )
    for (line_code,), of_line in packed.group_by(name, maintain_order=True):
        yield str(line_code), list(of_line.iter_rows(named=True))


def uncertainty(levels: pl.DataFrame, lines: pl.DataFrame, simulation: Simulation) -> pl.DataFrame:
    """Both approaches for each total.

    Args:
        levels: the columns of `LEVELS_SCHEMA`; totals that are quantified and not zero, t CO2e.
        lines: the columns of `LINES_SCHEMA`; every line of these totals, t CO2e.
        simulation: how to draw.

    Returns:
        A frame of `STAT_UNCERTAINTY_SCHEMA`, sorted by its key.
    """
    numbered = levels.sort(LEVEL).with_row_index("level")
    placed = lines.filter(pl.col("emission_tco2e") != 0).join(
        numbered.select(*LEVEL, "level"), on=list(LEVEL), how="inner"
    )
    draws = simulated_totals(placed, numbered.height, simulation)
    rows: list[Mapping[str, object]] = []
    for row, of_total in zip(numbered.iter_rows(named=True), draws, strict=True):
        lower, upper = np.quantile(of_total, (_TAIL, 1 - _TAIL))
        half = abs(100 * (upper - lower) / 2 / np.mean(of_total))
        rows.append(
            {
                **{name: row[name] for name in LEVEL},
                "propagated_percent": propagated_percent(
                    row["emission_tco2e"], row["half_width_squared_tco2e2"]
                ),
                "simulated_percent": _rounded(half),
                "simulated_lower_tco2e": _rounded(lower),
                "simulated_upper_tco2e": _rounded(upper),
            }
        )
    return pl.DataFrame(rows, schema=STAT_UNCERTAINTY_SCHEMA)


def _rounded(value: float) -> Decimal:
    return Decimal(float(value)).quantize(_SIX, context=_EXACT)


def write_uncertainty(levels: Path, lines: Path, stat_folder: Path, simulation: Simulation) -> Path:
    """Run the stage: read both closed Parquet files, write `stat_uncertainty.parquet`.

    Returns:
        The file written, byte-identical for the same content.
    """
    stat_folder.mkdir(parents=True, exist_ok=True)
    target = stat_folder / "stat_uncertainty.parquet"
    found = uncertainty(
        pl.read_parquet(levels, columns=list(LEVELS_SCHEMA)),
        pl.read_parquet(lines, columns=list(LINES_SCHEMA)),
        simulation,
    )
    found.write_parquet(target, compression="zstd")
    return target
