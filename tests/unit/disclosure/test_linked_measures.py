"""Measures that rest on the same lines: what one publishes of a line, the other has published too."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

import polars as pl
import pytest

from lingtan.disclosure.attack_release import Revealed, attack_release
from lingtan.disclosure.protect import protect
from lingtan.disclosure.public_tables import Measure, PublicTables
from lingtan.disclosure.stated import Published
from lingtan.disclosure.unknowns import find_unknowns
from tests.builders.small_publication import contributions, public_tables, table_of

#: Carbon by area and component, and energy of fuel by area: two tonnes of carbon for each tonne of fuel.
CARBON, ENERGY = "carbon", "energy"
PER_TONNE: Final = {CARBON: 2, ENERGY: 1}


def _public(system: str | None) -> PublicTables:
    area = {"area": "province_code"}
    return public_tables(
        [
            {"code": "carbon_by_area", "measure": CARBON, "by": area | {"component": "component_code"}},
            {"code": "energy_by_area", "measure": ENERGY, "by": area},
        ],
        measures=[{"code": code, "quantity": f"{code}_t", "system": system} for code in PER_TONNE],
    )


ALONE, TOGETHER = _public(None), _public("lines")


def _lines(measure: str, *, is_linked: bool = True) -> pl.DataFrame:
    """Three areas; every cell has four owners of like size, but heat in A has one. Energy counts fuel."""
    return contributions(
        {
            "owner_code": f"{area}{component}{number}",
            "unit_key": f"{area}{component}{number}",
            "province_code": area,
            "component_code": component if measure == CARBON else "NA",
            "link_key": "E001" if is_linked else None,
            "amount": Decimal(PER_TONNE[measure] * (100 + 10 * number)),
        }
        for area in "ABC"
        for component in ("fuel", "heat")
        for number in range(1 if (area, component) == ("A", "heat") else 4)
        if measure == CARBON or component == "fuel"
    )


def _given(*, is_linked: bool = True) -> dict[str, pl.DataFrame]:
    return {code: _lines(code, is_linked=is_linked) for code in PER_TONNE}


def _published(public: PublicTables, given: Mapping[str, pl.DataFrame]) -> Published:
    def tables_of(measures: tuple[Measure, ...]) -> dict[str, pl.DataFrame]:
        protected = protect(public, measures, given)
        return {
            table.code: table_of(public, table, measure, protected)
            for measure in measures
            for table in public.of_measure(measure)
        }

    tables = {code: table for measures in public.systems() for code, table in tables_of(measures).items()}
    return Published("R1", given, tables)


def _breached(public: PublicTables, release: Published, *revealed: Revealed) -> pl.DataFrame:
    return attack_release(public, 2025, [release], revealed).filter("is_breached")


def test_tables_of_two_measures_give_away_together_what_neither_does_alone() -> None:
    """Fuel of A is half its carbon: what is left of A's carbon is the heat of its one owner."""
    release = _published(ALONE, _given())
    assert _breached(ALONE, release).is_empty()
    breached = _breached(TOGETHER, release)
    assert ("carbon", "area=A|component=heat", "") in breached.select(
        "measure_code", "cell_code", "knower_code"
    ).rows()
    assert {"carbon_by_area", "energy_by_area"} <= {
        name.split()[1] for text in breached["equations"] for name in text.split("; ")
    }


def test_measures_protected_together_give_nothing_away() -> None:
    release = _published(TOGETHER, _given())
    assert _breached(TOGETHER, release).is_empty()
    # The total of each is shown, and of the areas more than those that tell of A.
    shown = release.tables["energy_by_area"].filter(confidentiality_code="F")["area_code"]
    assert "TOTAL" in shown
    assert "A" not in shown


def test_nobody_outside_knows_the_proportion_where_the_factor_is_the_unit_s_own() -> None:
    given = _given(is_linked=False)
    release = _published(ALONE, given)
    assert _breached(TOGETHER, release).is_empty()
    assert _published(TOGETHER, given).tables["energy_by_area"]["energy_t"].null_count() == 0


def test_lines_in_the_same_proportions_are_one_unknown_and_keep_their_coefficients() -> None:
    unknowns = find_unknowns(
        {CARBON: ["province_code"], ENERGY: ["province_code"]},
        {code: [frame] for code, frame in _given().items()},
    )
    # In each area fuel, which both measures have, and heat, which carbon alone has.
    assert unknowns.parts["amount_at"].n_unique() == 6
    coefficients = unknowns.proportions.group_by("amount_at").agg(pl.col("coefficient").sort())
    assert sorted(coefficients["coefficient"].to_list()) == [[0.5, 1.0]] * 3 + [[1.0]] * 3


@pytest.mark.parametrize(("upper", "is_breached"), [(200, True), (10_000, False)])
def test_what_is_revealed_beside_the_tables_counts(upper: float, is_breached: bool) -> None:
    """The end of an axis: heat of A, which is 200, is not above it."""
    axis = Revealed("axis of A", "R1", {(CARBON, "area=A|component=heat"): 1.0}, 0.0, upper)
    breached = _breached(TOGETHER, _published(TOGETHER, _given()), axis)
    assert ("axis of A" in ";".join(breached["equations"])) is is_breached


def test_a_figure_that_is_not_what_was_counted_is_refused() -> None:
    release = _published(TOGETHER, _given())
    typed = release.tables["energy_by_area"].with_columns(pl.col("energy_t") + 5)
    wrong = Published("R1", release.contributions, {**release.tables, "energy_by_area": typed})
    with pytest.raises(ArithmeticError, match="R1 energy_by_area area="):
        attack_release(TOGETHER, 2025, [wrong])
