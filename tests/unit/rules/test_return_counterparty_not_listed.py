"""Internal exchange is recognised by the list of units (L6)."""

from quality.rules.park_return.return_counterparty_not_listed import RULE
from tests.builders.batches import build_batch, judge

UNITS = [{"unit_code": "U1"}, {"unit_code": "U2"}]
LINE = {"unit_code": "U1", "kind_code": "E-GRID", "counterparty_kind_code": "unit", "quantity": "8"}


def test_finds_a_unit_that_is_not_listed_and_the_unit_itself() -> None:
    batch = build_batch(
        "park_return",
        {
            "units": UNITS,
            "power_heat": [{**LINE, "counterparty_code": "U3"}, {**LINE, "counterparty_code": "U1"}],
        },
    )
    assert judge(RULE, batch) == [
        ("power_heat", 1, "counterparty_code", "U3", "", "U1"),
        ("power_heat", 2, "counterparty_code", "U1", "", "U1"),
    ]


def test_passes_another_listed_unit() -> None:
    batch = build_batch("park_return", {"units": UNITS, "power_heat": [{**LINE, "counterparty_code": "U2"}]})
    assert judge(RULE, batch) == []


def test_passes_units_outside_and_blanks() -> None:
    batch = build_batch(
        "park_return",
        {
            "units": UNITS,
            "power_heat": [
                {**LINE, "counterparty_kind_code": "outside_unit", "counterparty_code": "X9"},
                LINE,
            ],
        },
    )
    assert judge(RULE, batch) == []


def test_finds_it_for_fuel_through_a_pipe() -> None:
    line = {"unit_code": "U1", "carrier_code": "hydrogen", "flow_code": "SAL", "quantity": "8"}
    line |= {"counterparty_kind_code": "unit", "counterparty_code": "U3"}
    batch = build_batch("park_return", {"units": UNITS, "energy": [line]})
    assert judge(RULE, batch) == [("energy", 1, "counterparty_code", "U3", "", "U1")]
