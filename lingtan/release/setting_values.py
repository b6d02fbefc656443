"""Settings of a plan as a person gives them: `CODE=VALUE`, checked against what the seeds know."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

import polars as pl

from lingtan.contracts.code_lists import SEEDS
from lingtan.errors import LingtanError
from lingtan.release.settings import LEAST_DRAWS, settings_with

#: Code -> the seed and column whose values it may have.
_FROM_SEED: Final[Mapping[str, tuple[str, str]]] = {
    "gwp_set_code": ("gwp", "gwp_set_code"),
    "fuel_factor_set_code": ("fuel_parameters", "parameter_set_code"),
    "net_calorific_value_set_code": ("fuel_parameters", "parameter_set_code"),
    "ghgi_fuel_set_code": ("fuel_parameters", "parameter_set_code"),
    "ghgi_fallback_fuel_set_code": ("fuel_parameters", "parameter_set_code"),
    "ghgi_biomass_set_code": ("fuel_parameters", "parameter_set_code"),
}
#: Code -> the values that the house can compute with so far.
_FIXED: Final[Mapping[str, tuple[str, ...]]] = {
    "boundary_code": ("administrative", "physical"),
    "factor_vintage": ("newest",),
    "imputation": ("none",),
}


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_count(value: str) -> bool:
    return value.isascii() and value.isdigit() and int(value) > 0


def _is_draw_count(value: str) -> bool:
    return _is_count(value) and int(value) >= LEAST_DRAWS


#: Code -> whether a value is possible, and what one looks like.
_SHAPED: Final[Mapping[str, tuple[Callable[[str], bool], str]]] = {
    "factors_known_on": (_is_day, "YYYY-MM-DD"),
    "peer_minimum_count": (_is_count, "1, 2, 3 …"),
    "uncertainty_draw_count": (_is_draw_count, f"{LEAST_DRAWS}, {LEAST_DRAWS + 1} …"),
    "uncertainty_seed": (_is_count, "1, 2, 3 …"),
}


def _possible(code: str, seeds: Path) -> tuple[str, ...]:
    if code in _FIXED:
        return _FIXED[code]
    if code not in _FROM_SEED:
        return ()
    seed, column = _FROM_SEED[code]
    return tuple(pl.read_csv(seeds / f"{seed}.csv", infer_schema=False)[column].unique().sort())


def _impossible(code: str, value: str, expected: str) -> LingtanError:
    return LingtanError(
        f"设置 {code} 不能取“{value}”；可取：{expected}",
        f"Setting {code} cannot be {value!r}; possible: {expected}",
    )


def _checked(code: str, value: str, seeds: Path) -> str:
    if code in _SHAPED:
        is_possible, expected = _SHAPED[code]
        if not is_possible(value):
            raise _impossible(code, value, expected)
        return value
    possible = _possible(code, seeds)
    if possible and value not in possible:
        raise _impossible(code, value, ", ".join(possible))
    if not possible and not value.strip():
        raise _impossible(code, value, "…")
    return value


def parse_settings(texts: Sequence[str], seeds: Path = SEEDS) -> dict[str, str]:
    """Read settings given as `CODE=VALUE`; the last of two for one code counts.

    Args:
        texts: what was typed.
        seeds: the reference seeds.

    Returns:
        Value by code, fit for `settings_with`.

    Raises:
        LingtanError: a text has no `=`, the code is not known, or the value is not possible; in one line.
    """
    found: dict[str, str] = {}
    for text in texts:
        code, sign, value = (part.strip() for part in text.partition("="))
        if not sign:
            raise LingtanError(
                f"设置应写成 代码=取值，而不是“{text}”。",
                f"A setting is given as CODE=VALUE, not as {text!r}.",
            )
        settings_with({code: value})
        found[code] = _checked(code, value, seeds)
    return found
