"""The gas of anode effects is counted once (L6)."""

from dataclasses import replace

import polars as pl

from lingtan.contracts.batch import Batch
from quality.rules.park_return.return_gas_replaces_product_factor import RULE
from tests.builders.batches import build_batch, judge

GAS = {"unit_code": "U1", "source_code": "anode_effect", "gas_code": "CF4"}
#: The product and its gas are those of the reference; a batch of its own holds them here.
PRODUCTS = {
    "product_code": ["primary_aluminium"],
    "purpose_code": ["process"],
    "activity_code": ["aluminium"],
}
FACTORS = {"purpose_code": ["process"], "activity_code": ["aluminium"], "gas_code": ["CF4"]}


def batch_of(gases: list[dict[str, str]], process: list[dict[str, str]]) -> Batch:
    batch = build_batch("park_return", {"other_gases": gases, "process": process})
    return replace(
        batch,
        tables={
            **batch.tables,
            ("park_return", "process"): batch.tables["park_return", "process"].with_columns(
                pl.col("product_code__text").alias("product_code")
            ),
        },
        reference={
            **batch.reference,
            "process_product_factors": pl.DataFrame(PRODUCTS),
            "emission_factors": pl.DataFrame(FACTORS),
        },
    )


def test_finds_the_same_gas_of_the_same_unit() -> None:
    process = [{"unit_code": "U1", "product_code": "primary_aluminium"}]
    assert judge(RULE, batch_of([GAS], process)) == [("other_gases", 1, "gas_code", "CF4", "", "U1")]


def test_passes_another_gas_unit_or_source() -> None:
    process = [{"unit_code": "U1", "product_code": "primary_aluminium"}]
    gases = [GAS | {"gas_code": "SF6"}, GAS | {"unit_code": "U2"}, GAS | {"source_code": "electronics"}]
    assert judge(RULE, batch_of(gases, process)) == []
    assert judge(RULE, batch_of([GAS], [{"unit_code": "U1", "product_code": "lime"}])) == []
