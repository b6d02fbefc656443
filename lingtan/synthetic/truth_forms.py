"""What the statistical forms (205) make of a park's energy beside the use side (ACCOUNTING section 2).

The forms add up what every unit used, own power included, and take off what its conversion put out and what
it recovered. The use side knows own power by what was made or burnt for it and takes off what was sent. So
the forms have more: power that its maker used or kept in storage, and own power sent, which is used by a
neighbour or outside; and less: primary power, and power out of fuel or recovered.

Choices: own heat that its maker uses stands on no form, so that heat is the same in both; storage as a
technology makes no power; a blank storage cell is no storage, a blank own use is not known; NA counts
nothing, NE, C and IE leave the total unknown; nothing is eliminated between units of the park.
"""

from collections.abc import Iterator
from typing import Final

from lingtan.synthetic.lines import Value
from lingtan.synthetic.truth_amounts import Absence, Amount
from lingtan.synthetic.truth_boundaries import inside, shares
from lingtan.synthetic.truth_lines import Inside
from lingtan.synthetic.truth_quantities import Quantities
from lingtan.synthetic.truth_reference import ReferenceValues

_MADE: Final = frozenset({"PRD", "T-OUT", "REC-W"})
_STORAGE: Final = "storage"


def own_power(values: ReferenceValues, lines: Inside) -> Iterator[tuple[int, Amount]]:
    """Sign and MWh of what the forms count more or less than the use side; an absence is not known."""
    parts = shares(lines.park_return.units, lines.boundary_code)
    quantities = Quantities(values)
    for plant in lines.park_return.generation:
        if plant.unit_code in parts and plant.technology_code != _STORAGE:
            cells: tuple[tuple[int, Value, bool], ...] = (
                (1, plant.self_used, False), (1, plant.storage_in, True), (-1, plant.storage_out, True),
            )  # fmt: skip
            for sign, cell, may_be_blank in cells:
                if cell != "NA" and not (may_be_blank and cell is None):
                    amount = quantities.canonical(cell, plant.unit_of_measure)
                    yield sign, inside(amount, parts[plant.unit_code])
    for line, amount in lines.energy:
        if line.carrier_code == "electricity" and line.flow_code in _MADE and line.notation != "NA":
            yield -1, amount
    for delivery, _ in lines.deliveries:
        is_own = delivery.kind_code.startswith("E-SELF-") and delivery.line.direction == "sent"
        if is_own and delivery.line.notation != "NA":
            yield 1, delivery.amount


def is_known(amount: Amount) -> bool:
    """Whether there is a number, or nothing at all."""
    return not isinstance(amount, Absence) or amount is Absence.NOT_OCCURRING
