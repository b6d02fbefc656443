"""Every measure of a mart, protected cell or fact says how it follows (L13); a new one fails here."""

import pytest

from lingtan.contracts.load import load_contracts
from lingtan.places import checkout
from lingtan.release.explain.cells import explainable
from lingtan.release.explain.declared import ROW, THIS, Derivation, Input, declarations
from lingtan.release.table_texts import read_table_texts
from lingtan.release.tables import DIMENSIONS, FACTS, MARTS, PROTECTION

TEXTS = read_table_texts(checkout() / "dbt_project" / "models")
DECLARED = declarations()
FORMS = {
    f"lake/{contract.form}__{table.name}": {one.name for one in table.columns}
    for contract in load_contracts()
    for table in contract.tables
}
#: Numbers that are no measures: a part of a date or of a key.
CALENDAR = {"year", "month"}
ENDS = {"dim_factors", "dim_values", "dim_terms", "dim_energy_terms", "dim_submissions", "plan/settings"}


def cases() -> list[tuple[str, str, Derivation]]:
    return [
        (table, column, case)
        for table, declared in DECLARED.items()
        for column, several in declared.columns.items()
        for case in several
    ]


def inputs() -> list[tuple[str, Input]]:
    return [(table, one) for table, _, case in cases() for one in (*case.inputs, *case.shows)]


def is_gathered(table: str) -> bool:
    """Whether the table stands in no file and has what columns its query gives it."""
    return table in DECLARED and bool(DECLARED[table].view)


@pytest.mark.parametrize("table", [table.name for table in (*MARTS, *PROTECTION, *FACTS)])
def test_every_measure_has_a_derivation(table: str) -> None:
    measures = {
        name
        for name, column in TEXTS[table].columns.items()
        if column.measure and column.measure not in CALENDAR and column.data_type != "string"
    }
    declared = set(DECLARED[table].columns) - {ROW} if table in DECLARED else set()
    assert declared == measures


def test_what_can_be_explained_are_marts_protected_cells_and_facts() -> None:
    assert set(explainable()) == {table.name for table in (*MARTS, *PROTECTION, *FACTS)}


def test_every_way_is_told_in_both_languages() -> None:
    silent = [
        f"{table}.{column}: {case.formula.text if case.formula else 'shown'}"
        for table, column, case in cases()
        if not (case.shows if case.formula is None else case.zh and case.en)
    ]
    assert silent == []


def test_every_input_is_a_released_or_submitted_column() -> None:
    known = {
        table.name: set(TEXTS[table.name].columns) for table in (*DIMENSIONS, *FACTS, *MARTS, *PROTECTION)
    }
    known |= FORMS | {"plan/settings": {"setting_value"}}
    known |= {table: set(declared.columns) for table, declared in DECLARED.items() if declared.view}
    lost = [
        (table, one.source, one.column)
        for table, one in inputs()
        if one.column != ROW
        and one.column not in known.get(table if one.source == THIS else one.source, set())
        and not is_gathered(table if one.source == THIS else one.source)
    ]
    assert lost == []


def test_every_way_down_goes_on_or_may_end() -> None:
    """A column that is led to is declared itself, was submitted, or is a documented value."""
    stopped = {
        (source, one.column)
        for table, one in inputs()
        for source in (table if one.source == THIS else one.source,)
        if source not in FORMS and source not in ENDS
        if source not in DECLARED or one.column not in DECLARED[source].columns
    }
    assert stopped == set()
