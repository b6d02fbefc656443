"""A removal whose origin or fate does not fit its type."""

import polars as pl

from lingtan.contracts.batch import Batch
from quality.finding import findings
from quality.lines import PARK_RETURN
from quality.rule import Rule

#: What may become of the CO2, by type; a permanent fate of what is used has a rule of its own.
_FATES = {
    "ccs": ("geological", "mineralised", "transferred"),
    "ccu": ("product", "transferred", "geological", "mineralised"),
    "forest": ("biomass", "soil", "product"),
    "wetland": ("biomass", "soil"),
    "soil": ("soil",),
}
#: What grows takes its CO2 from the air, never from a fossil source.
_OF_NATURE = ("forest", "wetland", "soil")


def check(batch: Batch) -> pl.DataFrame:
    """Lines with a fate that is not one of their type, or a fossil origin of what nature removed."""
    rows = batch.tables[PARK_RETURN, "removals"]
    fits = pl.concat(
        [
            pl.DataFrame({"removal_type_code": [kind] * len(fates), "fate_code": list(fates)})
            for kind, fates in _FATES.items()
        ]
    )
    known = rows.drop_nulls(["removal_type_code", "fate_code"])
    wrong_fate = known.join(fits, on=["removal_type_code", "fate_code"], how="anti", maintain_order="left")
    wrong_origin = rows.filter(
        pl.col("removal_type_code").is_in(_OF_NATURE), pl.col("co2_origin_code") == "fossil"
    )
    return pl.concat(
        findings(
            wrong,
            rule_id=RULE.id,
            form=PARK_RETURN,
            table="removals",
            column=column,
            detail=pl.col("removal_type_code__text"),
        )
        for column, wrong in (("fate_code", wrong_fate), ("co2_origin_code", wrong_origin))
    )


RULE = Rule(
    id="RETURN_REMOVAL_DOES_NOT_FIT",
    severity="query",
    scope="form",
    forms=("park_return",),
    tables=("removals",),
    title_zh="清除类型与来源、去向不符",
    title_en="Type, origin and fate of a removal do not fit",
    reason_zh="来源和去向决定是否为清除；不相符时可能算错。",
    reason_en="Origin and fate decide what counts as a removal.",
    formula=(
        "ccs: fate geological, mineralised, transferred; ccu: product, transferred (permanent fates: "
        "RETURN_USE_WITH_PERMANENT_FATE); forest: biomass, soil, product; wetland: biomass, soil; "
        "soil: soil; forest, wetland and soil: origin not fossil"
    ),
    message_zh="{sheet} {cell}：“{found}”与清除类型“{detail}”不符。",
    message_en="{sheet} {cell}: “{found}” does not fit a removal of type “{detail}”.",
    action_zh="请核对类型、二氧化碳来源和去向。",
    action_en="Check type, origin of the CO2 and fate.",
    check=check,
)
