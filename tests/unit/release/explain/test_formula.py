"""The formulas of derivations: exact, and nothing but arithmetic."""

from decimal import Decimal, localcontext

import pytest

from lingtan.release.explain.formula import Number, compile_formula


def value(text: str, **inputs: list[Number]) -> Number:
    with localcontext() as context:
        context.prec = 120
        return compile_formula(text).of(inputs)


@pytest.mark.parametrize(
    ("text", "inputs", "expected"),
    [
        ("half_up(a * b, 2)", {"a": [Decimal("1.005")], "b": [1]}, Decimal("1.01")),
        # Half away from zero, as the warehouse rounds.
        ("half_up(-a, 2)", {"a": [Decimal("1.005")]}, Decimal("-1.01")),
        ("half_up(a / b, 12)", {"a": [Decimal(2)], "b": [Decimal(3)]}, Decimal("0.666666666667")),
        ("a / b", {"a": [Decimal(2)], "b": [Decimal(0)]}, None),
        # A product of the widest columns keeps every digit.
        (
            "a * b",
            {"a": [Decimal("12345678901234.123456")], "b": [Decimal("12345.123456789012")]},
            Decimal("152408930193610573.625485922152265472"),
        ),
        ("sum(a)", {"a": [None, Decimal(1), Decimal(2)]}, Decimal(3)),
        ("sum(a)", {"a": [None]}, None),
        ("sum_of_all(a)", {"a": [None, Decimal(1)]}, None),
        ("sum_of_all(a, b)", {"a": [], "b": [None]}, 0),
        ("sum_or_zero(a)", {"a": []}, 0),
        ("coalesce(sum(a, b), zero_if_any(b))", {"a": [None], "b": [None]}, 0),
        ("coalesce(sum(a, b), zero_if_any(b))", {"a": [None], "b": []}, None),
        ("count(a) - count(b)", {"a": [1, 1], "b": [1]}, 1),
        ("a + b", {"a": [Decimal(1)], "b": []}, None),
        ("smaller(a, larger(0, b))", {"a": [5], "b": [-3]}, 0),
        ("median(a)", {"a": [Decimal(1), Decimal(4), Decimal(2), Decimal(9)]}, Decimal(3)),
        ("median_deviation(a)", {"a": [Decimal(1), Decimal(2), Decimal(6)]}, Decimal(1)),
        ("rank(a, b)", {"a": [Decimal(2)], "b": [Decimal(1), Decimal(2), Decimal(2)]}, 2),
        ("positive(a)", {"a": [Decimal(-1), Decimal(2)]}, Decimal(2)),
    ],
)
def test_a_formula_is_exact_and_knows_what_is_missing(
    text: str, inputs: dict[str, list[Number]], expected: Number
) -> None:
    assert value(text, **inputs) == expected


@pytest.mark.parametrize(
    "text",
    ["__import__('os')", "a.b", "a ** b", "sum(a * b)", "[a for a in b]", "a if b else c", "1.5", "f(a)"],
)
def test_anything_else_than_arithmetic_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        compile_formula(text)
