"""The truth is independent, complete, and moves with every value (DESIGN section 4)."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from lingtan.synthetic import seeds, truth_reference
from lingtan.synthetic.nation import nation
from lingtan.synthetic.truth import truth

ALLOWED = (
    "carriers",
    "emission_factors",
    "fuel_factor_fallbacks",
    "fuel_parameters",
    "parameters",
    "process_product_factors",
    "standard_coal",
    "units",
)


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


def test_truth_reads_values_and_never_the_terms_of_a_method(only_allowed_seeds: None) -> None:
    found = truth(nation(1))
    assert len(found.park_energy) == 70 * 4
    with pytest.raises(FileNotFoundError):
        seeds.seed_frame("method_terms")


def test_every_park_and_province_has_its_results() -> None:
    found = truth(nation(1))
    assert len(found.park_totals()) == 70
    assert len(found.province_inventory) == 31
    assert list(found.national_components()) == ["fuel", "conversion", "power", "heat", "process"]
    assert len(found.province_components()) == 31 * 5
    national = [value for value in found.national_components().values() if value is not None]
    assert sum(national) == sum(found.park_totals().values())
    assert found.national_inventory() == sum(found.province_inventory.values())
    assert found.partial < set(found.park_components)


def test_every_exact_result_has_at_most_twelve_places() -> None:
    found = truth(nation(2))
    values = [
        *found.park_components.values(),
        *found.park_energy.values(),
        *found.province_inventory.values(),
    ]
    for value in values:
        assert value is not None
        exponent = value.as_tuple().exponent
        assert isinstance(exponent, int)
        assert exponent >= -12


def test_after_the_last_coefficient_the_equivalent_value_has_no_number() -> None:
    energy = truth(nation(11)).park_energy
    assert len(energy) == 70 * 4
    assert {method for (_, method), tce in energy.items() if tce is None} == {"EN-EQV-F", "EN-EQV-X"}


def test_one_tonne_more_in_one_line_changes_its_park_alone() -> None:
    first = nation(1)
    before = truth(first)
    park_return = first.returns[0]
    line = next(one for one in park_return.energy if one.carrier_code == "diesel")
    assert line.quantity is not None
    more = replace(line, quantity=line.quantity + 1)
    energy = tuple(more if one is line else one for one in park_return.energy)
    after = truth(replace(first, returns=(replace(park_return, energy=energy), *first.returns[1:])))
    changed = {
        key: (before.park_components[key], value)
        for key, value in after.park_components.items()
        if value != before.park_components[key]
    }
    assert list(changed) == [(park_return.park.code, "fuel")]
    ((old, new),) = changed.values()
    # 42.652 GJ/t x 74.1 tCO2/TJ
    assert old is not None
    assert new is not None
    assert new - old == Decimal("3.1605132")
