"""More green power reported than certificates claim."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings, plain
from quality.lines import PARK_RETURN
from quality.periods import with_period
from quality.quantity import with_known
from quality.rule import Rule

#: The bundle whose certificates a kind of green power needs.
_BUNDLES = {"E-GT": "green_trade", "E-GEC": "unbundled"}


def check(batch: Batch) -> pl.DataFrame:
    """The first line of each unit and kind of green power received whose sum exceeds the unit's claims."""
    kinds = pl.DataFrame({"kind_code": list(_BUNDLES), "bundle_code": list(_BUNDLES.values())})
    key = ["submission_id", "unit_code", "kind_code"]
    claims = (
        with_period(with_known(batch.tables[PARK_RETURN, "instruments"], batch, ("quantity",)), batch)
        .filter(
            pl.col("instrument_type_code") == "green_certificate",
            pl.col("is_tradable"),
            pl.col("serial_from").is_not_null(),
            pl.col("consumption_year") == pl.col("period_year"),
            pl.col("dimension_code") == "electricity",
        )
        .join(kinds, on="bundle_code", how="inner")
        .group_by(key)
        .agg(pl.col("quantity_known").sum().alias("claims"))
    )
    lines = (
        with_known(batch.tables[PARK_RETURN, "power_heat"], batch, ("quantity",))
        .filter(
            pl.col("direction_code") == "received",
            pl.col("kind_code").is_in(list(_BUNDLES)),
            pl.col("dimension_code") == "electricity",
        )
        .with_columns(pl.col("quantity_known").sum().over(key).alias("green"))
        .join(claims, on=key, how="left", maintain_order="left")
        .with_columns(pl.col("claims").fill_null(0))
    )
    return findings(
        lines.filter(pl.col("green") > pl.col("claims")).unique(key, keep="first", maintain_order=True),
        rule_id=RULE.id,
        form=PARK_RETURN,
        table="power_heat",
        column="quantity",
        found=plain(pl.col("green")),
        expected=plain(pl.col("claims")),
        detail=pl.format("{}, {}", pl.col("unit_code").fill_null(""), "kind_code"),
    )


RULE = Rule(
    id="RETURN_GREEN_POWER_EXCEEDS_CLAIMS",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("power_heat", "instruments", "cover"),
    title_zh="绿电超过已核销绿证",
    title_en="More green power than certificates",
    reason_zh="绿电只按有编号的绿证核销；其余按电网电力计。",
    reason_en="Green power is cleared by certificates with serials; the rest counts as grid power.",
    formula=(
        "Σ received of E-GT (E-GEC) of a unit > Σ claimed of its tradable certificates with serials, "
        "bundle green_trade (unbundled), consumption year of the period; in MWh"
    ),
    message_zh="{sheet} {cell}：{detail} 填报 {found} MWh，可核销绿证为 {expected} MWh，其余按电网电力计。",
    message_en=(
        "{sheet} {cell}: {detail} reports {found} MWh, certificates cover {expected} MWh; the rest "
        "counts as grid power."
    ),
    action_zh="请补报绿证及编号，或更正类别。",
    action_en="Add the certificates with their serials, or correct the kind.",
    check=check,
)
