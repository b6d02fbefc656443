"""G-PROOF: carbon accounts close, go on from year to year, and add up to their park (L3, L6)."""

from decimal import Decimal
from pathlib import Path

import pytest

from quality.gate_rules.g_proof import RULE
from tests.builders.canonical_tables import tables
from tests.unit.quality.changes import Change, Rows, adding, dropping, judged, setting

ACCOUNT, BRIDGE = "mart_enterprise_account", "mart_account_bridge"
OPENING, DIRECT, CLAIMS, CLOSING = 0, 1, 3, 6


def next_year(*, opening: str, credit_code: str, reason: str | None) -> Change:
    """A year more, in which the account books nothing."""

    def change(rows: Rows) -> None:
        same = {"reference_year": 2026, "credit_code": credit_code, "account_reason_code": reason}
        for number in range(7):
            adding(ACCOUNT, number, **same, emission_tco2e=None)(rows)
        setting(ACCOUNT, 7 + OPENING, emission_tco2e=Decimal(opening))(rows)
        setting(ACCOUNT, 7 + CLOSING, emission_tco2e=Decimal(opening))(rows)

    return change


@pytest.mark.parametrize(
    "change",
    [
        next_year(opening="95", credit_code="91110000SYNTHETIC0", reason=None),
        # Another enterprise under the same unit code: its account opens.
        next_year(opening="0", credit_code="91110000SYNTHETIC1", reason="account_opens"),
    ],
)
def test_an_account_that_goes_on_or_opens_passes(tmp_path: Path, change: Change) -> None:
    rows = tables()
    change(rows)
    assert judged(tmp_path, rows, (RULE,)) == []


@pytest.mark.parametrize(
    ("scope", "change"),
    [
        (ACCOUNT, setting(ACCOUNT, CLOSING, emission_tco2e=Decimal("95.000000000001"))),
        (ACCOUNT, setting(ACCOUNT, CLAIMS, emission_tco2e=Decimal(1))),
        (ACCOUNT, dropping(ACCOUNT, CLAIMS)),
        (ACCOUNT, setting(ACCOUNT, OPENING, account_reason_code=None)),
        (ACCOUNT, next_year(opening="94", credit_code="91110000SYNTHETIC0", reason=None)),
        (ACCOUNT, next_year(opening="95", credit_code="91110000SYNTHETIC1", reason=None)),
        (BRIDGE, setting(BRIDGE, 0, remainder_tco2e=Decimal(1))),
        (BRIDGE, setting(BRIDGE, 0, internal_power_tco2e=Decimal(-4))),
        (BRIDGE, setting(BRIDGE, 0, park_tco2e=Decimal(91))),
        (BRIDGE, dropping(BRIDGE, 0)),
    ],
)
def test_one_change_is_found(tmp_path: Path, scope: str, change: Change) -> None:
    rows = tables()
    change(rows)
    assert judged(tmp_path, rows, (RULE,)) == [(RULE.id, scope)]
