"""What of the indicators is compared with the truth."""

from typing import Final

from lingtan.synthetic.kind import OF_PARK, Kind

INDICATOR_KINDS: Final = (
    Kind(
        "clean_energy",
        "清洁能源消费占比",
        "clean-energy shares",
        "mart_park_clean_energy",
        (*OF_PARK, "energy_method_code", "natural_gas_treatment_code"),
        {"clean_energy_tce": "clean_energy", "clean_share_ratio": "clean_share"},
    ),
    Kind(
        "indicator",
        "指标判定",
        "indicators against their thresholds",
        "mart_park_indicator",
        (*OF_PARK, "indicator_code"),
        {
            "status_code": "indicator_status",
            "not_determined_reason_code": "indicator_reason",
            "value_least": "indicator_least",
            "value_most": "indicator_most",
            "threshold_value": "indicator_threshold",
            "variant_count": "indicator_variants",
            "variant_count_met": "indicator_met",
            "variant_count_not_met": "indicator_not_met",
        },
    ),
)
