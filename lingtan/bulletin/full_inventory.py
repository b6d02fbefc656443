"""What the bulletin shows of the full greenhouse gas inventory of the parks, read once for both languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lingtan.bulletin.tables import BulletinTables, Row
from lingtan.bulletin.unverified import Unverified, is_in_total

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
        stages: parks by stage of net zero.
        stage_reasons: why nobody can tell, parks by reason and stage.
        scope3: parks by category of the value chain and its coverage; no sum over parks.
    """

    method: Row
    flows: Sequence[Row]
    components: Sequence[Row]
    gas_groups: Sequence[Row]
    coverage_reasons: Sequence[Row]
    unverified_factors: Sequence[Row]
    stages: Sequence[Row]
    stage_reasons: Sequence[Row]
    scope3: Sequence[Row]

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

    @property
    def reasons_by_stage(self) -> Sequence[tuple[Row, Mapping[str, int]]]:
        """Each reason for which no stage is determined, with the parks by stage."""
        found: dict[str, tuple[Row, dict[str, int]]] = {}
        for row in self.stage_reasons:
            _, parks = found.setdefault(row["reason_code"], (row, {}))
            parks[row["stage_code"]] = row["park_count"]
        return list(found.values())

    def of_scope(self, scope_code: str) -> Sequence[Row]:
        """Components of a scope without bases, in order."""
        return [row for row in self.components if row["scope_code"] == scope_code]


def _is_scope_1(cell: Row) -> bool:
    return cell["scope_code"] == "1" and not cell["is_memo"]


def _flows(rows: Sequence[Row], unverified: Unverified, year: int) -> list[Row]:
    """The two totals of each basis with what of them rests on factors not verified."""
    found: list[Row] = []
    for row in rows:
        bases = ("NA", row["scope2_basis_code"])

        def is_consumed(cell: Row, bases: Sequence[str] = bases) -> bool:
            is_part = cell["scope_code"] in ("1", "2") and not cell["is_memo"]
            is_sent = cell["component_code"] == "own_generation_sent"
            return (is_part or is_sent) and cell["scope2_basis_code"] in bases

        marked: Sequence[Row] = [row]
        for column, chosen in (("production_tco2e", _is_scope_1), ("consumption_tco2e", is_consumed)):
            marked = unverified.beside(
                marked, "nation", year=year, column=column, chosen=chosen, without=("scope2_basis_code",)
            )
        found += marked
    return found


def read_full_inventory(tables: BulletinTables, boundary: str, year: int) -> FullInventory:
    """Read the full inventory of a year in a boundary."""
    chosen: dict[str, str | int] = {"method": FULL_METHOD, "boundary": boundary, "year": year}
    unverified = Unverified(tables, FULL_METHOD, boundary)
    return FullInventory(
        method=tables.rows("method", method=FULL_METHOD)[0],
        flows=_flows(tables.rows("full_flows", **chosen), unverified, year),
        components=unverified.beside(
            tables.rows("full_components", **chosen), "nation", year=year, chosen=is_in_total
        ),
        gas_groups=unverified.beside(
            tables.rows("full_gas_groups", **chosen), "nation", year=year, chosen=_is_scope_1
        ),
        coverage_reasons=tables.rows("coverage_reasons", **chosen),
        unverified_factors=tables.rows("unverified_full_factors", **chosen),
        stages=tables.rows("full_stages", **chosen),
        stage_reasons=tables.rows("full_stage_reasons", **chosen),
        scope3=tables.rows("full_scope3", **chosen),
    )
