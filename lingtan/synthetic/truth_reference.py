"""Factor values for the truth, straight from the reference seeds, with choice rules stated here in words.

- CO2 per TJ comes from the national database (set NCSC), per fuel the newest edition that has the fuel.
- The calorific value beside it comes from table C.1 of the national standard (GBT32151_C1).
- A carrier without such a row takes its row of `fuel_factor_fallbacks`: another fuel's CO2 factor, or a
  carbon content of a named set at full oxidation. Without that it has no factor.
- A process line that notes the provincial guideline takes the guideline's factor; any other line the
  default of its product, role and route. A product listed without a route is meant for every route.
- Power factors of a province and of the nation: the newest data year on or before the reference year.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

import polars as pl

from lingtan.synthetic.seeds import seed_frame

NCV_SET: Final = "GBT32151_C1"
DATABASE_SET: Final = "NCSC"
GWP_SET: Final = "CN-AR5"


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
    carrier_group: dict[str, str]
    co2_per_tj: dict[str, Decimal]
    #: (set, carrier) -> value; of oxidation the value without a device, else that of an industrial boiler.
    calorific_value: dict[tuple[str, str], Decimal]
    carbon_content: dict[tuple[str, str], Decimal]
    oxidation: dict[tuple[str, str], Decimal]
    biogenic_co2_per_tj: dict[str, Decimal]
    fallbacks: dict[str, Fallback]
    standard_coal: dict[str, Decimal]
    parameter: dict[str, Decimal]
    factor: dict[tuple[str, str, str], Decimal]
    process_activity: dict[tuple[str, str, str, str | None, str], str]
    products_without_co2: frozenset[str]
    products_with_gas: frozenset[tuple[str, str]]
    non_energy: dict[str, Decimal]
    #: (variant, region) -> data year -> t CO2 per MWh.
    power: dict[tuple[str, str], dict[int, Decimal]]
    #: (class, carrier or group, gas) -> kg per TJ.
    combustion: dict[tuple[str, str, str], Decimal]
    gwp: dict[str, Decimal]
    gas_group: dict[str, str]
    non_fossil_technologies: frozenset[str]
    #: (source, treatment, gas, parameter) -> listed value; no treatment or gas: any.
    formula_default: dict[tuple[str, str | None, str | None, str], Decimal]

    def formula_parameter(
        self, source: str, treatment: str | None, gas: str, parameter: str
    ) -> Decimal | None:
        """What is listed for a parameter of a line; None where no document gives one."""
        for listed_treatment in (treatment, None):
            for listed_gas in (gas, None):
                value = self.formula_default.get((source, listed_treatment, listed_gas, parameter))
                if value is not None:
                    return value
        return None

    def default_calorific_value(self, carrier: str) -> Decimal | None:
        """GJ per canonical unit where nothing was measured: table C.1, else the fallback row's value."""
        own = self.calorific_value.get((NCV_SET, carrier))
        fallback = self.fallbacks.get(carrier)
        if own is None and fallback is not None:
            return self.calorific_value.get((fallback.ncv_set, fallback.ncv_carrier))
        return own

    def process_factor(
        self, product: str, role: str, route: str | None, source: str | None, gas: str = "CO2"
    ) -> Decimal | None:
        """T of the gas per t of a process line; None where no document gives one."""
        purpose = "process_provincial_guideline" if source == "provincial_guideline" else "process"
        for listed_route in (route, None):
            activity = self.process_activity.get((product, role, purpose, listed_route, gas))
            if activity is not None:
                return self.factor[purpose, activity, gas]
        return None

    def power_factor(self, variant: str, region: str, year: int) -> Decimal | None:
        """T CO2 per MWh of the newest data year up to `year`; None for a region without a row."""
        by_year = self.power.get((variant, region), {})
        known = [data_year for data_year in by_year if data_year <= year]
        return by_year[max(known)] if known else None


@cache
def reference_values() -> ReferenceValues:
    """Read the seeds once."""
    units, carriers = seed_frame("units"), seed_frame("carriers")
    parameters, products = seed_frame("fuel_parameters"), seed_frame("process_products")
    # Sorted, so that a later edition overwrites an earlier one.
    database = parameters.filter(
        (pl.col("parameter_set_code") == DATABASE_SET) & (pl.col("parameter_code") == "co2_factor")
    ).sort(pl.col("edition_year").cast(pl.Int64))
    coefficients = seed_frame("standard_coal").filter(pl.col("energy_basis_code") == "calorific")
    factors = seed_frame("emission_factors")
    gases, technologies = seed_frame("gases"), seed_frame("generation_technologies")
    biogenic = parameters.filter(
        (pl.col("parameter_set_code") == "IPCC_2006") & (pl.col("parameter_code") == "co2_factor_biogenic")
    )
    return ReferenceValues(
        canonical_unit=_texts(units, "unit_code", "canonical_unit_code"),
        multiplier=_decimals(units, "unit_code", "multiplier"),
        dimension=_texts(units, "unit_code", "dimension_code"),
        biomass=frozenset(carriers.filter(pl.col("is_biomass") == "true")["carrier_code"]),
        fuels=frozenset(carriers.filter(pl.col("is_fuel") == "true")["carrier_code"]),
        carrier_group=_texts(carriers, "carrier_code", "carrier_group_code"),
        co2_per_tj=_decimals(database, "carrier_code", "value"),
        calorific_value=_by_set(parameters, "net_calorific_value"),
        carbon_content=_by_set(parameters, "carbon_content"),
        oxidation=_by_set(parameters, "oxidation_ratio"),
        biogenic_co2_per_tj=_decimals(biogenic, "carrier_code", "value"),
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
            (row["purpose_code"], row["activity_code"], row["gas_code"]): Decimal(row["value"])
            for row in factors.iter_rows(named=True)
            if row["purpose_code"] not in {"electricity", "ghgi_non_energy"}
        },
        process_activity={
            (
                row["product_code"],
                row["role_code"],
                row["purpose_code"],
                row["route_code"],
                row["gas_code"],
            ): row["activity_code"]
            for row in seed_frame("process_product_factors").iter_rows(named=True)
        },
        products_without_co2=frozenset(products.filter(pl.col("has_co2") == "false")["product_code"]),
        products_with_gas=frozenset(
            seed_frame("process_product_factors").select("product_code", "gas_code").iter_rows()
        ),
        non_energy=_decimals(
            factors.filter(pl.col("purpose_code") == "ghgi_non_energy"), "carrier_code", "value"
        ),
        power=_power(factors.filter(pl.col("purpose_code") == "electricity")),
        combustion={
            (
                row["combustion_class_code"],
                row["carrier_code"] or row["carrier_group_code"],
                row["gas_code"],
            ): Decimal(row["value_kg_per_tj"])
            for row in seed_frame("combustion_factors").iter_rows(named=True)
        },
        gwp=_decimals(seed_frame("gwp").filter(pl.col("gwp_set_code") == GWP_SET), "gas_code", "gwp"),
        gas_group=_texts(gases, "gas_code", "gas_group_code"),
        non_fossil_technologies=frozenset(
            technologies.filter(pl.col("is_non_fossil") == "true")["technology_code"]
        ),
        formula_default={
            (row["source_code"], row["treatment_code"], row["gas_code"], row["parameter_code"]): Decimal(
                row["value"]
            )
            for row in seed_frame("formula_defaults").iter_rows(named=True)
        },
    )


def _texts(frame: pl.DataFrame, key: str, value: str) -> dict[str, str]:
    return dict(frame.select(key, value).iter_rows())


def _decimals(frame: pl.DataFrame, key: str, value: str) -> dict[str, Decimal]:
    return {code: Decimal(text) for code, text in frame.select(key, value).iter_rows()}


def _by_set(parameters: pl.DataFrame, parameter: str) -> dict[tuple[str, str], Decimal]:
    chosen = parameters.filter(
        (pl.col("parameter_code") == parameter)
        & (pl.col("use_code").is_null() | (pl.col("use_code") == "industrial_boiler"))
    )
    return {
        (set_code, carrier): Decimal(text)
        for set_code, carrier, text in chosen.select(
            "parameter_set_code", "carrier_code", "value"
        ).iter_rows()
    }


def _power(factors: pl.DataFrame) -> dict[tuple[str, str], dict[int, Decimal]]:
    found: dict[tuple[str, str], dict[int, Decimal]] = {}
    columns = factors.select("activity_code", "region_code", "data_year", "value")
    for variant, region, year, value in columns.iter_rows():
        found.setdefault((variant, region), {})[int(year)] = Decimal(value)
    return found
