"""What flows between parks is told by what was bought and sold (L6)."""

from quality.rules.park_return.return_counterparty_not_used import RULE
from tests.builders.batches import build_batch, judge

LINE = {"unit_code": "U1", "carrier_code": "hydrogen", "quantity": "8", "counterparty_kind_code": "park"}


def test_finds_a_counterparty_of_what_is_burnt() -> None:
    batch = build_batch("park_return", {"energy": [{**LINE, "flow_code": "FIN"}]})
    assert judge(RULE, batch) == [("energy", 1, "counterparty_kind_code", "park", "", "FIN")]


def test_passes_what_is_bought_and_sold() -> None:
    lines = [{**LINE, "flow_code": "PUR"}, {**LINE, "flow_code": "SAL"}]
    lines.append({"unit_code": "U1", "carrier_code": "hydrogen", "flow_code": "FIN", "quantity": "8"})
    assert judge(RULE, build_batch("park_return", {"energy": lines})) == []
