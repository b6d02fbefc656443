"""What a park bought, stored and sold meets what it used, except where the nation means it not to."""

from collections import defaultdict
from decimal import Decimal

from lingtan.synthetic.model import Nation, ParkReturn
from lingtan.synthetic.seeds import seed_frame
from lingtan.synthetic.supply import canonical

SUPPLY = ("OPN", "PUR", "PRD", "C-OUT", "PREP-OUT", "REC-G")
USE = ("FIN", "FEED", "FEED-R", "NEU", "T-PWR", "T-HEAT", "C-IN", "PREP-IN", "LOSS", "FLARE", "SAL", "CLS")


def differences(one: ParkReturn) -> dict[tuple[str, str], Decimal]:
    """(unit, fuel) with a purchase, sale or stock -> supply minus use in canonical units."""
    carriers = seed_frame("carriers").iter_rows(named=True)
    fuels = {row["carrier_code"] for row in carriers if row["is_fuel"] == "true"}
    found: defaultdict[tuple[str, str], Decimal] = defaultdict(Decimal)
    traded = {
        (line.unit_code, line.carrier_code)
        for line in one.energy
        if line.flow_code in ("PUR", "SAL", "OPN", "CLS")
    }
    for line in one.energy:
        key = line.unit_code, line.carrier_code
        if key in traded and line.carrier_code in fuels and line.quantity is not None:
            quantity = line.quantity * canonical(line.unit_of_measure)[1]
            sign = 1 if line.flow_code in SUPPLY else -1 if line.flow_code in USE else 0
            found[key] += sign * quantity
    return found


def test_supply_meets_use_to_the_last_digit_in_most_parks_that_report_it(first: Nation) -> None:
    reporting = [one for one in first.returns if differences(one)]
    assert 100 < len(reporting) < len(first.returns) - 100
    wrong = [one for one in reporting if any(differences(one).values())]
    assert 5 < len(wrong) < len(reporting) / 5
    for one in wrong:
        assert sum(bool(difference) for difference in differences(one).values()) == 1


def test_what_was_left_at_the_end_is_there_at_the_beginning_of_the_next_year(
    first: Nation, second: Nation
) -> None:
    def stocks(nation: Nation, flow: str) -> dict[tuple[str, str, str], Decimal | None]:
        return {
            (one.park.code, line.unit_code, line.carrier_code): line.quantity
            for one in nation.returns
            if one.park.pattern == "annual"
            for line in one.energy
            if line.flow_code == flow
        }

    assert stocks(first, "CLS")
    assert stocks(first, "CLS") == stocks(second, "OPN")
