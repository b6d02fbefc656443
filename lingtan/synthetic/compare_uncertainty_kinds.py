"""Kinds of compared cells: the uncertainty of totals by error propagation."""

from typing import Final

from lingtan.synthetic.kind import YEAR, Kind

UNCERTAINTY_KINDS: Final = (
    Kind(
        "uncertainty",
        "合计的不确定性",
        "uncertainty of totals",
        "cmp_uncertainty",
        (
            YEAR,
            "figure_level_code",
            "area_code",
            "park_code",
            "industry_division_code",
            "boundary_code",
            "method_code",
            "scope2_basis_code",
            "total_code",
        ),
        {
            "emission_tco2e": "uncertainty_emission",
            "absolute_tco2e": "uncertainty_absolute",
            "known_tco2e": "uncertainty_known",
            "known_share_ratio": "uncertainty_share",
            "not_estimated_count": "uncertainty_gaps",
            "uncertainty_status_code": "uncertainty_status",
            "half_width_squared_tco2e2": "uncertainty_square",
            "propagated_percent": "uncertainty_percent",
        },
    ),
)
"""In the order a report shows them."""
