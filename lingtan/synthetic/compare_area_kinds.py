"""What of provinces, sectors and the nation is compared with the truth."""

from typing import Final

from lingtan.synthetic.kind import BASIS, COMPONENT, YEAR, Kind


def _counts(source: str) -> dict[str, str]:
    """Columns that count gaps and parks of an area."""
    parks = {f"park_count_{name}": f"{source}_{name}" for name in ("registered", "reported", "partial")}
    return {"not_estimated_count": f"{source}_gaps", **parks}


AREA_KINDS: Final = (
    Kind(
        "province",
        "省 × 组成",
        "province x component",
        "mart_province_year",
        (YEAR, "province_code", "boundary_code", *COMPONENT),
        {"emission_tco2e": "province", **_counts("province")},
    ),
    Kind(
        "national",
        "全国 × 组成",
        "national totals by component",
        "mart_national_year",
        (YEAR, "boundary_code", *COMPONENT),
        {"emission_tco2e": "national", **_counts("national")},
    ),
    Kind(
        "sector",
        "行业 × 组成",
        "industry x component",
        "mart_sector_year",
        (
            YEAR,
            "province_code",
            "boundary_code",
            "method_code",
            "industry_division_code",
            "scope_code",
            "component_code",
            "gas_group_code",
        ),
        {
            "emission_tco2e": "sector",
            "unit_count": "sector_units",
            "park_count": "sector_parks",
            "not_estimated_count": "sector_gaps",
            "park_count_partial": "sector_partial",
        },
    ),
    Kind(
        "production_consumption",
        "生产侧与消费侧",
        "production and consumption",
        "mart_production_consumption",
        (YEAR, "area_code", "boundary_code", *BASIS),
        {
            "production_tco2e": "flow_production",
            "received_tco2e": "flow_received",
            "resold_tco2e": "flow_resold",
            "own_generation_sent_tco2e": "flow_own_generation_sent",
            "consumption_tco2e": "flow_consumption",
            "is_partial": "flow_is_partial",
            **_counts("flow"),
        },
    ),
    Kind(
        "market_location_gap",
        "基于市场与基于位置之差",
        "market against location",
        "mart_market_location_gap",
        (YEAR, "area_code", "boundary_code", "method_code", "gap_part_code"),
        {
            "location_tco2e": "gap_location",
            "market_tco2e": "gap_market",
            "market_less_location_tco2e": "gap_difference",
        },
    ),
    Kind(
        "province_inventory",
        "省级清单",
        "provincial inventories",
        "mart_province_inventory_year",
        (YEAR, "province_code", "method_code"),
        {"emission_tco2e": "province_inventory"},
    ),
    Kind(
        "national_inventory",
        "全国清单合计",
        "national total of the inventories",
        "mart_national_inventory_year",
        (YEAR, "method_code"),
        {"emission_tco2e": "national_inventory"},
    ),
)
