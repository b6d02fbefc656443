"""What readers lose by the cells that are withheld, beside what they would lose at least."""

from typing import Final

import polars as pl

from lingtan.disclosure.protect import ProtectedSystem

_LOSS: Final = pl.Decimal(38, 6)
LOSSES_SCHEMA: Final = pl.Schema(
    {
        "reference_year": pl.Int32(),
        "measure_code": pl.String(),
        "loss": _LOSS,
        "loss_bound": _LOSS,
    }
)


def losses(reference_year: int, protected: ProtectedSystem) -> pl.DataFrame:
    """Rows of `LOSSES_SCHEMA`, one a measure of the system.

    loss: of each withheld cell its size and one, times the weight of the table that has it (unit of the
    measure). loss_bound: no pattern loses less that protects the measure by itself (cutting planes, HiGHS);
    what linked measures and earlier releases cost is above it.
    """
    rows = [
        (reference_year, one.code, protected.loss[one.code], protected.loss_bound[one.code])
        for one in protected.measures
    ]
    return pl.DataFrame(rows, schema=list(LOSSES_SCHEMA), orient="row").cast(LOSSES_SCHEMA)
