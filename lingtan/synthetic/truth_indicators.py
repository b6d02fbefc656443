"""Indicators with a published threshold, judged in every variant of their figure.

Choices: carbon per energy in each energy measure, the clean-energy share in each with natural gas and
without, direct supply over power used with own non-fossil use and without. A park meets an indicator, or
does not, where all variants that exist say so. What is not known of one variant (a gap, a total below zero,
energy or power that is not positive) leaves the indicator open, in that order; so do variants that disagree,
also about whether the park is large enough for a threshold.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

import polars as pl

from lingtan.synthetic.rounding import EXACT, SHOWN_RATIO_PLACES, quotient, total
from lingtan.synthetic.seeds import seed_frame
from lingtan.synthetic.truth_amounts import ZERO
from lingtan.synthetic.truth_energy import Energy

_REASONS: Final = ("partial", "emission_negative", "energy_not_positive", "power_use_not_positive")
_BELOW: Final = "below_threshold_range"

#: Outcome (met, not_met or a reason), value, threshold.
Judged = tuple[str, Decimal | None, Decimal | None]
Figure = str | Decimal | int | None


def _thresholds(indicator: str) -> list[tuple[Decimal, Decimal | None, Decimal | None]]:
    """(least energy, energy below, threshold) of each size class."""
    rows = seed_frame("indicator_thresholds").filter(pl.col("indicator_code") == indicator)
    return [
        (
            Decimal(row["energy_from_tce"]),
            None if row["energy_below_tce"] is None else Decimal(row["energy_below_tce"]),
            None if row["threshold_value"] is None else Decimal(row["threshold_value"]),
        )
        for row in rows.iter_rows(named=True)
    ]


def _ratio(numerator: Decimal | None, denominator: Decimal | None) -> Decimal | None:
    if numerator is None or denominator is None or denominator <= 0:
        return None
    return quotient(numerator, denominator, SHOWN_RATIO_PLACES)


def _carbon(emission: Decimal | None, is_partial: bool, energy: Energy) -> Judged:
    threshold = next(
        value
        for least, below, value in _thresholds("N-C1")
        if max(energy.use, ZERO) >= least and (below is None or max(energy.use, ZERO) < below)
    )
    value = _ratio(emission, energy.use)
    if emission is None:
        return "partial", value, threshold
    if energy.use <= 0:
        return "energy_not_positive", value, threshold
    if emission < 0:
        return "emission_negative", value, threshold
    if is_partial or energy.gaps:
        return "partial", value, threshold
    if threshold is None:
        return _BELOW, value, None
    is_met = emission <= EXACT.multiply(threshold, energy.use)
    return "met" if is_met else "not_met", value, threshold


def _share(part: Decimal | None, whole: Decimal | None, indicator: str, empty: str, gaps: int) -> Judged:
    threshold = _thresholds(indicator)[0][2]
    assert threshold is not None
    value = _ratio(part, whole)
    if part is None or whole is None:
        return "partial", value, threshold
    if whole <= 0:
        return empty, value, threshold
    if gaps:
        return "partial", value, threshold
    return "met" if part >= EXACT.multiply(threshold, whole) else "not_met", value, threshold


def clean_cells(energy: Mapping[str, Energy]) -> Iterator[tuple[str, str, dict[str, Figure]]]:
    """(measure, treatment of natural gas, column -> figure) of one park and boundary, measures that exist."""
    for variant, known in energy.items():
        for treatment, gas in (("not_clean", ZERO), ("clean", known.natural_gas)):
            part = total(known.clean, gas)
            yield variant, treatment, {"clean_energy": part, "clean_share": _ratio(part, known.use)}


def indicator_cells(
    emission: Decimal | None,
    is_partial: bool,
    energy: Mapping[str, Energy],
    profile: Mapping[str, Decimal | int | None],
) -> Iterator[tuple[str, dict[str, Figure]]]:
    """(indicator, column -> figure) of one park and boundary.

    Args:
        emission: the park's total by the national method, t CO2.
        is_partial: whether a part of it is not estimated.
        energy: of each measure that exists.
        profile: columns of the park's profile, for its power.
    """
    yield "N-C1", _counted([_carbon(emission, is_partial, known) for known in energy.values()])
    parts = [
        (total(known.clean, gas), known) for known in energy.values() for gas in (ZERO, known.natural_gas)
    ]
    yield (
        "N-G1",
        _counted([_share(part, one.use, "N-G1", "energy_not_positive", one.gaps) for part, one in parts]),
    )
    direct, own, used = (
        profile[name] for name in ("direct_power_mwh", "own_non_fossil_use_mwh", "power_use_mwh")
    )
    whole = None if used is None else Decimal(used)
    alone = None if direct is None else Decimal(direct)
    both = None if alone is None or own is None else total(alone, Decimal(own))
    yield (
        "A4-DL",
        _counted([_share(part, whole, "A4-DL", "power_use_not_positive", 0) for part in (alone, both)]),
    )


def _counted(judged: list[Judged]) -> dict[str, Figure]:
    outcomes = [outcome for outcome, _, _ in judged]
    values = [value for _, value, _ in judged if value is not None]
    thresholds = {threshold for _, _, threshold in judged}
    first = outcomes[0]
    agreed = len(set(outcomes)) == 1
    status = first if agreed and first in ("met", "not_met") else "not_determined"
    reason = None
    if status == "not_determined":
        open_for = [one for one in _REASONS if one in outcomes]
        reason = open_for[0] if open_for else _BELOW if agreed else "variants_disagree"
    return {
        "indicator_status": status,
        "indicator_reason": reason,
        "indicator_least": min(values, default=None),
        "indicator_most": max(values, default=None),
        "indicator_threshold": thresholds.pop() if len(thresholds) == 1 else None,
        "indicator_variants": len(judged),
        "indicator_met": outcomes.count("met"),
        "indicator_not_met": outcomes.count("not_met"),
    }
