"""What of a release is compared with the truth: tables, keys, columns, and what a reader calls them."""

from typing import Final

from lingtan.synthetic.compare_account_kinds import ACCOUNT_KINDS
from lingtan.synthetic.compare_area_kinds import AREA_KINDS
from lingtan.synthetic.compare_flow_kinds import FLOW_KINDS
from lingtan.synthetic.compare_indicator_kinds import INDICATOR_KINDS
from lingtan.synthetic.compare_park_kinds import PARK_KINDS
from lingtan.synthetic.compare_profile_kinds import PROFILE_KINDS
from lingtan.synthetic.compare_register_kinds import REGISTER_KINDS
from lingtan.synthetic.compare_report_kinds import REPORT_KINDS
from lingtan.synthetic.compare_uncertainty_kinds import UNCERTAINTY_KINDS
from lingtan.synthetic.kind import YEAR, Kind

__all__ = ["KINDS", "YEAR", "Kind"]

KINDS: Final = (
    *PARK_KINDS,
    *INDICATOR_KINDS,
    *PROFILE_KINDS,
    *REPORT_KINDS,
    *AREA_KINDS,
    *FLOW_KINDS,
    *REGISTER_KINDS,
    *ACCOUNT_KINDS,
    *UNCERTAINTY_KINDS,
)
"""Every kind that is compared, in the order a report shows them."""
