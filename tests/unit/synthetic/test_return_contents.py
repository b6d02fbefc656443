"""What the returns of the nation hold: they fit their forms, refer to what exists, and show every case."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lingtan.contracts.code_lists import load_code_lists
from lingtan.contracts.form_rows import FormRows, rows_of
from lingtan.contracts.load import contract_for
from lingtan.synthetic.model import Nation, ParkReturn
from lingtan.synthetic.return_rows import return_rows
from lingtan.synthetic.rows import inventory_rows, register_rows
from quality.rules.park_return.return_generation_not_put_out import RULE
from tests.builders.batches import build_batch, judge


def all_returns(one: Nation) -> tuple[ParkReturn, ...]:
    return (*one.returns, *one.compared, *one.not_counted, *one.superseded)


def forms(one: Nation) -> Iterator[tuple[str, FormRows]]:
    for province_code in sorted({park.province_code for park in one.parks}):
        yield "park_register", register_rows(province_code, one.parks, date(2025, 1, 1))
    for inventory in one.inventories:
        yield "province_inventory", inventory_rows(inventory)
    for park_return in all_returns(one):
        yield "park_return", return_rows(park_return)


def test_every_row_fits_its_contract(first: Nation) -> None:
    lists = {name: set(frame["code"]) for name, frame in load_code_lists().items()}
    for form, rows in forms(first):
        contract = contract_for(form, "1")
        for table in contract.tables:
            written = rows_of(contract, table, rows)
            keys = [tuple(row[key] for key in table.key) for row in written]
            assert len(keys) == len(set(keys)), (form, table.name)
            for column in table.columns:
                codes = lists[column.code_list] if column.code_list else None
                for row in written:
                    value = row[column.name]
                    where = (form, table.name, column.name, row)
                    assert value is not None or not column.required, where
                    if codes is not None and value is not None:
                        assert value in codes, where
                    if isinstance(value, Decimal) and column.min is not None:
                        assert value >= column.min, where
                    if isinstance(value, Decimal) and column.max is not None:
                        assert value <= column.max, where
                    if column.type == "decimal" and isinstance(value, str):
                        assert value in column.notation_keys, where


def test_every_table_is_used(first: Nation) -> None:
    used = {name for one in first.returns for name, rows in return_rows(one).items() if rows}
    # Explanations answer findings of a receipt: nothing is asked before the first one.
    assert used == {table.name for table in contract_for("park_return", "1").tables} - {"explanations"}


def test_what_a_line_refers_to_exists(first: Nation) -> None:
    parks = {park.code for park in first.parks}
    for one in all_returns(first):
        units = {unit.code for unit in one.units}
        steps = {step.line_id for step in one.process}
        tables = (one.energy, one.power_heat, one.process, one.generation, one.other_gases)
        more = (one.scope3, one.removals, one.instruments, one.product_energy)
        for lines in (*tables, *more):
            assert {line.unit_code for line in lines} <= units
        for line in one.energy:
            assert line.carried_by_line is None or line.carried_by_line in steps
            if line.counterparty_kind_code == "park":
                assert line.counterparty_code in parks - {one.park.code}
        for delivery in one.power_heat:
            if delivery.counterparty_kind_code == "unit":
                assert delivery.counterparty_code in units - {delivery.unit_code}
            if delivery.counterparty_kind_code == "park":
                assert delivery.counterparty_code in parks - {one.park.code}


def test_completeness_names_every_source_category_once(first: Nation) -> None:
    categories = sorted(load_code_lists()["source_categories"]["code"])
    said = set()
    for one in all_returns(first):
        assert sorted(line.source_category_code for line in one.completeness) == categories
        said |= {line.completeness_code for line in one.completeness}
        for line in one.completeness:
            assert (line.reason is not None) == (line.completeness_code in ("NE", "C"))
            assert (line.included_where is not None) == (line.completeness_code == "IE")
    assert said == {"reported", "NO", "NE", "NA", "IE", "C"}


def test_shares_are_given_for_the_boundaries_reported(first: Nation) -> None:
    seen = set()
    for one in first.returns:
        reported = one.park.boundary_codes
        seen.add(one.park.boundaries_reported_code)
        for unit in one.units:
            for boundary in ("physical", "administrative"):
                share = unit.share(boundary)
                assert share is None or boundary in reported
                assert share is None or unit.is_legal_person or share in (0, 1)
            if (
                unit.is_legal_person
                and unit.physical_share is not None
                and unit.administrative_share is not None
            ):
                assert 0 < unit.physical_share <= unit.administrative_share <= 1
    assert seen == {"physical", "administrative", "both"}
    units = [unit for one in first.returns for unit in one.units]
    assert any(unit.physical_share == 0 and unit.administrative_share == 1 for unit in units)
    assert any(unit.administrative_share == 0 and unit.physical_share == 1 for unit in units)
    both = [unit for one in first.returns if len(one.park.boundary_codes) > 1 for unit in one.units]
    shares = [unit for unit in both if unit.is_legal_person]
    assert all(unit.physical_share is not None for unit in shares)
    assert 0 < sum(unit.administrative_share is None for unit in shares) < 10


def test_the_nation_shows_what_the_forms_can_hold(first: Nation) -> None:
    def seen(table: str, *fields: str) -> set[object]:
        return {
            tuple(getattr(line, name) for name in fields) if len(fields) > 1 else getattr(line, fields[0])
            for one in first.returns
            for line in getattr(one, table)
        }

    codes = {name: set(frame["code"]) for name, frame in load_code_lists().items()}
    assert seen("energy", "flow_code") == codes["energy_flows"]
    assert seen("energy", "use_code") == codes["energy_uses"] | {None}
    assert seen("energy", "notation") == codes["notation_keys"] | {None}
    assert seen("power_heat", "kind_code") == codes["power_heat_kinds"]
    assert seen("power_heat", "counterparty_kind_code") == codes["counterparty_kind"]
    assert seen("other_gases", "source_code") == codes["gas_sources"]
    assert seen("other_gases", "method_code") == codes["gas_methods"]
    assert {"HCFC-22", "SO2F2", "CF4", "C2F6", "SF6", "NF3", "N2O", "CH4"} <= seen("other_gases", "gas_code")
    assert seen("removals", "removal_type_code") == codes["removal_types"]
    assert seen("removals", "fate_code") == codes["removal_fates"]
    assert {("fossil", "geological"), ("biogenic", "geological"), ("air", "biomass")} <= seen(
        "removals", "co2_origin_code", "fate_code"
    )
    assert seen("instruments", "bundle_code") == codes["instrument_bundles"] | {None}
    assert seen("process", "role_code") == codes["process_role"]
    assert {"nitric_acid", "adipic_acid", "primary_aluminium"} <= seen("process", "product_code")
    assert seen("scope3", "relevance_code") == codes["scope3_relevance"]
    assert {True, False} <= {retired is not None for retired in seen("instruments", "retired_on")}
    assert seen("generation", "technology_code") >= {"solar", "wind", "hydro", "biomass", "fossil", "storage"}
    assert {"own_generation", "resold", None} == {
        line.supply_origin_code
        for one in first.returns
        for line in one.power_heat
        if line.direction == "sent" and line.kind_code.startswith("H-")
    }


def test_measured_parameters_come_on_bases_that_count_and_on_others(first: Nation) -> None:
    bases = {
        (line.measured.moisture_basis_code, line.measured.calorific_basis_code, line.tier_code)
        for one in first.returns
        for line in one.energy
        if line.measured
    }
    assert {
        ("as_received", "net", "measured"),
        ("as_received", "net", "accredited_lab"),
        ("as_received", "net", "estimate"),
        ("dry", "net", "measured"),
        ("as_received", "gross", "measured"),
    } <= bases


def test_a_fuel_without_a_calorific_value_of_any_set_comes_measured_and_unmeasured(first: Nation) -> None:
    kerosenes = {
        (line.carrier_code, line.measured is not None, line.tier_code)
        for one in first.returns
        for line in one.energy
        if line.carrier_code in {"jet_kerosene", "kerosene"}
    }
    assert kerosenes >= {
        ("jet_kerosene", True, "measured"),
        ("jet_kerosene", False, "invoice"),
        ("kerosene", False, "invoice"),
    }


def test_some_lines_count_nothing_whatever_they_say(first: Nation) -> None:
    def found(table: str, *fields: str) -> set[tuple[object, ...]]:
        lines = [line for one in first.returns for line in getattr(one, table)]
        return {tuple(getattr(line, name) for name in fields) for line in lines}

    # A factor of heat that nobody measured; power sent on that nobody knows; a flare that was not metered.
    assert ("H-FOS", "sent", "own_generation", "invoice") in {
        (line.kind_code, line.direction, line.supply_origin_code, line.tier_code)
        for one in first.returns
        for line in one.power_heat
        if line.measured_factor is not None
    }
    assert ("E-GRID", "sent", "C") in found("power_heat", "kind_code", "direction", "notation")
    assert ("natural_gas", "FLARE", "NE") in found("energy", "carrier_code", "flow_code", "notation")
    sold = {line.fate_code for one in first.returns for line in one.removals if line.credit_sold}
    assert sold == {"geological", "biomass", "product"}


def test_own_plants_send_what_power_and_heat_says(first: Nation) -> None:
    for one in first.returns:
        for unit in {line.unit_code for line in one.generation}:
            plants = [line for line in one.generation if line.unit_code == unit]
            given = sum(
                value
                for plant in plants
                for value in (plant.sent_to_grid, plant.sent_to_unit)
                if isinstance(value, Decimal)
            )
            sent = sum(
                line.quantity or 0
                for line in one.power_heat
                if (line.unit_code, line.direction) == (unit, "sent") and line.kind_code.startswith("E-SELF")
            )
            assert given == sent, (one.key, unit)
            for plant in plants:
                if isinstance(plant.generated, Decimal) and isinstance(plant.self_used, Decimal):
                    assert plant.self_used >= 0


def test_the_parks_asked_for_the_output_of_their_plants_are_those_planted(first: Nation) -> None:
    """Four leave it out, one gives 97 % of it; nobody else is asked."""
    tables: dict[str, list[dict[str, str]]] = {"generation": [], "energy": []}
    for one in all_returns(first):
        rows = return_rows(one)
        for name, found in tables.items():
            for row in rows.get(name, ()):
                texts = {column: str(value) for column, value in row.items() if value is not None}
                found.append(texts | {"unit_code": f"{one.park.code}/{row['unit_code']}"})
    asked = {str(unit).split("/")[0] for *_, unit in judge(RULE, build_batch("park_return", tables))}
    assert asked == {"SL31000007", "SL21000006", "SL34000007", "SL36000001", "SL14000001"}
