"""The CEADs inventories of 2015: thirty provinces in one workbook, through the declared layout (L2)."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from openpyxl import load_workbook

from lingtan.intake.check import check_file
from lingtan.intake.layout import load_layout
from lingtan.intake.receipt import Counts, Receipt
from lingtan.intake.receive import receive
from lingtan.places import Places, checkout
from quality.catalogue import intake_rules

LAYOUT = checkout() / "raw" / "layouts" / "ceads_energy_inventory.yaml"


@pytest.fixture(scope="module")
def workbook(published_data: Path) -> Path:
    return published_data / "ceads_2015" / "省级能源清单_2015.xlsx"


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    folder = tmp_path_factory.mktemp("ceads")
    return Places(folder / "raw", folder / "exports")


@pytest.fixture(scope="module")
def receipt(places: Places, workbook: Path) -> Receipt:
    (receipt,) = receive(places, [workbook], intake_rules())
    return receipt


@pytest.fixture(scope="module")
def energy(places: Places, receipt: Receipt) -> pl.DataFrame:
    return pl.read_parquet(places.lake / receipt.batch_id / "province_inventory__energy.parquet")


def test_thirty_parts_of_one_receipt(receipt: Receipt) -> None:
    assert receipt.layout_code == "ceads_energy_inventory"
    assert len({part.reporting_unit_code for part in receipt.parts}) == len(receipt.parts) == 30
    assert {(part.status, part.period_code) for part in receipt.parts} == {("current", "2015")}
    # 59 rows x 20 carriers; context: 9 rows of totals, shares and zeros x 20, and the two rows of the head.
    assert {part.counts for part in receipt.parts} == {Counts(read=1362, used=1180, context=182)}
    # The 13 rows of the sheet NOTE belong to no province.
    assert receipt.counts == Counts(read=30 * 1362 + 13, used=30 * 1180, context=30 * 182 + 13)


def test_nothing_is_found_but_what_is_known(receipt: Receipt) -> None:
    """L3: compared in decimals; with floats one share more falls below zero."""
    findings = receipt.all_findings()
    assert Counter((one.rule_id, one.severity) for one in findings) == {
        ("INVENTORY_NON_ENERGY_SHARE", "query"): 99 + 9,
        ("INVENTORY_NEGATIVE_CONSUMPTION", "query"): 1,
    }


def test_shares_out_of_range_are_at_their_cells(receipt: Receipt) -> None:
    shares = [one for one in receipt.all_findings() if one.rule_id == "INVENTORY_NON_ENERGY_SHARE"]
    assert len({(one.sheet, one.cell) for one in shares}) == len(shares)
    assert {(one.cell or "")[1:] for one in shares} == {"67"}
    without_denominator = [one for one in shares if (one.expected or "").startswith("0 ")]
    assert (len(shares) - len(without_denominator), len(without_denominator)) == (99, 9)


def test_the_negative_activity_is_rural_zhejiang(receipt: Receipt) -> None:
    rule = "INVENTORY_NEGATIVE_CONSUMPTION"
    (negative,) = (one for one in receipt.all_findings() if one.rule_id == rule)
    assert (negative.sheet, negative.cell, negative.found) == ("Zhejiang2015", "I50", "-1")
    assert negative.message_en == (
        "Zhejiang2015 I50: -1 makes a negative activity (Rural, Other_Coking_Products: -10000 t); "
        "it counts as zero."
    )


def test_a_check_beforehand_finds_the_same(receipt: Receipt, workbook: Path) -> None:
    checked = check_file(workbook, intake_rules())
    assert checked.outcome == "accepted"
    assert checked.all_findings() == receipt.all_findings()


def test_every_cell_of_every_province_is_there_exactly(energy: pl.DataFrame, workbook: Path) -> None:
    book = load_workbook(workbook, read_only=True)
    stored = {
        (sheet.title, cell.coordinate): Decimal(repr(cell.value))
        for sheet in book.worksheets[1:]
        for row in sheet.iter_rows(min_row=3, min_col=2)
        for cell in row
    }
    texts = {
        (sheet, cell): text
        for sheet, cell, text in energy["sheet", "quantity__cell", "quantity__text"].iter_rows()
    }
    assert len(texts) == 30 * 1180
    assert {place: Decimal(text) for place, text in texts.items()} == {
        place: stored[place] for place in texts
    }
    assert energy["quantity"].null_count() == 0


def test_more_digits_than_the_scale_keep_their_text(energy: pl.DataFrame) -> None:
    (quantity,) = (
        energy.filter(pl.col("quantity__text") == "0.01434493547125538")["quantity"].unique().to_list()
    )
    assert quantity == Decimal("0.014344935471")


def test_labels_and_units_become_codes(energy: pl.DataFrame) -> None:
    shanghai = energy.filter(pl.col("sheet") == "Shanghai2015")
    row = shanghai.row(by_predicate=pl.col("quantity__cell") == "R63", named=True)
    assert (row["row_code"], row["carrier_code"], row["quantity_unit"]) == ("LOSS", "natural_gas", "100Mm3")
    assert (row["row_code__text"], row["quantity_unit__cell"], row["quantity__text"]) == (
        "Loss",
        "R2",
        "3.76",
    )


def test_a_label_that_no_list_names_is_a_finding_and_its_cells_are_kept(
    places: Places, workbook: Path
) -> None:
    book = load_workbook(workbook)
    for name in book.sheetnames[3:]:
        del book[name]
    sheet = book["Shanghai2015"]
    sheet["A5"] = "Coal Mining?"
    sheet["C1"] = "Cleaned Coal?"
    sheet["S2"] = "10^10 J"
    sheet["B51"] = 7
    path = places.raw / "changed.xlsx"
    book.save(path)
    (receipt,) = receive(places, [path], intake_rules())
    shanghai, yunnan = receipt.parts
    unknown = [one for one in shanghai.findings if one.rule_id == "STRUCTURE_LAYOUT_LABEL_UNKNOWN"]
    assert sorted((one.cell, one.found or "") for one in unknown) == [
        ("A5", "Coal Mining?"),
        ("A51", ""),
        ("C1", "Cleaned Coal?"),
        ("S2", "10^10 J"),
    ]
    # Nothing is dropped: 1180 cells and the 20 of a row no longer of zeros are refused, in the form's table
    # where all three labels are known, else as text.
    assert shanghai.counts == Counts(read=1362, refused=1200, context=162)
    assert yunnan.status == "held"
    unmapped = pl.read_parquet(places.lake / receipt.batch_id / "unmapped.parquet")
    mapped = pl.read_parquet(places.lake / receipt.batch_id / "province_inventory__energy.parquet")
    assert unmapped.height == 1200 - 58 * 18
    assert mapped.filter(pl.col("sheet") == "Shanghai2015").height == 58 * 18
    assert '{"A51": "", "B51": "7"}' in unmapped["texts"].to_list()


def test_the_layout_names_only_what_exists() -> None:
    layout = load_layout(LAYOUT)
    assert len(layout.wide.rows.labels) == 59
    assert len(layout.wide.columns.labels) == 20
