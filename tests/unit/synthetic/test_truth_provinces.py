"""Provincial inventories by hand: the rules of the published tables (CEADS-PROV)."""

from decimal import ROUND_HALF_UP, Decimal

from lingtan.synthetic.inventory import CARRIERS, SECTORS
from lingtan.synthetic.model import InventoryCell, ProvinceInventory
from lingtan.synthetic.reference_sets import provincial_factors
from lingtan.synthetic.truth_provinces import province_cells
from lingtan.synthetic.truth_reference import reference_values

D = Decimal


def emissions(**given: str) -> dict[tuple[str, str], Decimal]:
    """Cells by `<row>_<carrier>` in the published unit; all others are zero."""
    rows = (*SECTORS, "TP", "HS", "NEU")
    cells = {
        (row, carrier): InventoryCell(D(given.get(f"{row}_{carrier}", "0")), unit)
        for row in rows
        for carrier, (unit, _) in CARRIERS.items()
    }
    found = province_cells(reference_values(), ProvinceInventory("110000", 2025, cells))
    return {key: value for key, value in found.items() if value}


def factor(sector: str, fuel: str, per_unit: int) -> Decimal:
    """t CO2 per t or 10³ m³: Mt per published unit, 12 places."""
    return (provincial_factors()[sector, fuel] * 1_000_000 / per_unit).quantize(D("1e-12"), ROUND_HALF_UP)


def test_a_sector_is_quantity_times_factor() -> None:
    found = emissions(S01_raw_coal="1.2345", S02_natural_gas="0.5")
    assert found == {
        ("S01", "raw_coal"): D("12345") * factor("S01", "raw_coal", 10_000),
        ("S02", "natural_gas"): D("50000") * factor("S02", "natural_gas", 100_000),
    }


def test_power_adds_transformation_and_takes_of_other_petroleum_only_that() -> None:
    found = emissions(
        S39_coke="1", TP_coke="2", HS_coke="3", S39_other_petroleum="5", TP_other_petroleum="7",
        S43_other_petroleum="11",
    )  # fmt: skip
    assert found == {
        ("S39", "coke"): D(60_000) * factor("S39", "coke", 10_000),
        ("S39", "other_petroleum"): D(70_000) * factor("S39", "other_petroleum", 10_000),
    }


def test_chemistry_is_reduced_by_what_is_not_burnt() -> None:
    found = emissions(S22_lpg="1", S25_lpg="2", NEU_lpg="1", S27_lpg="1")
    # 1 - 1/3, half up at 12 places; the quantity half up at 6.
    assert found[("S22", "lpg")] == (D("6666.666667") * factor("S22", "lpg", 10_000)).quantize(
        D("1e-12"), ROUND_HALF_UP
    )
    assert found[("S25", "lpg")] == (D("13333.333333") * factor("S25", "lpg", 10_000)).quantize(
        D("1e-12"), ROUND_HALF_UP
    )
    assert found[("S27", "lpg")] == D(10_000) * factor("S27", "lpg", 10_000)


def test_more_unburnt_than_consumed_and_negative_activity_count_as_zero() -> None:
    assert emissions(S22_lpg="1", NEU_lpg="1.4") == {}
    assert emissions(S47_other_coking_products="-0.1", NEU_coke="3") == {}
