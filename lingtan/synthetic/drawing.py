"""Numbers drawn from a seed: decimals from integers, so that no value ever passes through a float (L3)."""

from decimal import ROUND_FLOOR, Decimal
from random import Random


class Draw:
    """A stream of random decimals that depends on nothing but its key."""

    def __init__(self, *key: object) -> None:
        self._random = Random("/".join(str(part) for part in ("lingtan", *key)))

    def between(self, low: Decimal | str | int, high: Decimal | str | int, places: int = 2) -> Decimal:
        """A decimal of that many places in [low, high]."""
        unit = Decimal(1).scaleb(-places)
        first, last = (int((Decimal(end) / unit).to_integral_value(ROUND_FLOOR)) for end in (low, high))
        return (Decimal(self._random.randint(first, last)) * unit).quantize(unit)

    def around(self, centre: Decimal | str | int, places: int = 2, *, spread: int = 12) -> Decimal:
        """A decimal of that many places within `spread` percent of the centre."""
        middle = Decimal(centre)
        return self.between(middle * (100 - spread) / 100, middle * (100 + spread) / 100, places)

    def integer(self, low: int, high: int) -> int:
        """An integer in [low, high]."""
        return self._random.randint(low, high)
