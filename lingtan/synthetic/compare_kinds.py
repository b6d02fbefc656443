"""What of a release is compared with the truth: tables, keys, columns, and what a reader calls them."""

from typing import Final

from lingtan.synthetic.compare_account_kinds import ACCOUNT_KINDS
from lingtan.synthetic.compare_flow_kinds import FLOW_KINDS
from lingtan.synthetic.compare_indicator_kinds import INDICATOR_KINDS
from lingtan.synthetic.compare_register_kinds import REGISTER_KINDS
from lingtan.synthetic.compare_uncertainty_kinds import UNCERTAINTY_KINDS
from lingtan.synthetic.kind import OF_PARK as _PARK
from lingtan.synthetic.kind import YEAR, Kind

__all__ = ["KINDS", "YEAR", "Kind"]

_BASIS: Final = ("method_code", "scope2_basis_code")
_COMPONENT: Final = ("method_code", "scope_code", "scope2_basis_code", "component_code", "gas_group_code")
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


def _counts(source: str) -> dict[str, str]:
    """Columns that count gaps and parks of an area."""
    parks = {f"park_count_{name}": f"{source}_{name}" for name in ("registered", "reported", "partial")}
    return {"not_estimated_count": f"{source}_gaps", **parks}


KINDS: Final = (
    Kind(
        "park_year",
        "园区年度数的来源",
        "where a park's year comes from",
        "dim_parks",
        _PARK[:2],
        {
            "year_source_code": "year_source",
            "submission_count": "year_returns",
            "has_return": "year_exists",
        },
    ),
    Kind(
        "park_component",
        "园区 × 方法 × 范围 × 组成 × 气体",
        "park x method x scope x component x gas",
        "mart_park_component_year",
        (*_PARK, *_COMPONENT),
        {
            "emission_tco2e": "park_component",
            "not_estimated_count": "park_component_gaps",
            "is_partial": "park_component_partial",
        },
    ),
    Kind(
        "park_memo",
        "园区备查项",
        "park memo items",
        "mart_park_memo_year",
        (*_PARK, *_COMPONENT),
        {
            "emission_tco2e": "park_memo",
            "not_estimated_count": "park_memo_gaps",
            "is_partial": "park_memo_partial",
        },
    ),
    Kind(
        "park_gas",
        "园区 × 方法 × 范围 × 单一气体",
        "park x method x scope x single gas",
        "fct_emissions",
        (*_PARK, "method_code", "scope_code", "scope2_basis_code", "gas_code"),
        {"emission_tco2e": "park_gas"},
        only=("view_code", ("unit", "park")),
        is_summed=True,
    ),
    Kind(
        "park_total",
        "园区合计",
        "park totals",
        "mart_park_year",
        (*_PARK, *_BASIS),
        {
            "emission_tco2e": "park_total",
            "not_estimated_count": "park_total_gaps",
            "is_partial": "park_total_partial",
        },
    ),
    Kind(
        "park_net",
        "园区净排放",
        "park net results",
        "mart_park_net_year",
        (*_PARK, *_BASIS),
        {
            "scope1_tco2e": "net_scope1",
            "scope2_tco2e": "net_scope2",
            "gross_tco2e": "net_gross",
            "removals_tco2e": "net_removals",
            "net_after_removals_tco2e": "net_net_after_removals",
            "offsets_tco2e": "net_offsets",
            "net_after_offsets_tco2e": "net_net_after_offsets",
            "scope3_tco2e": "net_scope3",
            "scope3_not_estimated_count": "net_scope3_gaps",
            "scope3_screened_category_count": "net_scope3_screened",
            "scope3_coverage_ratio": "net_scope3_coverage",
            "is_partial": "net_partial",
        },
    ),
    Kind(
        "park_scope3",
        "园区 × 范围三类别",
        "park x scope 3 category",
        "mart_park_scope3_year",
        (*_PARK, *_BASIS, "scope3_category_code"),
        {
            "emission_tco2e": "scope3_emission",
            "not_estimated_count": "scope3_gaps",
            "line_count": "scope3_lines",
            "scope3_coverage_ratio": "scope3_coverage",
            "relevance_code": "scope3_relevance",
            "has_overlap": "scope3_overlap",
        },
    ),
    Kind(
        "park_stage",
        "园区净零阶段",
        "stages of net zero",
        "mart_park_stage_year",
        (*_PARK, "method_code", "stage_code"),
        {
            "stage_gross_tco2e": "stage_gross",
            "stage_net_tco2e": "stage_net",
            "stage_net_without_offsets_tco2e": "stage_without_offsets",
            "stage_net_beside_tco2e": "stage_beside",
            "status_code": "stage_status",
            "status_without_offsets_code": "stage_status_without_offsets",
            "status_beside_code": "stage_status_beside",
            "reason_code": "stage_reason",
            "offset_share_ratio": "stage_offset_share",
        },
    ),
    Kind(
        "park_energy",
        "园区综合能耗（各口径，使用侧与供应侧）",
        "park energy in every variant, both sides",
        "mart_park_energy_year",
        (*_PARK, "energy_method_code"),
        {
            "energy_tce": "energy_use",
            "supply_tce": "energy_supply",
            "difference_tce": "energy_difference",
            "not_estimated_count": "energy_gaps",
            "is_partial": "energy_partial",
        },
    ),
    Kind(
        "carbon_per_energy",
        "单位能耗碳排放",
        "carbon per energy",
        "mart_carbon_per_energy",
        (*_PARK, "method_code", "energy_method_code"),
        {"carbon_per_energy": "carbon_per_energy"},
    ),
    *INDICATOR_KINDS,
    Kind(
        "park_economy",
        "园区概况：经济",
        "park profile: economy",
        "mart_park_profile",
        _PARK,
        _profile(_ECONOMY),
    ),
    Kind("park_power", "园区概况：电力", "park profile: power", "mart_park_profile", _PARK, _profile(_POWER)),
    Kind(
        "park_results",
        "园区概况：结果",
        "park profile: results",
        "mart_park_profile",
        _PARK,
        _profile(_RESULTS),
    ),
    Kind(
        "period_difference",
        "年报与分期之差",
        "annual returns against their periods",
        "mart_period_differences",
        (*_PARK, *_COMPONENT),
        {
            "annual_tco2e": "period_annual",
            "periods_tco2e": "period_periods",
            "difference_tco2e": "period_difference",
        },
    ),
    Kind(
        "park_period",
        "园区分期快报",
        "quick estimates by period",
        "mart_park_period",
        (*_PARK, "period_code", *_BASIS),
        {
            "first_month": "period_first",
            "last_month": "period_last",
            "is_counted": "period_counted",
            "emission_tco2e": "period_total",
            "not_estimated_count": "period_gaps",
            "is_partial": "period_partial",
        },
    ),
    Kind(
        "park_year_to_date",
        "园区年初至今",
        "parks' years to date",
        "mart_park_year_to_date",
        (*_PARK, *_BASIS),
        {
            "period_count": "to_date_periods",
            "month_count": "to_date_months",
            "last_month": "to_date_last",
            "is_counted": "to_date_counted",
            "emission_tco2e": "to_date_total",
            "not_estimated_count": "to_date_gaps",
            "is_partial": "to_date_partial",
        },
    ),
    Kind(
        "coverage",
        "园区层面的缺失",
        "what parks leave out",
        "mart_coverage",
        (*_PARK, "method_code", "reason_code"),
        {"line_count": "coverage"},
        only=("term_code", ("NA",)),
    ),
    Kind("finding", "数据提示", "findings", "mart_findings", (*_PARK, "finding_code"), {}),
    Kind(
        "claim",
        "核销登记",
        "register of claims",
        "mart_claims",
        (*_PARK, "period_code", "table_name", "line_id"),
        {
            "claimed_quantity": "claim_claimed",
            "counted_quantity": "claim_counted",
            "blocked_quantity": "claim_blocked",
            "claim_outcome_code": "claim_outcome",
            "collision_count": "claim_collisions",
            "collides_with": "claim_against",
        },
    ),
    Kind(
        "province",
        "省 × 组成",
        "province x component",
        "mart_province_year",
        (YEAR, "province_code", "boundary_code", *_COMPONENT),
        {"emission_tco2e": "province", **_counts("province")},
    ),
    Kind(
        "national",
        "全国 × 组成",
        "national totals by component",
        "mart_national_year",
        (YEAR, "boundary_code", *_COMPONENT),
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
        (YEAR, "area_code", "boundary_code", *_BASIS),
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
    *FLOW_KINDS,
    *REGISTER_KINDS,
    *ACCOUNT_KINDS,
    *UNCERTAINTY_KINDS,
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
"""Every kind that is compared, in the order a report shows them."""
