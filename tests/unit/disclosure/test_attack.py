"""What an attacker computes from statements, who knows what, and which statements are named."""

from typing import Final

import numpy as np
from scipy.sparse import csr_array

from lingtan.disclosure.attack import Attack, Interval, Protected, Statements
from lingtan.disclosure.table_system import TableSystem

#: Three owners: A 60 and B 40 in the first amount, C 30 in the second. Cells: both amounts and their sum.
OWNERS: Final = csr_array(np.array([[60.0, 0.0], [40.0, 0.0], [0.0, 30.0]]))
CELLS: Final = csr_array(np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]))
FIRST, SECOND, BOTH = range(3)


def _system(floor: float = 0.0) -> TableSystem:
    return TableSystem(CELLS, OWNERS, np.ones(3), np.zeros(3, bool), np.full(2, floor))


def _attack(
    statements: dict[str, tuple[dict[int, float], float, float]],
    protected: Protected,
    knower: tuple[int, ...] = (),
    *,
    floor: float = 0.0,
) -> Interval:
    terms = np.array([[terms.get(cell, 0.0) for cell in range(3)] for terms, _, _ in statements.values()])
    published = Statements(
        list(statements),
        csr_array(terms),
        np.array([lower for _, lower, _ in statements.values()]),
        np.array([upper for _, _, upper in statements.values()]),
    )
    return Attack(_system(floor), published, knower).interval(protected)


def _ends(found: Interval) -> tuple[float, float]:
    return round(found.lower, 6), round(found.upper, 6)


def test_a_total_alone_leaves_both_parts_open() -> None:
    found = _attack({"total": ({BOTH: 1}, 130, 130)}, Protected(SECOND, below=30, above=100))
    assert _ends(found) == (0, 130)
    assert (found.is_breached, found.equations) == (False, ())


def test_a_total_and_one_part_give_the_other_away() -> None:
    found = _attack(
        {"total": ({BOTH: 1}, 130, 130), "first": ({FIRST: 1}, 100, 100), "idle": ({SECOND: 1}, 0, 1000)},
        Protected(SECOND, below=3, above=3),
    )
    assert _ends(found) == (30, 30)
    assert found.is_breached
    assert sorted(found.equations) == ["first", "total"]


def test_rounding_leaves_as_much_as_the_digits_do() -> None:
    rounded = {"total": ({BOTH: 1.0}, 129.5, 130.5), "first": ({FIRST: 1.0}, 99.5, 100.5)}
    assert _ends(_attack(rounded, Protected(SECOND, 3, 3))) == (29, 31)


def test_a_share_of_a_public_total_is_an_equation() -> None:
    # 23 % of 130, to half a per cent: 0.225 x both <= second <= 0.235 x both.
    found = _attack(
        {
            "total": ({BOTH: 1}, 130, 130),
            "share, from below": ({SECOND: 1, BOTH: -0.225}, 0, np.inf),
            "share, from above": ({SECOND: 1, BOTH: -0.235}, -np.inf, 0),
        },
        Protected(SECOND, below=3, above=3),
    )
    assert _ends(found) == (29.25, 30.55)
    assert set(found.equations) == {"total", "share, from below", "share, from above"}


def test_an_order_bounds_what_is_withheld() -> None:
    found = _attack(
        {"total": ({BOTH: 1}, 130, 130), "order": ({FIRST: 1, SECOND: -1}, 0, np.inf)},
        Protected(SECOND, 30, 60),
    )
    assert _ends(found) == (0, 65)
    assert found.is_breached is True
    assert set(found.equations) == {"total", "order"}


def test_a_contributor_knows_more_than_a_reader() -> None:
    total = {"total": ({BOTH: 1.0}, 130.0, 130.0)}
    protected = Protected(SECOND, below=30, above=50)
    assert not _attack(total, protected).is_breached
    # A has 60 of the first amount, so the second is at most 70; A and B together have all of it.
    assert _ends(_attack(total, protected, knower=(0,))) == (0, 70)
    together = _attack(total, protected, knower=(0, 1))
    assert _ends(together) == (30, 30)
    assert together.is_breached


def test_an_amount_that_may_be_negative_is_not_bounded_by_zero() -> None:
    found = _attack({"total": ({BOTH: 1}, 130, 130)}, Protected(SECOND, 1000, 1000), floor=-np.inf)
    assert (found.lower, found.upper, found.is_breached) == (-np.inf, np.inf, False)


def test_what_may_be_negative_is_known_to_have_a_floor() -> None:
    """The first amount is known to be at least -20, so the second is at most 150."""
    found = _attack({"total": ({BOTH: 1}, 130, 130)}, Protected(SECOND, 30, 130), floor=-20.0)
    assert _ends(found) == (-20, 150)
    assert found.is_breached
