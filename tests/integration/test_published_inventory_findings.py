"""The rules on the published provincial inventories of 2015: what they find is known exactly."""

from collections import Counter
from pathlib import Path

import pytest

from lingtan.intake.check import check_file
from lingtan.intake.receipt import Finding
from quality.catalogue import intake_rules


@pytest.fixture(scope="module")
def found(published_data: Path) -> list[Finding]:
    (workbook,) = (published_data / "ceads_2015").glob("*.xlsx")
    receipt = check_file(workbook, intake_rules())
    assert receipt.outcome == "accepted"
    assert len(receipt.parts) == 30
    return [*receipt.findings, *(finding for part in receipt.parts for finding in part.findings)]


def test_nothing_is_found_but_what_is_known(found: list[Finding]) -> None:
    """L3: compared in decimals; with floats one share more falls below zero."""
    assert Counter((finding.rule_id, finding.severity) for finding in found) == {
        ("INVENTORY_NON_ENERGY_SHARE", "query"): 99 + 9,
        ("INVENTORY_NEGATIVE_CONSUMPTION", "query"): 1,
    }


def test_nine_shares_have_no_denominator(found: list[Finding]) -> None:
    shares = [finding for finding in found if finding.rule_id == "INVENTORY_NON_ENERGY_SHARE"]
    without = [finding for finding in shares if (finding.expected or "").startswith("0 ")]
    assert (len(shares) - len(without), len(without)) == (99, 9)


def test_the_negative_cell_is_rural_zhejiang(found: list[Finding]) -> None:
    (negative,) = (finding for finding in found if finding.rule_id == "INVENTORY_NEGATIVE_CONSUMPTION")
    assert (negative.sheet, negative.cell, negative.found) == ("Zhejiang2015", "I50", "-1")
    assert negative.message_en == (
        "Zhejiang2015 I50: -1 makes a negative activity (Rural, Other_Coking_Products: -10000 t); "
        "it counts as zero."
    )
