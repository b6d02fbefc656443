from decimal import Decimal

import pytest

from lingtan.synthetic.drawing import Draw


def test_the_same_key_draws_the_same_values() -> None:
    first, second, other = Draw(1, "park"), Draw(1, "park"), Draw(2, "park")
    values = [first.around("12.5", 4) for _ in range(20)]
    assert values == [second.around("12.5", 4) for _ in range(20)]
    assert values != [other.around("12.5", 4) for _ in range(20)]


@pytest.mark.parametrize("places", [0, 1, 4, 16])
def test_a_value_has_the_places_asked_for_and_lies_in_its_range(places: int) -> None:
    draw = Draw("places", places)
    for _ in range(50):
        value = draw.between("2", "3", places)
        assert Decimal(2) <= value <= Decimal(3)
        assert value.as_tuple().exponent == -places


def test_around_stays_within_its_spread() -> None:
    draw = Draw("spread")
    values = [draw.around(100, 2, spread=1) for _ in range(200)]
    assert min(values) >= Decimal(99)
    assert max(values) <= Decimal(101)
