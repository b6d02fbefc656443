"""What an entry is the product of, for its uncertainty: a quantity of a line and a factor.

Choices: an entry has an origin where the unit supplied both uncertainties of its line (of a reported mass, of
the quantity alone); a listed factor is the
same for every line that takes it, a factor that a unit measured or noted serves its line and gas alone.
"""

from decimal import Decimal
from functools import lru_cache
from typing import Final

from lingtan.synthetic.lines import LineUncertainty, ProcessLine
from lingtan.synthetic.rounding import EXACT
from lingtan.synthetic.truth_amounts import Origin
from lingtan.synthetic.truth_lines import Inside
from lingtan.synthetic.truth_reference import ReferenceValues

_HUNDRED: Final = Decimal(100)
#: The factor of a mass of the gas itself: one by definition, and exact whatever a unit says of it.
MASS: Final = "mass"


def origin(lines: Inside, table: str, line_id: str, listed: str | None, own: str = "") -> Origin | None:
    """The origin of an entry of a line.

    Args:
        lines: the return.
        table: the table of the line.
        line_id: its number.
        listed: the listed factor; None for one of the line's own.
        own: what tells own factors of one line apart.
    """
    one = lines.park_return
    if not one.uncertainties:
        return None
    supplied = _by_line(one.uncertainties).get((table, line_id))
    if supplied is None or supplied.quantity_percent is None:
        return None
    factor_percent = Decimal(0) if listed == MASS else supplied.factor_percent
    if factor_percent is None:
        return None
    line = (one.park.code, one.period_code, table, line_id)
    return Origin(
        line=line,
        factor=("listed", listed) if listed is not None else (*line, own),
        quantity_ratio=EXACT.divide(supplied.quantity_percent, _HUNDRED),
        factor_ratio=EXACT.divide(factor_percent, _HUNDRED),
    )


@lru_cache(maxsize=64)
def _by_line(uncertainties: tuple[LineUncertainty, ...]) -> dict[tuple[str, str], LineUncertainty]:
    return {(one.table, one.line_id): one for one in uncertainties}


def process_origin(values: ReferenceValues, lines: Inside, step: ProcessLine, gas: str) -> Origin | None:
    """The same of a process line: its documented factor is known by product, role and value."""
    documented = values.process_factor(
        step.product_code, step.role_code, step.route_code, step.factor_source_code, gas
    )
    listed = None if documented is None else f"{step.product_code} {step.role_code} {gas} {documented}"
    return origin(lines, "process", step.line_id, listed)
