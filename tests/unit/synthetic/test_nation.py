"""The synthetic nation: the same structure for every seed, values of its own, shapes as in reality."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from lingtan.contracts.code_lists import load_code_lists
from lingtan.contracts.form_rows import FormRows, rows_of
from lingtan.contracts.load import contract_for
from lingtan.synthetic.model import Nation, ParkReturn
from lingtan.synthetic.nation import nation
from lingtan.synthetic.rows import inventory_rows, register_rows, return_rows
from lingtan.synthetic.truth import truth


@pytest.fixture(scope="module")
def first() -> Nation:
    return nation(1)


@pytest.fixture(scope="module")
def second() -> Nation:
    return nation(2)


def forms(one: Nation) -> Iterator[tuple[str, FormRows]]:
    for province_code in sorted({park.province_code for park in one.parks}):
        yield "park_register", register_rows(province_code, one.parks)
    for inventory in one.inventories:
        yield "province_inventory", inventory_rows(inventory)
    for park_return in one.returns:
        yield "park_return", return_rows(park_return)


def test_it_has_31_provinces_75_parks_and_5_of_them_silent(first: Nation) -> None:
    assert (first.year, len(first.parks), len(first.returns)) == (2025, 75, 70)
    assert len({park.province_code for park in first.parks}) == 31
    assert not {"660000", "710000", "810000", "820000"} & {park.province_code for park in first.parks}
    reported = {one.park.code for one in first.returns}
    assert {park.code for park in first.parks if park.is_silent} == {
        park.code for park in first.parks if park.code not in reported
    }


def test_a_seed_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="from 1 on"):
        nation(0)


def test_another_seed_is_another_year_with_the_same_parks_and_units(first: Nation, second: Nation) -> None:
    assert second.year == 2026
    assert second.parks == first.parks

    def skeleton(park_return: ParkReturn) -> list[object]:
        return [
            [(unit.code, unit.credit_code, unit.name, unit.share) for unit in park_return.units],
            [replace(line, quantity=None, measured=None) for line in park_return.energy],
            [
                replace(line, quantity=None, steam=None, measured_factor=None)
                for line in park_return.power_heat
            ],
            [
                replace(line, qualified_output=None, own_use=None, activity=None)
                for line in park_return.process
            ],
        ]

    assert [skeleton(one) for one in second.returns] == [skeleton(one) for one in first.returns]
    assert all(a.energy != b.energy for a, b in zip(first.returns, second.returns, strict=True))
    assert all(a.cells != b.cells for a, b in zip(first.inventories, second.inventories, strict=True))


def test_the_same_seed_is_the_same_nation(first: Nation) -> None:
    assert nation(1) == first


def test_every_row_fits_its_contract(first: Nation) -> None:
    lists = {name: set(frame["code"]) for name, frame in load_code_lists().items()}
    for form, rows in forms(first):
        contract = contract_for(form, "1")
        for table in contract.tables:
            written = rows_of(contract, table, rows)
            keys = [tuple(row[key] for key in table.key) for row in written]
            assert len(keys) == len(set(keys)), (form, table.name)
            for row in written:
                for column in table.columns:
                    value = row[column.name]
                    where = (form, table.name, column.name, row)
                    assert value is not None or not column.required, where
                    if column.code_list and value is not None:
                        assert value in lists[column.code_list], where
                    if isinstance(value, Decimal) and column.min is not None:
                        assert value >= column.min, where
                    if isinstance(value, Decimal) and column.max is not None:
                        assert value <= column.max, where
                    if column.type == "decimal" and isinstance(value, str):
                        assert value in column.notation_keys, where


def test_what_a_line_refers_to_exists(first: Nation) -> None:
    parks = {park.code for park in first.parks}
    for one in first.returns:
        units = {unit.code for unit in one.units}
        steps = {step.line_id for step in one.process}
        for line in one.energy:
            assert line.unit_code in units
            assert line.carried_by_line is None or line.carried_by_line in steps
        for delivery in one.power_heat:
            if delivery.counterparty_kind_code == "unit":
                assert delivery.counterparty_code in units
            if delivery.counterparty_kind_code == "park":
                assert delivery.counterparty_code in parks - {one.park.code}


def test_what_one_park_sells_its_neighbour_buys(first: Nation) -> None:
    sold, bought = Counter[tuple[str, str, Decimal]](), Counter[tuple[str, str, Decimal]]()
    for one in first.returns:
        for line in one.power_heat:
            if line.counterparty_kind_code == "park":
                assert line.quantity is not None
                other = str(line.counterparty_code)
                if line.direction == "sent":
                    sold[one.park.code, other, line.quantity] += 1
                else:
                    bought[other, one.park.code, line.quantity] += 1
    assert sum(sold.values()) == 6
    assert sold == bought


def test_every_size_class_has_several_parks_and_few_are_large(first: Nation) -> None:
    energy = truth(first).park_energy
    sizes = sorted(tce for (_, variant), tce in energy.items() if tce is not None and variant == "EN-CAL-F")
    assert sum(tce < 200_000 for tce in sizes) >= 20
    assert sum(200_000 <= tce < 1_000_000 for tce in sizes) >= 20
    assert sum(tce >= 1_000_000 for tce in sizes) >= 10
    assert sizes[0] < 20_000
    assert sizes[-1] > 2_000_000
    assert sum(sizes[-10:]) > sum(sizes[:-10])


def test_the_nation_shows_what_the_forms_can_hold(first: Nation) -> None:
    energy = [line for one in first.returns for line in one.energy]
    deliveries = [line for one in first.returns for line in one.power_heat]
    flows = {line.flow_code for line in energy}
    assert {"FIN", "FEED", "FEED-R", "NEU", "T-PWR", "T-HEAT", "C-IN", "C-OUT", "REC-G"} <= flows
    assert {"BNK", "FLARE", "LOSS", "PREP-IN", "PREP-OUT", "PRD", "PUR", "SAL", "OPN", "CLS"} <= flows
    kinds = {line.kind_code for line in deliveries}
    assert {"E-GRID", "E-GT", "E-GEC", "E-NUC", "E-DL", "E-DLF", "E-STO"} <= kinds
    assert {"E-SELF-RE", "E-SELF-FF", "E-SELF-WH", "H-FOS", "H-NF", "H-WH", "H-COLD"} <= kinds
    assert {line.notation for line in energy} == {None, "NO", "NE"}
    assert any(line.steam and line.steam.enthalpy for line in deliveries)
    assert any(line.steam and not line.steam.enthalpy for line in deliveries)
    assert any(unit.share for one in first.returns for unit in one.units)
    assert any(unit.role_code == "rest" for one in first.returns for unit in one.units)


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
