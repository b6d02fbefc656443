"""The completeness table: every source category has a status, absence is named (L7)."""

from typing import Final

from lingtan.synthetic.builder import ReturnBuilder

#: Energy flow -> the source category a park lists it under.
_CATEGORY_OF_FLOW: Final = {
    "FIN": "fuel_combustion",
    "T-PWR": "fuel_combustion",
    "T-HEAT": "fuel_combustion",
    "C-IN": "energy_conversion",
    "C-OUT": "energy_conversion",
    "REC-G": "energy_conversion",
    "PREP-IN": "energy_conversion",
    "PREP-OUT": "energy_conversion",
    "FEED": "feedstock_and_reductant",
    "FEED-R": "feedstock_and_reductant",
    "NEU": "non_energy_use",
    "BNK": "international_bunkers",
    "FLARE": "flaring",
    "LOSS": "energy_losses",
    "PUR": "energy_supply",
    "SAL": "energy_supply",
    "OPN": "energy_supply",
    "CLS": "energy_supply",
    "PRD": "energy_supply",
}
_CATEGORIES: Final = (*dict.fromkeys(_CATEGORY_OF_FLOW.values()), "power", "heat", "industrial_process")


def completeness(builder: ReturnBuilder) -> None:
    """Add a row for every source category: reported where the park has lines of it, else NO."""
    found = builder.reported(_CATEGORY_OF_FLOW)
    for category in _CATEGORIES:
        builder.complete(category, "reported" if category in found else "NO")
