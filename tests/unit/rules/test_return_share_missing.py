"""The share of a legal person is never taken for one (L6)."""

from quality.rules.park_return.return_share_missing import RULE
from tests.builders.batches import build_batch, judge


def test_finds_a_legal_person() -> None:
    batch = build_batch(
        "park_return", {"units": [{"unit_code": "U1", "reporting_basis_code": "legal_person"}]}
    )
    assert judge(RULE, batch) == [("units", 1, "physical_share_ratio", "", "0 … 1", "U1")]


def test_passes_a_share_and_a_located_unit() -> None:
    batch = build_batch(
        "park_return",
        {
            "units": [
                {"unit_code": "U1", "reporting_basis_code": "legal_person", "physical_share_ratio": "0"},
                {"unit_code": "U2", "reporting_basis_code": "located"},
            ]
        },
    )
    assert judge(RULE, batch) == []


def test_passes_a_share_that_cannot_be_read() -> None:
    batch = build_batch(
        "park_return",
        {
            "units": [
                {"unit_code": "U1", "reporting_basis_code": "legal_person", "physical_share_ratio": "half"}
            ]
        },
    )
    assert judge(RULE, batch) == []


def test_is_asked_where_the_physical_boundary_is_reported() -> None:
    units = [{"unit_code": "U1", "reporting_basis_code": "legal_person"}]
    found = {
        boundaries: len(
            judge(
                RULE,
                build_batch(
                    "park_return", {"cover": [{"boundaries_reported_code": boundaries}], "units": units}
                ),
            )
        )
        for boundaries in ("physical", "both", "administrative")
    }
    assert found == {"physical": 1, "both": 1, "administrative": 0}
