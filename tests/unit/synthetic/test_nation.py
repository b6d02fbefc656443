"""The synthetic nation: the same structure for every seed, values of its own, shapes as in reality."""

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal

import pytest

from lingtan.synthetic.model import Nation, ParkReturn
from lingtan.synthetic.nation import nation
from lingtan.synthetic.register_plan import HEAT_SALES, POWER_SALES


def test_it_has_31_provinces_327_parks_and_16_of_them_silent(first: Nation) -> None:
    assert (first.year, len(first.parks)) == (2025, 327)
    assert len({park.province_code for park in first.parks}) == 31
    assert not {"660000", "710000", "810000", "820000"} & {park.province_code for park in first.parks}
    sent = {one.park.code for one in (*first.returns, *first.compared, *first.not_counted)}
    assert {park.code for park in first.parks if park.is_silent} == {
        park.code for park in first.parks if park.code not in sent
    }
    assert len(first.parks) - len(sent) == 16


def test_it_has_more_than_3000_units(first: Nation) -> None:
    assert len({(one.park.code, unit.code) for one in first.returns for unit in one.units}) > 3000


def test_credit_codes_are_those_of_one_unit_each(first: Nation) -> None:
    codes = {
        (one.park.code, unit.code): unit.credit_code
        for one in first.returns
        for unit in one.units
        if unit.role_code != "rest" and one.park.parent_code is None
    }
    assert len(set(codes.values())) == len(codes)
    assert None not in codes.values()


def test_a_seed_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="from 1 on"):
        nation(0)


def test_another_seed_is_another_year_with_the_same_parks_and_units(first: Nation, second: Nation) -> None:
    assert second.year == 2026
    changed = {park.code for park in first.parks} ^ {park.code for park in second.parks}
    assert len(changed) == 8
    returns = [[one for one in year.returns if one.park.code not in changed] for year in (first, second)]

    def skeleton(one: ParkReturn) -> list[object]:
        return [
            one.period_code[4:],
            [
                (unit.code, unit.credit_code, unit.physical_share, unit.administrative_share)
                for unit in one.units
            ],
            [replace(line, quantity=None, measured=None) for line in one.energy if line.flow_code != "SAL"],
            [replace(line, quantity=None, steam=None, measured_factor=None) for line in one.power_heat],
            [replace(line, qualified_output=None, own_use=None, activity=None) for line in one.process],
            [(line.unit_code, line.source_code, line.gas_code, line.method_code) for line in one.other_gases],
            [(line.unit_code, line.type_code, line.bundle_code) for line in one.instruments],
            one.completeness,
        ]

    # What a unit buys or sells of a fuel it stores is the difference: its sign may change.
    def is_of_stock(one: ParkReturn) -> bool:
        return any(line.flow_code in ("OPN", "CLS") for line in one.energy)

    pairs = [
        (a, b)
        for a, b in zip(*returns, strict=True)
        if not is_of_stock(a) and not any(line.flow_code == "REC-G" for line in a.energy)
    ]
    assert len(pairs) > 300
    for a, b in pairs:
        assert skeleton(a) == skeleton(b), a.key
    assert all(a.energy != b.energy for a, b in zip(*returns, strict=True))
    assert all(a.cells != b.cells for a, b in zip(first.inventories, second.inventories, strict=True))


def test_the_same_seed_is_the_same_nation(first: Nation) -> None:
    assert nation(1) == first


def test_what_one_park_sells_its_neighbour_buys_unless_it_is_planted_otherwise(first: Nation) -> None:
    sold, bought = set[tuple[str, str, Decimal | None]](), set[tuple[str, str, Decimal | None]]()
    silent = {park.code for park in first.parks if park.is_silent}
    for one in first.returns:
        for line in one.power_heat:
            if line.counterparty_kind_code == "park":
                other = str(line.counterparty_code)
                if line.direction == "sent":
                    sold.add((one.park.code, other, line.quantity))
                else:
                    bought.add((other, one.park.code, line.quantity))
    to_silent = {key for key in sold if key[1] in silent}
    assert len(to_silent) == 2
    # One seller says nothing of what it sold.
    assert len(sold) == len(HEAT_SALES) + len(POWER_SALES) - 1
    planted = [flow for one in first.returns for flow in one.asymmetries if "/" not in flow.from_node]
    traded = [flow for flow in planted if flow.commodity_code in ("electricity", "heat")]
    only_sold: set[tuple[str, str, Decimal | None]] = {
        (flow.from_node, flow.to_node, flow.sent) for flow in traded if flow.sent
    }
    only_bought: set[tuple[str, str, Decimal | None]] = {
        (flow.from_node, flow.to_node, flow.received) for flow in traded if flow.received
    }
    [unknown] = [key for key in bought if key[2] is None]
    beside = {key for key in sold if key[:2] == unknown[:2]}
    assert sold - to_silent - only_sold - beside == bought - only_bought - {unknown}
    assert len(only_sold - to_silent) == 5


def test_parks_trade_within_a_province_and_between_provinces(first: Nation) -> None:
    provinces = {park.code: park.province_code for park in first.parks}
    kinds = {
        (line.kind_code[:1], one.park.province_code == provinces[str(line.counterparty_code)])
        for one in first.returns
        for line in one.power_heat
        if line.counterparty_kind_code == "park"
    }
    assert kinds == {("E", True), ("E", False), ("H", True)}


def test_a_wrong_original_has_its_right_return(first: Nation) -> None:
    right = {one.key: one for one in first.returns}
    assert len(first.superseded) == 10
    assert sum(one.park.is_withdrawn for one in first.superseded) == 2
    for wrong in first.superseded:
        assert wrong.power_heat[0].quantity == (right[wrong.key].power_heat[0].quantity or 0) * 10
        assert wrong.power_heat[1:] == right[wrong.key].power_heat[1:]


def test_of_two_parks_with_months_beside_the_year_one_found_a_quantity_later(first: Nation) -> None:
    years = {one.park.code: one for one in first.returns if one.park.pattern == "monthly_and_annual"}
    months: dict[str, Decimal] = defaultdict(Decimal)
    for one in first.compared:
        months[one.park.code] += one.power_heat[0].quantity or 0
    grown = sorted((year.power_heat[0].quantity or 0) / months[code] for code, year in years.items())
    assert grown == [Decimal(1), Decimal("1.02")]


def test_the_inventories_hold_the_cases_that_need_care(first: Nation) -> None:
    by_province = {one.province_code: one.cells for one in first.inventories}
    assert all(len(cells) == 59 * 20 for cells in by_province.values())
    negative = [
        (province, *key)
        for province, cells in by_province.items()
        for key, cell in cells.items()
        if key[0].startswith("S") and cell.quantity is not None and cell.quantity < 0
    ]
    assert negative == [("330000", "S47", "other_coking_products")]
    zero = sum(cell.quantity == 0 for cells in by_province.values() for cell in cells.values())
    assert zero > 5_000
