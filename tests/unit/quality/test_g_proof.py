"""G-PROOF: the proof of the small nation passes, and whatever leaves something over or out is found (L6)."""

from decimal import Decimal
from pathlib import Path

import pytest

from quality.gate_rules.g_proof import RULE
from tests.builders.canonical_tables import tables
from tests.unit.quality.changes import Change, adding, dropping, judged, setting

PROOF, BALANCE, MATRIX = "mart_proof", "mart_flow_balance", "mart_flow_matrix"


def test_a_proof_that_closes_passes(tmp_path: Path) -> None:
    assert judged(tmp_path, tables(), (RULE,)) == []


@pytest.mark.parametrize(
    ("scope", "change"),
    [
        # The last decimal counts, and a remainder that is stated is worked out again (L3).
        (PROOF, setting(PROOF, 0, closing_tco2e=Decimal("104.000000000001"))),
        (PROOF, setting(PROOF, 0, remainder_tco2e=Decimal("0.000000000001"))),
        (PROOF, setting(PROOF, 8, eliminated_asymmetric_tco2e=Decimal(-3))),
        # A proof that leaves out an entry of a unit, a total, or a whole area proves nothing.
        (PROOF, setting("fct_emissions", 4, emission_tco2e=Decimal(91))),
        (PROOF, setting("mart_production_consumption", 0, production_tco2e=Decimal(105))),
        (PROOF, dropping(PROOF, 2)),
        (BALANCE, setting(BALANCE, 1, remainder_quantity=Decimal(1))),
        (BALANCE, setting(BALANCE, 0, asymmetry_quantity=Decimal(2))),
        # A difference is a finding with its size, and nothing else is.
        (MATRIX, dropping("mart_findings", 2)),
        (MATRIX, setting("mart_findings", 2, difference=Decimal(4))),
        (MATRIX, setting(MATRIX, 2, to_park_code="P2")),
        (MATRIX, adding("mart_findings", 2, subject_code="electricity/P1/U2>P1/U1")),
    ],
)
def test_one_change_is_found(tmp_path: Path, scope: str, change: Change) -> None:
    rows = tables()
    change(rows)
    assert judged(tmp_path, rows, (RULE,)) == [(RULE.id, scope)]
