"""What leaks with a loss: by the office's factor of its carrier, else no line at all (L7, L8)."""

from decimal import Decimal

import pytest

from tests.builders.release import Released

pytestmark = pytest.mark.slow


def test_a_loss_counts_by_the_factor_of_the_office_and_without_one_has_no_line(
    golden_release: Released,
) -> None:
    """20 t of refinery gas x 0.3 t CH4; of crude oil nobody knows: neither zero nor NE."""
    activity = golden_release.table("fct_activity").filter(activity_code="energy/LOSS")
    assert sorted(activity.select("line_id", "quantity").rows()) == [
        ("E10", Decimal(10)),
        ("E9", Decimal(20)),
    ]
    facts = golden_release.table("fct_emissions").filter(activity_code="energy/LOSS")
    columns = ("method_code", "line_id", "term_code", "gas_code", "mass_t", "factor_source_code")
    assert facts.select(columns).rows() == [
        ("GHGI", "E9", "ENERGY-LOSS-CH4", "CH4", Decimal(6), "office"),
    ]
    factors = golden_release.table("dim_factors").filter(purpose_code="energy_loss")
    assert factors.select("value", "unit", "document_code", "is_office_set").rows() == [
        (Decimal("0.3"), "tCH4/t", "EXAMPLE-LOSSES", True)
    ]
