"""One kind of cells that a release and the truth have in common."""

from dataclasses import dataclass
from typing import Final

YEAR: Final = "reference_year"
OF_PARK: Final = (YEAR, "park_code", "boundary_code")
BASIS: Final = ("method_code", "scope2_basis_code")
COMPONENT: Final = ("method_code", "scope_code", "scope2_basis_code", "component_code", "gas_group_code")


@dataclass(frozen=True)
class Kind:
    """One kind of compared cells.

    Attributes:
        name: Its code.
        zh, en: What a reader calls it.
        table: The released table.
        keys: Its key columns, the year first.
        columns: Released column -> cells of the truth. Without columns the keys alone are compared, as a set.
        only: Column and values of the rows that are compared; None: all.
        is_summed: Whether rows of one key are summed, what is not known as nothing.
    """

    name: str
    zh: str
    en: str
    table: str
    keys: tuple[str, ...]
    columns: dict[str, str]
    only: tuple[str, tuple[str, ...]] | None = None
    is_summed: bool = False
