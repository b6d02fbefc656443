"""The truth is independent, complete, and moves with every value (DESIGN section 4)."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from lingtan.synthetic import seeds, truth_reference
from lingtan.synthetic.compare import KINDS
from lingtan.synthetic.model import Nation
from lingtan.synthetic.nation import nation
from lingtan.synthetic.truth import Truth, truth

ALLOWED = (
    "carriers",
    "combustion_factors",
    "emission_factors",
    "formula_defaults",
    "fuel_factor_fallbacks",
    "fuel_parameters",
    "gases",
    "generation_technologies",
    "gwp",
    "indicator_thresholds",
    "parameters",
    "process_product_factors",
    "process_products",
    "standard_coal",
    "units",
)


@pytest.fixture(scope="module")
def first() -> Nation:
    return nation(1)


@pytest.fixture(scope="module")
def known(first: Nation) -> Truth:
    return truth(first)


@pytest.fixture
def only_allowed_seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ALLOWED:
        shutil.copy(seeds.SEEDS / f"{name}.csv", tmp_path)
    monkeypatch.setattr(seeds, "SEEDS", tmp_path)
    seeds.seed_frame.cache_clear()
    truth_reference.reference_values.cache_clear()
    yield
    seeds.seed_frame.cache_clear()
    truth_reference.reference_values.cache_clear()


def test_truth_reads_values_and_never_the_terms_of_a_method(first: Nation, only_allowed_seeds: None) -> None:
    found = truth(replace(first, returns=first.returns[:9], compared=(), not_counted=()))
    assert len(found.cells["energy_use"]) > 9
    with pytest.raises(FileNotFoundError):
        seeds.seed_frame("method_terms")


def test_every_park_and_boundary_that_counts_has_its_results(first: Nation, known: Truth) -> None:
    places = {(one.park.code, boundary) for one in first.returns for boundary in one.park.boundary_codes}
    assert {key[:2] for key in known.cells["park_total"]} == places
    assert len(known.cells["park_total"]) == 3 * len(places)
    assert len(known.cells["energy_use"]) == 4 * len(places)
    assert {key[0] for key in known.cells["province"]} == {park.province_code for park in first.parks}
    assert len(known.cells["province_inventory"]) == 31


def test_a_nation_is_its_provinces_where_nothing_is_cancelled_between_them(known: Truth) -> None:
    def of_method(kind: str, method: str, scopes: set[str]) -> dict[tuple[str, ...], Decimal]:
        first_key = 1 if kind == "province" else 0
        found: dict[tuple[str, ...], Decimal] = {}
        for key, value in known.cells[kind].items():
            rest = key[first_key:]
            if isinstance(value, Decimal) and rest[1] == method and rest[2] in scopes:
                found[rest] = found.get(rest, Decimal(0)) + value
        return found

    for method, scopes in (("CN-NZCP-2025", {"NA"}), ("GHGI", {"1", "removal", "offset"})):
        national = of_method("national", method, scopes)
        assert national
        assert of_method("province", method, scopes) == national
    # Power sent between provinces is in the scope 2 of a province and not in that of the nation.
    assert of_method("province", "GHGI", {"2"}) != of_method("national", "GHGI", {"2"})


def test_every_kind_of_the_comparison_has_cells(known: Truth) -> None:
    for kind in KINDS:
        sources = list(kind.columns.values()) or [kind.name]
        keys = [set(known.cells[source]) for source in sources]
        assert keys[0]
        assert all(each == keys[0] for each in keys), kind.name
        assert all(len(key) + 1 == len(kind.keys) for key in keys[0]), kind.name


def test_every_exact_result_has_at_most_twelve_places(known: Truth) -> None:
    for kind, cells in known.cells.items():
        for value in cells.values():
            if isinstance(value, Decimal):
                exponent = value.as_tuple().exponent
                assert isinstance(exponent, int)
                assert exponent >= -12, kind


def test_after_the_last_coefficient_the_equivalent_value_has_no_number(first: Nation) -> None:
    later = truth(replace(first, year=2035, returns=first.returns[:5], compared=(), not_counted=()))
    empty = {key[2] for key, value in later.cells["energy_use"].items() if value is None}
    assert empty == {"EN-EQV-F", "EN-EQV-X"}


def test_one_tonne_more_in_one_line_changes_its_park_alone(first: Nation, known: Truth) -> None:
    place, one = next(
        (place, one)
        for place, one in enumerate(first.returns)
        if one.park.boundary_codes == ("physical",) and one.period_code == "2025"
    )
    line = next(each for each in one.energy if each.carrier_code == "diesel" and each.flow_code == "FIN")
    assert line.quantity is not None
    more = replace(line, quantity=line.quantity + 1)
    energy = tuple(more if each is line else each for each in one.energy)
    returns = (*first.returns[:place], replace(one, energy=energy), *first.returns[place + 1 :])
    after = truth(replace(first, returns=returns))
    changed = {
        key
        for key, value in after.cells["park_component"].items()
        if value != known.cells["park_component"][key]
    }
    assert {key[0] for key in changed} == {one.park.code}
    assert {key[2:4] for key in changed} == {("CN-NZCP-2025", "NA"), ("GHGI", "1")}
    key = (one.park.code, "physical", "CN-NZCP-2025", "NA", "NA", "fuel", "CO2")
    old, new = known.cells["park_component"][key], after.cells["park_component"][key]
    assert isinstance(old, Decimal)
    assert isinstance(new, Decimal)
    # 42.652 GJ/t x 74.1 tCO2/TJ
    assert new - old == Decimal("3.1605132")
