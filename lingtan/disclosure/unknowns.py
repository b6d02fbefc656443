"""What readers do not know: amounts of activity lines, each with the figures that rest on it.

An outsider who knows the reference factors knows how many tonnes of carbon, of scope 1 and of standard coal
one tonne of a fuel makes: whoever bounds one of them bounds the others. What a line states is therefore one
unknown of all measures of a system, with a coefficient in each. Lines of one pattern are one unknown: the
same finest combinations of codes in every measure, in the same proportions. A figure by a factor that was
measured on site, or by one of the unit's own, is an unknown by itself: its proportion to others is not known
outside.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from lingtan.disclosure.contributions import BETWEEN_PARKS, OF_PARKS

#: Two lines have the same proportions if they agree to so many digits: what facts of twelve decimals leave.
_DIGITS: Final = 10
#: Sums of pivots smaller than this share of their sizes cancel out: proportions are then those of one line.
_CANCELLED: Final = 1e-6
#: What tells a line from others: figures of one line in several measures have it in common.
_LINE: Final = ("owner_code", "unit_key", "link_key")
#: Between a level and the release in which a park is classed so.
_AT: Final = "@"


@dataclass(frozen=True)
class Unknowns:
    """Amounts with who has them, and what of each is where.

    Attributes:
        slots: slot_at, release_at, measure_code and the levels: the finest combinations of codes of each
            measure. What a park is classed as may be another in each release: the slot is the same.
        parts: owner_code, amount_at, size: what each unit has in an amount, in the unit of its first slot.
        proportions: amount_at, releases (`0,2`: those that have the amount), slot_at, coefficient: what an
            amount of one is in each slot.
        stated: slot_at, release_at, releases, amount (DECIMAL): what lines state, to be summed exactly.
        declared: slot_at, release_at: where a line was declared confidential.
    """

    slots: pl.DataFrame
    parts: pl.DataFrame
    proportions: pl.DataFrame
    stated: pl.DataFrame
    declared: pl.DataFrame


def find_unknowns(
    finest: Mapping[str, Sequence[str]], releases: Mapping[str, Sequence[pl.DataFrame]]
) -> Unknowns:
    """The amounts behind the measures of a system.

    Args:
        finest: Measure -> the columns by which its tables count.
        releases: Measure -> its contributions (`contributions.read_contributions`), the oldest release first.
    """
    slots, placed = _slots(finest, releases)
    lines = (
        placed.with_columns(pl.coalesce("link_key", pl.format("/{}", "slot_at")).alias("link_key"))
        .group_by("release_at", *_LINE, "slot_at")
        .agg(pl.col("amount").sum(), pl.col("is_declared").any())
    )
    line = ["release_at", *_LINE]
    stated = (
        lines.filter(pl.col("amount") != 0)
        .sort(*line, "slot_at")
        .with_columns(pl.col("amount").first().over(line).alias("pivot"))
        .with_columns((pl.col("amount").cast(pl.Float64) / pl.col("pivot").cast(pl.Float64)).alias("ratio"))
        .with_columns(
            pl.format("{}:{}", "slot_at", pl.col("ratio").round_sig_figs(_DIGITS))
            .str.join(" ")
            .over(line)
            .alias("pattern")
        )
    )
    of_unit = ["owner_code", "unit_key", "pattern"]
    parts = (
        stated.unique(line, maintain_order=True)
        .group_by(*of_unit, "release_at")
        .agg(pl.col("pivot").sum().alias("size"))
        .group_by(*of_unit, "size")
        .agg(pl.col("release_at").sort().alias("at"))
        .with_columns(pl.col("at").cast(pl.List(pl.String)).list.join(",").alias("releases"))
    )
    amounts = (
        parts.select("pattern", "releases").unique().sort("pattern", "releases").with_row_index("amount_at")
    )
    parts = parts.join(amounts, on=["pattern", "releases"]).sort("amount_at", "owner_code", "unit_key")
    stated = stated.join(
        parts.explode("at").select(*of_unit, pl.col("at").alias("release_at"), "releases", "amount_at"),
        on=[*of_unit, "release_at"],
    )
    return Unknowns(
        slots,
        parts.select("owner_code", "amount_at", "size"),
        _proportions(stated),
        stated.select("slot_at", "release_at", "releases", "amount"),
        lines.filter("is_declared").select("slot_at", "release_at").unique(),
    )


def _slots(
    finest: Mapping[str, Sequence[str]], releases: Mapping[str, Sequence[pl.DataFrame]]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The slots with their levels in each release, and all contributions with their slot."""
    slots, placed, begin = [], [], 0
    for code, levels in finest.items():
        fixed = [level for level in levels if level not in OF_PARKS]
        rows = _with_classes(releases[code], [level for level in levels if level in OF_PARKS])
        of_slot = [*fixed, *(name for name in rows.columns if _AT in name)]
        own = rows.select(of_slot).unique().sort(of_slot).with_row_index("slot_at", begin)
        begin += len(own)
        placed.append(
            rows.join(own, on=of_slot, nulls_equal=True).select(
                "release_at", *_LINE, "slot_at", "amount", "is_declared"
            )
        )
        slots.append(
            rows.join(own, on=of_slot, nulls_equal=True)
            .select("slot_at", "release_at", pl.lit(code).alias("measure_code"), *levels)
            .unique()
            .sort("slot_at", "release_at")
        )
    return pl.concat(slots, how="diagonal"), pl.concat(placed)


def _with_classes(frames: Sequence[pl.DataFrame], levels: Sequence[str]) -> pl.DataFrame:
    """The rows of all releases, with what the park of each unit is classed as in every one of them."""
    rows = pl.concat(frame.with_columns(pl.lit(at).alias("release_at")) for at, frame in enumerate(frames))
    for at, frame in enumerate(frames):
        names = [f"{level}{_AT}{at}" for level in levels]
        classes = frame.select(
            "unit_key", *(pl.col(level).alias(name) for level, name in zip(levels, names, strict=True))
        )
        classes = classes.unique("unit_key", keep="first", maintain_order=True)
        rows = rows.join(classes, on="unit_key", how="left", maintain_order="left").with_columns(
            # What is eliminated between parks is of no park, in any release.
            pl.when((pl.col("release_at") == at) | (pl.col(level) == BETWEEN_PARKS))
            .then(level)
            .otherwise(name)
            .alias(name)
            for level, name in zip(levels, names, strict=True)
        )
    return rows


def _proportions(stated: pl.DataFrame) -> pl.DataFrame:
    """Of the lines of a pattern together: more exact than of any one of them."""
    size = pl.col("pivot").cast(pl.Float64)
    together = pl.col("amount").sum().cast(pl.Float64) / pl.col("pivot").sum().cast(pl.Float64)
    return (
        stated.group_by("amount_at", "releases", "slot_at")
        .agg(
            pl.when(size.sum().abs() > _CANCELLED * size.abs().sum())
            .then(together)
            .otherwise(pl.col("ratio").first())
            .alias("coefficient")
        )
        .sort("amount_at", "slot_at")
    )
