"""What of periods, gaps, findings and claims of parks is compared with the truth."""

from typing import Final

from lingtan.synthetic.kind import BASIS, COMPONENT, OF_PARK, Kind

REPORT_KINDS: Final = (
    Kind(
        "period_difference",
        "年报与分期之差",
        "annual returns against their periods",
        "mart_period_differences",
        (*OF_PARK, *COMPONENT),
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
        (*OF_PARK, "period_code", *BASIS),
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
        (*OF_PARK, *BASIS),
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
        (*OF_PARK, "method_code", "reason_code"),
        {"line_count": "coverage"},
        only=("term_code", ("NA",)),
    ),
    Kind("finding", "数据提示", "findings", "mart_findings", (*OF_PARK, "finding_code"), {}),
    Kind(
        "claim",
        "核销登记",
        "register of claims",
        "mart_claims",
        (*OF_PARK, "period_code", "table_name", "line_id"),
        {
            "claimed_quantity": "claim_claimed",
            "counted_quantity": "claim_counted",
            "blocked_quantity": "claim_blocked",
            "claim_outcome_code": "claim_outcome",
            "collision_count": "claim_collisions",
            "collides_with": "claim_against",
        },
    ),
)
