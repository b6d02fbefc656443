"""Published problems of disclosure control: what is sensitive, withheld, and what can be inferred."""

import csv
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import csr_array

from lingtan.disclosure.polytope import INFINITY, Polytope
from lingtan.disclosure.primary import PrimaryRules, SensitiveCell, sensitive_cells
from lingtan.disclosure.secondary import suppress
from lingtan.disclosure.table_system import TableSystem

REGIONS, GENDERS = ("A", "B", "C", "D"), ("male", "female")
FEW = PrimaryRules(3, None, None, None, protection_ratio=0.1)
DOMINANT = PrimaryRules(None, 2, 0.75, None, protection_ratio=0.1)
P_PERCENT = PrimaryRules(None, None, None, 0.7, protection_ratio=0.1)


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def regions(published_data: Path) -> tuple[TableSystem, list[dict[str, str]]]:
    """The table region x gender of 100 respondents: cell i of the published list is row i - 1."""
    folder = published_data / "sdc"
    cells = _read(folder / "microdata1_cells.csv")
    inner = {pair: at for at, pair in enumerate(product(REGIONS, GENDERS))}
    rows = np.array(
        [
            [
                cell["region"] in ("total", region) and cell["gender"] in ("total", gender)
                for region, gender in inner
            ]
            for cell in cells
        ],
        dtype=np.float64,
    )
    people = _read(folder / "microdata1.csv")
    owners = np.zeros((len(people), len(inner)))
    for at, person in enumerate(people):
        owners[at, inner[person["region"], person["gender"]]] = float(person["val"])
    system = TableSystem(
        csr_array(rows),
        csr_array(owners),
        np.ones(len(cells)),
        np.zeros(len(cells), bool),
        np.zeros(len(inner)),
    )
    assert system.totals.tolist() == [float(cell["total"]) for cell in cells]
    return system, cells


def _sensitive(system: TableSystem, rules: PrimaryRules) -> list[SensitiveCell]:
    cells = system.cells.shape[0]
    return sensitive_cells(system, rules, range(cells), np.zeros(cells, bool))


@pytest.mark.parametrize(
    ("rules", "column"),
    [(FEW, "freq_le2"), (DOMINANT, "nk_2_75"), (P_PERCENT, "p70")],
    ids=["few", "nk", "p"],
)
def test_primary_rules_hide_the_published_cells(
    regions: tuple[TableSystem, list[dict[str, str]]], rules: PrimaryRules, column: str
) -> None:
    system, cells = regions
    hidden = [one.cell for one in _sensitive(system, rules)]
    assert hidden == [at for at, cell in enumerate(cells) if cell[column] == "1"]


def test_as_few_cells_as_possible_are_withheld_for_cell_6(
    regions: tuple[TableSystem, list[dict[str, str]]],
) -> None:
    system, _ = regions
    pattern = suppress(system, _sensitive(system, FEW), 0.1)
    assert (pattern.loss, pattern.loss_bound) == (4, 4)


def test_least_value_is_withheld_for_cell_6(regions: tuple[TableSystem, list[dict[str, str]]]) -> None:
    counted, _ = regions
    by_value = TableSystem(counted.cells, counted.owners, counted.totals, counted.is_public, counted.floors)
    pattern = suppress(by_value, _sensitive(by_value, FEW), 0.1)
    assert (np.flatnonzero(pattern.hidden) + 1).tolist() == [5, 6, 11, 12]
    assert pattern.loss == pattern.loss_bound == 178 + 20 + 118 + 106


def test_interval_of_cell_6(regions: tuple[TableSystem, list[dict[str, str]]]) -> None:
    system, _ = regions
    shown = np.setdiff1d(np.arange(15), np.array([5, 6, 11, 12]) - 1)
    values, amounts = system.totals[shown], system.cells.shape[1]
    outsider = Polytope(
        csr_array(system.cells[shown]), (values, values), (np.zeros(amounts), np.full(amounts, INFINITY))
    )
    cell = system.cells[[5]]
    ends = [find(cell.indices, cell.data).value for find in (outsider.lowest, outsider.highest)]
    assert ends == pytest.approx([0, 126], abs=1e-9)


def test_linked_tables_are_protected_together() -> None:
    """Each table alone is safe; of two published totals K + N is the difference, so N is withheld in both."""
    names = "ABIJKNLM"
    counts = dict(zip(names, (2, 2, 8, 8, 3, 7, 3, 3), strict=True))
    margins = ("ABIJ", "KNLM", "ABIJKN", "LM", names)
    rows = np.array([[name in cell for name in names] for cell in (*names, *margins)], dtype=np.float64)
    is_margin = np.array([False] * len(names) + [True] * len(margins))
    # Respondents are counted: each is an owner with a 1.
    owners = np.zeros((sum(counts.values()), len(names)))
    first = 0
    for at, name in enumerate(names):
        owners[first : first + counts[name], at] = 1
        first += counts[name]
    system = TableSystem(
        csr_array(rows), csr_array(owners), np.ones(len(rows)), is_margin, np.zeros(len(names))
    )
    rules = PrimaryRules(4, None, None, None, protection_ratio=0.5)
    sensitive = sensitive_cells(system, rules, range(len(names)), np.zeros(len(rows), bool))
    assert [names[one.cell] for one in sensitive] == ["A", "B", "K", "L", "M"]
    pattern = suppress(system, sensitive, 0.5)
    assert [names[at] for at in np.flatnonzero(pattern.hidden)] == ["A", "B", "K", "N", "L", "M"]

    shown = np.flatnonzero(~pattern.hidden)
    reader = Polytope(
        csr_array(rows[shown]),
        (system.totals[shown],) * 2,
        (np.zeros(len(names)), np.full(len(names), INFINITY)),
    )
    one = np.ones(1)
    found = {
        name: (
            reader.lowest(np.array([at], np.int32), one).value,
            reader.highest(np.array([at], np.int32), one).value,
        )
        for at, name in enumerate(names)
        if pattern.hidden[at]
    }
    assert found == {
        "A": (0, 4),
        "B": (0, 4),
        "K": (0, 10),
        "N": (0, 10),
        "L": (0, 6),
        "M": (0, 6),
    }
