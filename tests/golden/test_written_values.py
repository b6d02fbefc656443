"""Every factor, coefficient, threshold, multiplier and sign against a second writing of it (L8).

The values stand in written_values.csv once more on purpose: a figure that slips in a seed, of whatever fuel
or term, is named here. Who changes a value, because its document changed, changes it in both places by hand.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import polars as pl
import pytest

from tests.builders.reference_seeds import SEEDS

WRITTEN: Final = Path(__file__).parent / "written_values.csv"
#: Seed -> the columns that name a row, and those that hold its figures.
FIGURES: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "emission_factors": (("factor_id",), ("value", "unit")),
    "combustion_factors": (
        ("combustion_class_code", "carrier_group_code", "carrier_code", "gas_code"),
        ("value_kg_per_tj",),
    ),
    "formula_defaults": (("source_code", "treatment_code", "gas_code", "parameter_code"), ("value",)),
    "energy_terms": (("energy_method_code", "side_code", "activity_code"), ("sign", "condition_code")),
    "fuel_parameters": (
        ("carrier_code", "parameter_set_code", "parameter_code", "use_code", "edition_year"),
        ("value", "unit"),
    ),
    "gwp": (("gwp_set_code", "gas_code"), ("gwp",)),
    "indicator_thresholds": (
        ("system_code", "indicator_code", "size_class_code"),
        ("energy_from_tce", "energy_below_tce", "threshold_value", "unit"),
    ),
    "line_parameters": (("parameter_code",), ("canonical_unit_code", "least_value", "most_value")),
    "method_terms": (
        ("method_code", "method_version", "term_code", "activity_code", "gas_code", "scope2_basis_code"),
        ("sign", "component_code", "scope_code", "factor_rule_code"),
    ),
    "parameters": (("parameter_code",), ("value", "unit")),
    "stages": (("stage_code",), ("scope2_basis_code", "net_most_tco2e", "least_coverage_ratio")),
    "standard_coal": (
        ("carrier_code", "energy_basis_code", "data_year"),
        ("coefficient_tce", "canonical_unit_code"),
    ),
    "units": (("unit_code",), ("multiplier", "canonical_unit_code")),
}


def figures_of(seed: str) -> pl.DataFrame:
    """A seed's rows as key and figures, each in one text; a blank is `-`."""
    key, figures = FIGURES[seed]
    texts = {
        name: pl.concat_str([pl.col(column).fill_null("-") for column in columns], separator=" ")
        for name, columns in (("key", key), ("figures", figures))
    }
    return SEEDS[seed].select(pl.lit(seed).alias("seed"), **texts)


@pytest.mark.parametrize("seed", FIGURES)
def test_every_figure_is_as_written_down(seed: str) -> None:
    written = pl.read_csv(WRITTEN, infer_schema=False).filter(pl.col("seed") == seed)
    found = figures_of(seed)
    assert found["key"].is_duplicated().any() is False
    differing = written.join(found, on=["seed", "key"], how="full", suffix="_found", coalesce=True).filter(
        pl.col("figures").ne_missing(pl.col("figures_found"))
    )
    assert differing.select("key", "figures", "figures_found").rows() == []


def test_nothing_written_down_is_of_another_seed() -> None:
    assert set(pl.read_csv(WRITTEN, infer_schema=False)["seed"]) == set(FIGURES)
