"""What the bulletin shows of the full greenhouse gas inventory of the parks, read once for both languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lingtan.bulletin.tables import BulletinTables, Row

#: The inventory by ISO 14064-1 and the GHG Protocol; never added to the national park method.
FULL_METHOD: Final = "GHGI"
BASES: Final = ("location", "market")
_SCOPE_2: Final = "2"


@dataclass(frozen=True)
class FullInventory:
    """Rows of one year and boundary; columns are those of the query each is named after.

    Attributes:
        method: names of the method.
        flows: production and consumption by basis of scope 2.
        components: every scope and basis, summed over gases.
    """

    method: Row
    flows: Sequence[Row]
    components: Sequence[Row]
    gas_groups: Sequence[Row]
    coverage_reasons: Sequence[Row]
    unverified_factors: Sequence[Row]

    @property
    def has_results(self) -> bool:
        """Whether the release computes the method at all."""
        return bool(self.flows)

    @property
    def by_basis(self) -> Mapping[str, Row]:
        """Production and consumption by basis."""
        return {row["scope2_basis_code"]: row for row in self.flows}

    @property
    def parks(self) -> Row:
        """How many parks stand behind the figures: the same on both bases."""
        return self.flows[0]

    @property
    def scope_2(self) -> Mapping[str, Mapping[str, Row]]:
        """Components of scope 2, each by basis, in order."""
        found: dict[str, dict[str, Row]] = {}
        for row in self.components:
            if row["scope_code"] == _SCOPE_2:
                found.setdefault(row["component_code"], {})[row["scope2_basis_code"]] = row
        return found

    def of_scope(self, scope_code: str) -> Sequence[Row]:
        """Components of a scope without bases, in order."""
        return [row for row in self.components if row["scope_code"] == scope_code]


def read_full_inventory(tables: BulletinTables, boundary: str, year: int) -> FullInventory:
    """Read the full inventory of a year in a boundary."""
    chosen: dict[str, str | int] = {"method": FULL_METHOD, "boundary": boundary, "year": year}
    return FullInventory(
        method=tables.rows("method", method=FULL_METHOD)[0],
        flows=tables.rows("full_flows", **chosen),
        components=tables.rows("full_components", **chosen),
        gas_groups=tables.rows("full_gas_groups", **chosen),
        coverage_reasons=tables.rows("coverage_reasons", **chosen),
        unverified_factors=tables.rows("unverified_full_factors", **chosen),
    )
