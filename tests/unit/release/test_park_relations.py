"""Parks in parks, and parks over the years, as registers say (L6)."""

import polars as pl

from lingtan.release.park_relations import park_ancestors, park_lineage

Registered = tuple[int, str, str, str | None, str | None]


def _parks(*rows: Registered) -> pl.DataFrame:
    columns = ["reference_year", "park_code", "park_name_zh", "parent_park_code", "predecessor_park_codes"]
    return pl.DataFrame(rows, schema=columns, orient="row").cast({"reference_year": pl.Int32()})


def _changes(*rows: Registered) -> dict[tuple[int, str], tuple[str, str]]:
    found = park_lineage(_parks(*rows)).rows()
    return {(year, park): (line, change) for year, park, line, change, _ in found}


def test_a_park_lies_in_its_parent_and_in_what_that_lies_in() -> None:
    found = park_ancestors(
        _parks((2025, "A", "a", "B", None), (2025, "B", "b", "C", None), (2025, "C", "c", None, None))
    )
    assert found.rows() == [(2025, "A", "B", 1), (2025, "A", "C", 2), (2025, "B", "C", 1)]


def test_unknown_parents_and_circles_hold_nothing() -> None:
    found = park_ancestors(
        _parks(
            (2025, "A", "a", "B", None),
            (2025, "B", "b", "A", None),
            (2025, "C", "c", "A", None),
            (2025, "D", "d", "D", None),
            (2025, "E", "e", "GONE", None),
        )
    )
    assert found.rows() == []


def test_a_parent_holds_in_its_own_year_alone() -> None:
    found = park_ancestors(
        _parks((2025, "A", "a", None, None), (2025, "B", "b", None, None), (2026, "A", "a", "B", None))
    )
    assert found.rows() == []


def test_parks_that_merge_and_split_are_one_line() -> None:
    assert _changes(
        (2025, "A", "a", None, None),
        (2025, "B", "b", None, None),
        (2025, "C", "c", None, None),
        (2026, "D", "d", None, "A;B"),
        (2026, "E", "e", None, "C"),
        (2026, "F", "f", None, "C"),
    ) == {
        (2025, "A"): ("A", "first_year"),
        (2025, "B"): ("A", "first_year"),
        (2025, "C"): ("C", "first_year"),
        (2026, "D"): ("A", "merged"),
        (2026, "E"): ("C", "split"),
        (2026, "F"): ("C", "split"),
    }


def test_a_new_name_or_a_new_code_is_a_renamed_park() -> None:
    assert _changes(
        (2025, "A", "a", None, None),
        (2025, "B", "b", None, None),
        (2025, "C", "c", None, None),
        (2026, "A", "another", None, None),
        (2026, "C", "c", None, None),
        (2026, "D", "b", None, "B"),
        (2026, "N", "n", None, None),
        (2027, "D", "b", None, "B"),
    ) == {
        (2025, "A"): ("A", "first_year"),
        (2025, "B"): ("B", "first_year"),
        (2025, "C"): ("C", "first_year"),
        (2026, "A"): ("A", "renamed"),
        (2026, "C"): ("C", "continued"),
        (2026, "D"): ("B", "renamed"),
        (2026, "N"): ("N", "new"),
        (2027, "D"): ("B", "continued"),
    }


def test_a_park_that_takes_in_another_is_merged() -> None:
    found = _changes((2025, "A", "a", None, None), (2025, "B", "b", None, None), (2026, "A", "a", None, "B"))
    assert found[2026, "A"] == ("A", "merged")


def test_a_predecessor_no_earlier_register_knows_is_named_once() -> None:
    lineage = park_lineage(
        _parks(
            (2025, "A", "a", None, "X"),
            (2026, "A", "a", None, "X"),
            (2026, "B", "b", None, "Y;A2; Z"),
            (2027, "B", "b", None, "Y;A2; Z"),
        )
    )
    unknown = lineage.filter(pl.col("unknown_predecessor_codes").is_not_null())
    assert unknown.select("reference_year", "park_code", "unknown_predecessor_codes").rows() == [
        (2026, "B", "Y;A2;Z")
    ]
