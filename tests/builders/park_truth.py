"""What the truth says about one park worked out by hand."""

from collections import defaultdict
from decimal import Decimal

from lingtan.synthetic.model import ParkReturn
from lingtan.synthetic.truth_amounts import Absence
from lingtan.synthetic.truth_boundaries import CountedParks
from lingtan.synthetic.truth_claims import Group, meetings
from lingtan.synthetic.truth_reference import reference_values
from lingtan.synthetic.truth_returns import BoundaryYear, Worker

#: (method, scope or memo, basis, component, gas group) -> one amount a line; None is a gap, "IE" elsewhere.
Found = dict[tuple[str, str, str, str, str], list[Decimal | str | None]]


def boundary_year(
    *returns: ParkReturn, boundary: str = "physical", counted_parks: CountedParks | None = None
) -> BoundaryYear:
    worker = Worker(reference_values(), Decimal("0.3"), counted_parks or {})
    against = meetings([Group(boundary, is_counted=True, returns=returns)])
    return worker.boundary_year(worker.canonical(returns, against), boundary)


def entries(
    *returns: ParkReturn, boundary: str = "physical", counted_parks: CountedParks | None = None
) -> Found:
    found: Found = defaultdict(list)
    for one in boundary_year(*returns, boundary=boundary, counted_parks=counted_parks).entries:
        scope = "memo" if one.is_memo else one.scope_code
        key = (one.method_code, scope, one.basis_code, one.component_code, one.group_code)
        amount = one.amount
        if isinstance(amount, Absence):
            found[key].append(None if amount is Absence.NOT_ESTIMATED else amount.value)
        else:
            found[key].append(amount)
    return dict(found)


def of_method(found: Found, method: str) -> dict[str, list[Decimal | str | None]]:
    """'scope basis component group' without NA -> amounts, of one method."""
    return {
        " ".join(part for part in key[1:] if part != "NA"): amounts
        for key, amounts in found.items()
        if key[0] == method
    }
