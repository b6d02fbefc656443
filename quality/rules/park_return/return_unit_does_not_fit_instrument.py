"""A certificate in tonnes, or an offset in megawatt hours."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.lines import PARK_RETURN
from quality.rule import Rule
from quality.unit_fit import unit_of_other_dimension

_DIMENSIONS = {"green_certificate": "electricity", "offset": "mass"}


def check(batch: Batch) -> pl.DataFrame:
    """Rows of instruments whose known unit does not fit their known type."""
    rows = batch.tables[PARK_RETURN, "instruments"]
    return pl.concat(
        unit_of_other_dimension(
            rows.filter(pl.col("instrument_type_code") == instrument),
            batch,
            RULE.id,
            "instruments",
            dimension,
            pl.col("instrument_type_code__text"),
        )
        for instrument, dimension in _DIMENSIONS.items()
    )


RULE = Rule(
    id="RETURN_UNIT_DOES_NOT_FIT_INSTRUMENT",
    severity="error",
    scope="form",
    forms=("park_return",),
    tables=("instruments",),
    title_zh="计量单位与凭证类型不符",
    title_en="The unit does not fit the instrument",
    reason_zh="绿证以电量计，抵销以吨二氧化碳当量计。",
    reason_en="Certificates are counted in electricity, offsets in tonnes of CO2 equivalent.",
    formula="green_certificate: dimension(quantity_unit) = electricity; offset: mass",
    message_zh="{sheet} {cell}：“{detail}”不能用单位“{found}”，应可换算为 {expected}。",
    message_en="{sheet} {cell}: “{detail}” cannot be given in “{found}”; expected a unit of {expected}.",
    action_zh="请核对计量单位和数值。",
    action_en="Check the unit and the value.",
    check=check,
)
