"""How much of a figure rests on factors that nobody has compared with their document (L8)."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from lingtan.bulletin import numbers
from lingtan.bulletin.tables import BulletinTables, Row

#: The columns by which a row of the page finds the cells it is the sum of.
_KEY = (
    "reference_year",
    "province_code",
    "scope_code",
    "scope2_basis_code",
    "component_code",
    "gas_group_code",
)
Chosen = Callable[[Row], bool]


def _any_cell(_: Row) -> bool:
    return True


class Unverified:
    """The cells of one method in a boundary.

    Args:
        tables: the release.
        method: code of the method.
        boundary: code of the boundary; NA for provincial inventories.
    """

    def __init__(self, tables: BulletinTables, method: str, boundary: str) -> None:
        self._cells = tables.rows("unverified_parts", method=method, boundary=boundary)

    def beside(
        self,
        rows: Sequence[Row],
        level: str,
        *,
        year: int | None = None,
        column: str = "emission_tco2e",
        chosen: Chosen = _any_cell,
        without: Sequence[str] = (),
    ) -> Sequence[Row]:
        """The rows with `unverified_<column>`: the share as written, empty where everything is verified.

        Args:
            rows: figures, each a sum of the cells that have its year, province, scope, basis, component, gas.
            level: nation or province.
            year: the year of rows that do not say theirs.
            column: the figure of the row that is meant.
            chosen: which cells belong to the figure.
            without: columns of the row that do not tell its cells apart.
        """
        cells = [one for one in self._cells if one["figure_level_code"] == level and chosen(one)]
        found = []
        for row in rows:
            key = {name: row[name] for name in _KEY if name in row and name not in without}
            key |= {} if year is None else {"reference_year": year}
            behind = [one for one in cells if all(one[name] == value for name, value in key.items())]
            found.append(row | {f"unverified_{column}": _share(behind)})
        return found


def _share(cells: Sequence[Row]) -> str:
    if not any(one["unverified_row_count"] for one in cells):
        return ""
    part = sum((one["unverified_tco2e"] for one in cells), Decimal(0))
    return numbers.share(part, sum((one["absolute_tco2e"] for one in cells), Decimal(0)))


def is_in_total(cell: Row) -> bool:
    """Whether a cell is a component and no memo."""
    return not cell["is_memo"]
