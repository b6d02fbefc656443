"""What of a park at a glance is compared with the truth."""

from typing import Final

from lingtan.synthetic.kind import OF_PARK, Kind

_ECONOMY: Final = (
    "submission_count",
    "unit_count",
    "gross_output_current_10k_cny",
    "value_added_current_10k_cny",
    "employees",
    "emission_per_value_added",
)
_POWER: Final = (
    "power_received_mwh",
    "power_sent_mwh",
    "green_power_mwh",
    "direct_power_mwh",
    "own_generation_mwh",
    "own_use_mwh",
    "own_non_fossil_use_mwh",
    "power_use_mwh",
    "direct_supply_share_ratio",
    "direct_supply_share_with_own_use_ratio",
)
_RESULTS: Final = (
    "energy_tce",
    "nzcp_tco2",
    "scope1_tco2e",
    "scope2_location_tco2e",
    "scope2_market_tco2e",
    "net_after_offsets_location_tco2e",
    "net_after_offsets_market_tco2e",
    "carbon_per_energy",
)


def _profile(columns: tuple[str, ...]) -> dict[str, str]:
    return {column: f"profile_{column}" for column in columns}


PROFILE_KINDS: Final = (
    Kind(
        "park_economy",
        "园区概况：经济",
        "park profile: economy",
        "mart_park_profile",
        OF_PARK,
        _profile(_ECONOMY),
    ),
    Kind(
        "park_power", "园区概况：电力", "park profile: power", "mart_park_profile", OF_PARK, _profile(_POWER)
    ),
    Kind(
        "park_results",
        "园区概况：结果",
        "park profile: results",
        "mart_park_profile",
        OF_PARK,
        _profile(_RESULTS),
    ),
)
