"""Supply and use of a fuel meet to one per cent."""

from quality.rules.park_return.return_supply_use_differs import RULE
from tests.builders.batches import build_batch, judge


def line(flow: str, quantity: str, measure: str = "t", carrier: str = "raw_coal") -> dict[str, str]:
    key = {"unit_code": "U1", "carrier_code": carrier, "flow_code": flow}
    return {**key, "quantity": quantity, "quantity_unit": measure}


def test_finds_more_than_one_per_cent() -> None:
    batch = build_batch(
        "park_return", {"energy": [line("FIN", "98.999999"), line("PUR", "60"), line("PUR", "40000", "kg")]}
    )
    assert judge(RULE, batch) == [("energy", 2, "quantity", "100", "98.999999", "U1, raw_coal")]


def test_finds_more_used_than_supplied() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                line("PUR", "100"),
                line("OPN", "10"),
                line("FIN", "90"),
                line("C-IN", "20"),
                line("CLS", "5"),
                line("SAL", "7"),
            ]
        },
    )
    assert judge(RULE, batch) == [("energy", 1, "quantity", "110", "122", "U1, raw_coal")]


def test_passes_one_per_cent() -> None:
    batch = build_batch("park_return", {"energy": [line("PUR", "100"), line("FIN", "99")]})
    assert judge(RULE, batch) == []


def test_passes_stocks_and_sales() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                line("PUR", "100"),
                line("OPN", "10"),
                line("FIN", "80"),
                line("CLS", "5"),
                line("SAL", "25"),
                line("LOSS", "NO"),
                line("BNK", "70"),
            ]
        },
    )
    assert judge(RULE, batch) == []


def test_passes_what_is_not_known_or_not_reported() -> None:
    batch = build_batch(
        "park_return",
        {
            "energy": [
                line("PUR", "100"),
                line("FIN", "NE"),
                line("PUR", "50", carrier="coke"),
                line("FIN", "5", carrier="diesel"),
            ]
        },
    )
    assert judge(RULE, batch) == []
