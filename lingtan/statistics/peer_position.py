"""Robust position of a park among its peers: parks of one size class, under the same method and variant.

Peers are compared by their carbon per unit of energy. Centre and spread are the median and the median
absolute deviation, which fewer than half of the peers being wrong cannot move without bound.

Sources of the method: F. R. Hampel, "The influence curve and its role in robust estimation", Journal of the
American Statistical Association 69 (1974) 383-393 (the median absolute deviation as estimator of scale);
P. J. Rousseeuw and C. Croux, "Alternatives to the median absolute deviation", same journal 88 (1993)
1273-1283, section 1. The deviation is given in plain median absolute deviations; no constant makes it
comparable with a normal distribution.

Exact throughout (L3): the values are integers of 10^-12 inside, and each division is rounded half-up once.
"""

from decimal import Decimal
from pathlib import Path
from typing import Final

import polars as pl

from lingtan.errors import LingtanError

_SCALE: Final = 12
_RATIO: Final = pl.Decimal(26, _SCALE)

#: Peers are alike in all of these.
CLASS_KEY: Final = (
    "reference_year",
    "boundary_code",
    "method_code",
    "energy_method_code",
    "size_class_code",
)

#: Columns read from the closed Parquet file of `mart_carbon_per_energy`.
INPUT_SCHEMA: Final = pl.Schema(
    {
        "reference_year": pl.Int32(),
        "park_code": pl.String(),
        "boundary_code": pl.String(),
        "method_code": pl.String(),
        "energy_method_code": pl.String(),
        "size_class_code": pl.String(),
        # t CO2e per tce
        "carbon_per_energy": _RATIO,
        # Why the value is no sound figure, such as `partial`; null where it is one.
        "not_determined_reason_code": pl.String(),
    }
)
#: The one reason that leaves the value sound: the national indicator has no threshold for so small a park.
_SOUND_REASON: Final = "below_threshold_range"

#: One row a park, year, boundary, method and energy variant; dbt declares the same columns for its source.
STAT_PEER_POSITION_SCHEMA: Final = pl.Schema(
    {
        "reference_year": pl.Int32(),
        "park_code": pl.String(),
        "boundary_code": pl.String(),
        "method_code": pl.String(),
        "energy_method_code": pl.String(),
        "size_class_code": pl.String(),
        # Number of parks compared, the park itself included.
        "peer_count": pl.Int64(),
        # t CO2e per tce
        "peer_median": _RATIO,
        # t CO2e per tce
        "peer_median_absolute_deviation": _RATIO,
        # Number of median absolute deviations; negative means less carbon per energy than the median.
        "deviation_in_mad": _RATIO,
        # 1 is the lowest carbon per energy; parks of equal value share the better rank.
        "rank_in_class": pl.Int64(),
        # Why there is no deviation: too_few_peers or no_spread; null where there is one (L7).
        "reason_code": pl.String(),
    }
)

#: Twice this times 10^24 still fits an integer of 128 bits; no physical value comes near.
_LIMIT: Final = 10**13

#: DECIMAL(26,12) ends here.
_LARGEST_DEVIATION: Final = 10**14

_KEY: Final = ["reference_year", "park_code", "boundary_code", "method_code", "energy_method_code"]


def _half_up(numerator: pl.Expr, denominator: pl.Expr) -> pl.Expr:
    """Quotient of two integers as an integer, half away from zero; the denominator is positive."""
    return numerator.sign() * ((numerator.abs() * 2 + denominator) // (denominator * 2))


def _median(scaled: pl.Expr) -> pl.Expr:
    """Median of a group of integers; between two middle ones, their mean, half-up."""
    ordered = scaled.sort()
    middle = ordered.get((pl.len() - 1) // 2) + ordered.get(pl.len() // 2)
    return _half_up(middle, pl.lit(2, dtype=pl.Int128))


def _as_ratio(scaled: str) -> pl.Expr:
    """The Decimal that a column of integers of 10^-12 stands for, exactly, under the same name."""
    unit = pl.lit(Decimal(1).scaleb(-_SCALE)).cast(pl.Decimal(38, _SCALE))
    return (pl.col(scaled).cast(pl.Decimal(38, 0)) * unit).cast(_RATIO).alias(scaled)


def peer_position(carbon_per_energy: pl.DataFrame, *, minimum_peers: int) -> pl.DataFrame:
    """Place each park among the parks of its size class.

    Args:
        carbon_per_energy: the columns of `INPUT_SCHEMA` (more are ignored); t CO2e per tce. Parks without a
            determined value (partial, negative) or without a size class are no peers and get no row.
        minimum_peers: parks a class needs before a deviation is given, the park itself included (a setting of
            the plan, L8).

    Returns:
        A frame of `STAT_PEER_POSITION_SCHEMA`, sorted by year, park, boundary, method and variant. Median and
        median absolute deviation stand in t CO2e per tce; the deviation is (value - median) / median absolute
        deviation, half-up at 12 decimals; without enough peers or without spread it is null, with its reason.

    Raises:
        LingtanError: a park stands twice in one class, or a value is too large for exact integers.
    """
    peers = (
        carbon_per_energy.select(pl.col(name).cast(dtype) for name, dtype in INPUT_SCHEMA.items())
        .filter(
            pl.col("carbon_per_energy").is_not_null(),
            pl.col("size_class_code").is_not_null(),
            # What is not estimated would read as clean (L7).
            pl.col("not_determined_reason_code").fill_null(_SOUND_REASON) == _SOUND_REASON,
        )
        .with_columns(scaled=pl.col("carbon_per_energy").to_physical())
    )
    if peers.select(_KEY).is_duplicated().any():
        raise LingtanError(
            "同类位置：同一园区在同一组内出现两次，请检查 mart_carbon_per_energy 的主键。",
            "Peer position: a park stands twice in one class; check the key of mart_carbon_per_energy.",
        )
    if peers.filter(pl.col("carbon_per_energy").abs() >= _LIMIT).height:
        raise LingtanError(
            f"同类位置：单位能耗碳排放的绝对值须小于 {_LIMIT} tCO2e/tce。",
            f"Peer position: carbon per energy has to be below {_LIMIT} t CO2e per tce in absolute value.",
        )
    key = list(CLASS_KEY)
    medians = peers.group_by(key).agg(
        peer_count=pl.len().cast(pl.Int64), peer_median=_median(pl.col("scaled"))
    )
    placed = peers.join(medians, on=key, how="inner").with_columns(
        distance=pl.col("scaled") - pl.col("peer_median"),
        rank_in_class=pl.col("scaled").rank("min").over(key).cast(pl.Int64),
    )
    spreads = placed.group_by(key).agg(peer_median_absolute_deviation=_median(pl.col("distance").abs()))
    spread = pl.col("peer_median_absolute_deviation")
    reason = (
        pl.when(pl.col("peer_count") < minimum_peers)
        .then(pl.lit("too_few_peers"))
        # So small a spread that the quotient would not fit its column tells no more than none.
        .when(pl.col("distance").abs() // _LARGEST_DEVIATION >= spread)
        .then(pl.lit("no_spread"))
    )
    one = pl.lit(10**_SCALE, dtype=pl.Int128)
    # The replaced zero is never used: that row has a reason and its deviation stays null.
    quotient = _half_up(pl.col("distance") * one, pl.when(spread == 0).then(1).otherwise(spread))
    return (
        placed.join(spreads, on=key, how="inner")
        .with_columns(reason_code=reason)
        .with_columns(deviation_in_mad=pl.when(pl.col("reason_code").is_null()).then(quotient))
        .with_columns(
            _as_ratio(name) for name in ("peer_median", "peer_median_absolute_deviation", "deviation_in_mad")
        )
        .select(pl.col(name).cast(dtype) for name, dtype in STAT_PEER_POSITION_SCHEMA.items())
        .sort(_KEY)
    )


def write_peer_position(carbon_per_energy: Path, stat_folder: Path, *, minimum_peers: int) -> Path:
    """Run the stage: read the closed Parquet of `mart_carbon_per_energy`, write `stat_peer_position.parquet`.

    Returns:
        The file written, byte-identical for the same content.
    """
    frame = pl.read_parquet(carbon_per_energy, columns=list(INPUT_SCHEMA))
    stat_folder.mkdir(parents=True, exist_ok=True)
    target = stat_folder / "stat_peer_position.parquet"
    peer_position(frame, minimum_peers=minimum_peers).write_parquet(target, compression="zstd")
    return target
