"""The inventory of one return (GHGI): all its entries, and what they share.

Choices: CO2e of a mass is mass x GWP, half up at 12 places, and carbon dioxide and CO2e are taken as they
are; a gas without a warming potential is a gap; a gas outside the seven groups is a memo.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lingtan.synthetic.truth_amounts import Amount, Entry, Level, Origin, times
from lingtan.synthetic.truth_lines import Inside
from lingtan.synthetic.truth_origins import origin
from lingtan.synthetic.truth_reference import ReferenceValues

INVENTORY_METHOD: Final = "GHGI"
BASES: Final = ("location", "market")
NO_BASIS: Final = "NA"
_OF_WEIGHT_ONE: Final = frozenset({"CO2", "CO2e"})


class Ledger:
    """Makes the entries of one return and boundary."""

    def __init__(self, values: ReferenceValues, lines: Inside) -> None:
        self._gwp = values.gwp
        self._group = values.gas_group
        self._divisions = lines.divisions
        self._boundary = lines.boundary_code
        self._lines = lines

    def origin(self, table: str, line_id: str, listed: str | None, own: str = "") -> Origin | None:
        """As `truth_origins.origin`."""
        return origin(self._lines, table, line_id, listed, own)

    def entry(
        self,
        unit: str,
        scope: str,
        component: str,
        gas: str,
        mass: Amount,
        *,
        basis: str = NO_BASIS,
        level: Level | None = None,
        is_sent: bool = False,
        origin: Origin | None = None,
    ) -> Entry:
        """One entry from a mass in t of the gas."""
        amount = mass if gas in _OF_WEIGHT_ONE else times(mass, self._gwp.get(gas))
        return Entry(
            unit,
            self._divisions[unit],
            self._boundary,
            INVENTORY_METHOD,
            scope,
            basis,
            component,
            gas,
            self._group[gas],
            Decimal(0) if level == "park" else amount,
            level,
            is_sent,
            scope == "memo",
            origin=origin,
        )


Entries = Iterator[Entry]
