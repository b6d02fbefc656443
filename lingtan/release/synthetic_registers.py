"""Whether a plan holds submissions of a province or park that is known to be synthetic."""

from pathlib import Path
from typing import Final

import polars as pl

from lingtan.release.plan_choice import Choice
from lingtan.release.register_view import RegisterView

_TABLE: Final = "park_register__parks"
_COLUMNS: Final = ("submission_id", "park_code", "is_synthetic")
_KNOWN: Final = ("current", "superseded")


def has_synthetic_register(register: RegisterView, choice: Choice, lake: Path) -> bool:
    """Whether a register accepted at any time marks a planned park or a planned province as synthetic.

    A return and an inventory have no mark of their own: only a register says that its parks are synthetic. A
    plan of inventories alone, or of a year before the register takes effect, has no registered park in it,
    so that every register known on the plan's day counts here, whatever its date.

    Args:
        register: the register as known on the plan's day.
        choice: what is planned.
        lake: where the registers' rows lie.
    """
    known = register.submissions.filter(pl.col("form") == "park_register", pl.col("status").is_in(_KNOWN))
    files = [lake / batch / f"{_TABLE}.parquet" for batch in known["batch_id"].unique().sort()]
    rows = [pl.read_parquet(path, columns=list(_COLUMNS)) for path in files if path.is_file()]
    if not rows:
        return False
    synthetic = pl.concat(rows).filter("is_synthetic").join(known, on="submission_id")
    planned = choice.submissions.select("form", "reporting_unit_code")
    provinces = planned.filter(pl.col("form") == "province_inventory")["reporting_unit_code"].to_list()
    parks = planned.filter(pl.col("form") == "park_return")["reporting_unit_code"].to_list()
    marked = synthetic.filter(
        pl.col("reporting_unit_code").is_in(provinces) | pl.col("park_code").is_in(parks)
    )
    return marked.height > 0
