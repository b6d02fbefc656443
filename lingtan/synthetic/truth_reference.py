"""Factor values for the truth, straight from the reference seeds, with choice rules stated here in words.

- CO2 per TJ comes from the national database (set NCSC), per fuel the newest edition that has the fuel.
- The calorific value beside it comes from table C.1 of the national standard (GBT32151_C1).
- A carrier without such a row takes its row of `fuel_factor_fallbacks`: another fuel's CO2 factor, or a
  carbon content of a named set at full oxidation. Without that it has no factor.
- A process line that notes the provincial guideline takes the guideline's factor; any other line the
  default of its product, role and route. A product listed without a route is meant for every route.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

import polars as pl

from lingtan.synthetic.seeds import seed_frame

NCV_SET: Final = "GBT32151_C1"
DATABASE_SET: Final = "NCSC"


@dataclass(frozen=True)
class Fallback:
    """What stands in for a fuel the national database does not have."""

    co2_factor_carrier: str | None
    carbon_set: str | None
    ncv_carrier: str
    ncv_set: str


@dataclass(frozen=True)
class ReferenceValues:
    """The values the truth computes with."""

    canonical_unit: dict[str, str]
    multiplier: dict[str, Decimal]
    dimension: dict[str, str]
    biomass: frozenset[str]
    fuels: frozenset[str]
    co2_per_tj: dict[str, Decimal]
    calorific_value: dict[tuple[str, str], Decimal]
    carbon_content: dict[tuple[str, str], Decimal]
    fallbacks: dict[str, Fallback]
    standard_coal: dict[str, Decimal]
    parameter: dict[str, Decimal]
    factor: dict[tuple[str, str], Decimal]
    process_activity: dict[tuple[str, str, str, str | None], str]

    def default_calorific_value(self, carrier: str) -> Decimal | None:
        """GJ per canonical unit where nothing was measured: table C.1, else the fallback row's value."""
        own = self.calorific_value.get((NCV_SET, carrier))
        fallback = self.fallbacks.get(carrier)
        if own is None and fallback is not None:
            return self.calorific_value.get((fallback.ncv_set, fallback.ncv_carrier))
        return own

    def process_factor(
        self, product: str, role: str, route: str | None, source: str | None
    ) -> Decimal | None:
        """T CO2 per t of a process line; None where no document gives one."""
        purpose = "process_provincial_guideline" if source == "provincial_guideline" else "process"
        for listed_route in (route, None):
            activity = self.process_activity.get((product, role, purpose, listed_route))
            if activity is not None:
                return self.factor[purpose, activity]
        return None


@cache
def reference_values() -> ReferenceValues:
    """Read the seeds once."""
    units, carriers = seed_frame("units"), seed_frame("carriers")
    parameters = seed_frame("fuel_parameters")
    # Sorted, so that a later edition overwrites an earlier one.
    database = parameters.filter(
        (pl.col("parameter_set_code") == DATABASE_SET) & (pl.col("parameter_code") == "co2_factor")
    ).sort(pl.col("edition_year").cast(pl.Int64))
    coefficients = seed_frame("standard_coal").filter(pl.col("energy_basis_code") == "calorific")
    factors = seed_frame("emission_factors").filter(
        pl.col("purpose_code").is_in(["nzcp_power", "nzcp_heat", "process", "process_provincial_guideline"])
    )
    return ReferenceValues(
        canonical_unit=_texts(units, "unit_code", "canonical_unit_code"),
        multiplier=_decimals(units, "unit_code", "multiplier"),
        dimension=_texts(units, "unit_code", "dimension_code"),
        biomass=frozenset(carriers.filter(pl.col("is_biomass") == "true")["carrier_code"]),
        fuels=frozenset(carriers.filter(pl.col("is_fuel") == "true")["carrier_code"]),
        co2_per_tj=_decimals(database, "carrier_code", "value"),
        calorific_value=_by_set(parameters, "net_calorific_value"),
        carbon_content=_by_set(parameters, "carbon_content"),
        fallbacks={
            row["carrier_code"]: Fallback(
                row["co2_factor_carrier_code"],
                row["carbon_parameter_set_code"],
                row["ncv_carrier_code"],
                row["ncv_parameter_set_code"],
            )
            for row in seed_frame("fuel_factor_fallbacks").iter_rows(named=True)
        },
        standard_coal=_decimals(coefficients, "carrier_code", "coefficient_tce"),
        parameter=_decimals(seed_frame("parameters"), "parameter_code", "value"),
        factor={
            (purpose, activity): Decimal(value)
            for purpose, activity, value in factors.select(
                "purpose_code", "activity_code", "value"
            ).iter_rows()
        },
        process_activity={
            (row["product_code"], row["role_code"], row["purpose_code"], row["route_code"]): row[
                "activity_code"
            ]
            for row in seed_frame("process_product_factors").iter_rows(named=True)
        },
    )


def _texts(frame: pl.DataFrame, key: str, value: str) -> dict[str, str]:
    return dict(frame.select(key, value).iter_rows())


def _decimals(frame: pl.DataFrame, key: str, value: str) -> dict[str, Decimal]:
    return {code: Decimal(text) for code, text in frame.select(key, value).iter_rows()}


def _by_set(parameters: pl.DataFrame, parameter: str) -> dict[tuple[str, str], Decimal]:
    chosen = parameters.filter(pl.col("parameter_code") == parameter)
    return {
        (set_code, carrier): Decimal(text)
        for set_code, carrier, text in chosen.select(
            "parameter_set_code", "carrier_code", "value"
        ).iter_rows()
    }
