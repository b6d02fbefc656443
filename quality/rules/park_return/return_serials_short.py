"""More power claimed than the range of serials holds certificates."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.lines import PARK_RETURN
from quality.parameters import parameter
from quality.quantity import QUANTITY, with_quantity
from quality.rule import Rule

#: Longer numbers than a whole number of the engine are not judged.
_NUMBERED = r"^(.*?)([0-9]{1,18})$"


def check(batch: Batch) -> pl.DataFrame:
    """Certificates whose MWh exceed the number of serials from the first to the last.

    Judged where both serials are given, of one length, with one head and numbers at the end.
    """
    one_certificate = pl.lit(parameter(batch, "certificate_mwh")).cast(QUANTITY)
    head, number = (pl.col("serial_from").str.extract(_NUMBERED, group) for group in (1, 2))
    last_head, last_number = (pl.col("serial_to").str.extract(_NUMBERED, group) for group in (1, 2))
    count = last_number.cast(pl.Int64, strict=False) - number.cast(pl.Int64, strict=False) + 1
    rows = (
        with_quantity(batch.tables[PARK_RETURN, "instruments"], batch)
        .filter(
            pl.col("instrument_type_code") == "green_certificate",
            pl.col("dimension_code") == "electricity",
            pl.col("serial_from").str.len_chars() == pl.col("serial_to").str.len_chars(),
            head == last_head,
            count > 0,
        )
        .with_columns((count.cast(QUANTITY) * one_certificate).cast(QUANTITY).alias("held"))
        .filter(pl.col("canonical_quantity") > pl.col("held"))
    )
    return findings(
        rows,
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="instruments",
        column="quantity",
        expected=plain(pl.col("held")),
        detail=pl.format("{} … {}", "serial_from", "serial_to"),
    )


RULE = Rule(
    id="RETURN_SERIALS_SHORT",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("instruments",),
    title_zh="核销电量多于编号区间所含绿证",
    title_en="More power claimed than the range holds certificates",
    reason_zh="一个绿证对应 1000 千瓦时；多出部分不计。",
    reason_en="A certificate is 1,000 kWh; what is claimed beyond counts nothing.",
    formula=(
        "green_certificate, claimed MWh > (number of serial_to − number of serial_from + 1) x "
        "certificate_mwh, serials of equal length and head"
    ),
    message_zh="{sheet} {cell}：编号 {detail} 含绿证 {expected} MWh，填报 {found}，多出部分不计。",
    message_en=(
        "{sheet} {cell}: the serials {detail} hold certificates of {expected} MWh, {found} is claimed; the "
        "rest does not count."
    ),
    action_zh="请核对编号区间和核销量。",
    action_en="Check the range of serials and the quantity claimed.",
    check=check,
)
