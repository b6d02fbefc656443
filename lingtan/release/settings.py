"""The settings of a plan: choices that are neither submissions nor reference rows, all written out."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from lingtan.errors import LingtanError

#: Below it the ends of a 95 % interval would rest on a handful of draws.
LEAST_DRAWS: Final = 1000

#: Each setting and its default; a plan always lists all of them.
DEFAULT_SETTINGS: Final[Mapping[str, str | None]] = MappingProxyType(
    {
        # Of several editions of a factor the newest known one is taken ...
        "factor_vintage": "newest",
        # ... of those published on or before this day; null: whatever is published.
        "factors_known_on": None,
        # Carbon per energy of a fuel, and the energy in a tonne of it.
        "fuel_factor_set_code": "NCSC",
        "net_calorific_value_set_code": "GBT32151_C1",
        # Fuel parameters of the inventory: the set, the flagged one behind it, and that of biomass.
        "ghgi_fuel_set_code": "GBT32151_C1",
        "ghgi_fallback_fuel_set_code": "ETS_2025_INDUSTRY",
        "ghgi_biomass_set_code": "IPCC_2006",
        # Warming potentials of the methods that fix none themselves.
        "gwp_set_code": "CN-AR5",
        # Both boundaries are computed; this one's figures head the bulletin.
        "boundary_code": "physical",
        # Missing values stay missing.
        "imputation": "none",
        # Parks that a size class needs before a deviation from its median is given.
        "peer_minimum_count": "3",
        # Draws of the Monte Carlo simulation of uncertainty, and where its random numbers begin.
        "uncertainty_draw_count": "40000",
        "uncertainty_seed": "1",
    }
)


def settings_with(changes: Mapping[str, str | None] | None = None) -> dict[str, str | None]:
    """All settings, sorted by code, with some changed.

    Raises:
        LingtanError: a setting is not known.
    """
    changes = changes or {}
    unknown = sorted(changes.keys() - DEFAULT_SETTINGS.keys())
    if unknown:
        raise LingtanError(f"未知的方案设置：{unknown[0]}", f"Unknown setting of a plan: {unknown[0]}")
    return dict(sorted({**DEFAULT_SETTINGS, **changes}.items()))
