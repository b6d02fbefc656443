"""Linked tables as one system: every published cell is a sum over the same amounts, each with its owner."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy.sparse import csc_array, csr_array
from scipy.sparse.csgraph import connected_components

from lingtan.disclosure.polytope import Vector

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class TableSystem:
    """Cells of tables that have amounts in common, so that each cell says something about the others.

    An amount is what falls into one finest combination of all dimensions of the tables. Subtotals, shared
    margins and figures of two methods that rest on one activity are rows over the same amounts.

    Attributes:
        cells: cells x amounts: the coefficient with which an amount is in a cell.
        owners: respondents x amounts: what each ultimate owner has in an amount.
        losses: what readers lose by each withheld cell (the publication weight), above zero.
        is_public: cells that are known already and cannot be withheld.
        floors: what everybody knows each amount is at least: zero, or something below zero where it may be
            negative (minus infinity: anything).
    """

    cells: csr_array
    owners: csr_array
    losses: Vector
    is_public: Flags
    floors: Vector

    @cached_property
    def amounts(self) -> Vector:
        """The true amounts."""
        return np.asarray(self.owners.sum(axis=0), dtype=np.float64).ravel()

    @cached_property
    def totals(self) -> Vector:
        """The true values of the cells."""
        return np.asarray(self.cells @ self.amounts, dtype=np.float64)

    @cached_property
    def contributions(self) -> csr_array:
        """Respondents x cells: the size of what each owner has in a cell, without its sign."""
        found = csr_array(abs(self.owners @ self.cells.T))
        found.eliminate_zeros()
        return found

    @cached_property
    def owners_by_amount(self) -> csc_array:
        """The same as `owners`, to be read by amount."""
        return csc_array(self.owners)

    @cached_property
    def contributions_by_cell(self) -> csc_array:
        """The same as `contributions`, to be read by cell."""
        return csc_array(self.contributions)

    @cached_property
    def cells_by_amount(self) -> csc_array:
        """The same as `cells`, to be read by amount."""
        return csc_array(self.cells)

    @cached_property
    def owner_counts(self) -> npt.NDArray[np.int_]:
        """How many respondents have a part in each amount."""
        return np.asarray(np.diff(self.owners_by_amount.indptr))

    def parts(self) -> list["SystemPart"]:
        """The parts that have no amount in common: each can be protected by itself."""
        size = self.cells.shape[0]
        joined = csr_array(
            (np.ones(self.cells.nnz), (self.cells.tocoo().coords[0], self.cells.tocoo().coords[1] + size)),
            shape=(size + self.cells.shape[1],) * 2,
        )
        _, labels = connected_components(joined, directed=False)
        cell_labels, amount_labels = labels[:size], labels[size:]
        found = []
        for label in np.unique(cell_labels):
            cells, amounts = np.flatnonzero(cell_labels == label), np.flatnonzero(amount_labels == label)
            part = TableSystem(
                cells=csr_array(self.cells[cells][:, amounts]),
                owners=csr_array(self.owners[:, amounts]),
                losses=self.losses[cells],
                is_public=self.is_public[cells],
                floors=self.floors[amounts],
            )
            found.append(SystemPart(part, cells))
        return found


@dataclass(frozen=True)
class SystemPart:
    """A part of a system and which of its cells the part has."""

    system: TableSystem
    cells: npt.NDArray[np.int_]
