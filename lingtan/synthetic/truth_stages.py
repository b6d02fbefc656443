"""Which stage of net zero a park reaches, from its nets: by market, with location beside it, without offsets.

Operational: scopes 1 and 2 less removals and offsets are at most zero. Full: the same with scope 3, of which
every category is screened and all that is relevant covered.

Choices: a partial result decides nothing; what is known of scope 3 may alone be too much, and then nothing
more is asked of it; a park whose lines of the value chain screen nothing has no scope 3; the share of offsets
is what they had to cover of the gross.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from lingtan.synthetic.model import Park
from lingtan.synthetic.rounding import EXACT
from lingtan.synthetic.truth_amounts import ZERO
from lingtan.synthetic.truth_ghgi import INVENTORY_METHOD
from lingtan.synthetic.truth_park_years import CellsOfKind, Value
from lingtan.synthetic.truth_periods import BOUNDARIES
from lingtan.synthetic.truth_value_chain import share

STAGES: Final = ("operational", "full")
_DECIDING, _BESIDE = "market", "location"
_ABSENCES: Final = ("not_reported", "periods_incomplete", "boundary_not_reported")


class _Stage(NamedTuple):
    gross: Decimal | None
    net: Decimal | None
    without_offsets: Decimal | None
    reason: str | None


def stage_cells(
    parks: Iterable[Park], of_parks: CellsOfKind, coverage: Mapping[tuple[str, ...], int]
) -> dict[str, dict[tuple[str, ...], Value | str]]:
    """Kind -> (park, boundary, method, stage) -> value.

    Args:
        parks: Every registered park.
        of_parks: The cells of parks with a year.
        coverage: What parks leave out as a whole.
    """
    names = ("gross", "net", "without_offsets", "beside", "status", "status_without_offsets")
    found: dict[str, dict[tuple[str, ...], Value | str]] = {
        f"stage_{name}": {} for name in (*names, "status_beside", "reason", "offset_share")
    }
    for park in parks:
        for boundary in BOUNDARIES:
            place = (park.code, boundary, INVENTORY_METHOD)
            absence = next((one for one in _ABSENCES if (*place, one) in coverage), "no_activity_reported")
            for stage in STAGES:
                deciding = _stage(of_parks, place, _DECIDING, stage, absence)
                beside = _stage(of_parks, place, _BESIDE, stage, absence)
                asked = _asked_of_scope_three(of_parks, place) if stage == "full" else None
                status = _status(deciding.net, deciding.reason, asked)
                key = (*place, stage)
                found["stage_gross"][key] = deciding.gross
                found["stage_net"][key] = deciding.net
                found["stage_without_offsets"][key] = deciding.without_offsets
                found["stage_beside"][key] = beside.net
                found["stage_status"][key] = status
                found["stage_status_without_offsets"][key] = _status(
                    deciding.without_offsets, deciding.reason, asked
                )
                found["stage_status_beside"][key] = _status(beside.net, beside.reason, asked)
                found["stage_reason"][key] = deciding.reason or asked if status == "not_determined" else None
                found["stage_offset_share"][key] = _offset_share(deciding) if status == "reached" else None
    return found


def _stage(cells: CellsOfKind, place: tuple[str, str, str], basis: str, stage: str, absence: str) -> _Stage:
    key = (*place, basis)
    gross = _decimal(cells["net_gross"].get(key))
    if gross is None:
        return _Stage(None, None, None, absence)
    if stage == "full":
        gross = EXACT.add(gross, _decimal(cells["net_scope3"][key]) or ZERO)
    without_offsets = EXACT.add(gross, _decimal(cells["net_removals"][key]) or ZERO)
    net = EXACT.add(without_offsets, _decimal(cells["net_offsets"][key]) or ZERO)
    return _Stage(gross, net, without_offsets, "partial" if cells["net_partial"][key] else None)


def _asked_of_scope_three(cells: CellsOfKind, place: tuple[str, str, str]) -> str | None:
    key = (*place, _DECIDING)
    if not cells["net_scope3_screened"].get(key):
        return "no_scope3"
    if not cells["net_scope3_complete"][key]:
        return "scope3_coverage_incomplete"
    return "scope3_not_estimated" if cells["net_scope3_gaps"][key] else None


def _status(net: Decimal | None, reason: str | None, asked_of_scope_three: str | None) -> str:
    if reason is not None or net is None:
        return "not_determined"
    if net > 0:
        return "not_reached"
    return "reached" if asked_of_scope_three is None else "not_determined"


def _offset_share(stage: _Stage) -> Decimal | None:
    if stage.gross is None or stage.without_offsets is None:
        return None
    return share(stage.without_offsets, stage.gross) if stage.without_offsets > 0 else ZERO


def _decimal(value: object) -> Decimal | None:
    return value if isinstance(value, Decimal) else None
