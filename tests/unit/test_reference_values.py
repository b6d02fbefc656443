"""Values of the reference seeds against values written out by hand, with their marks (L8)."""

from decimal import Decimal
from itertools import pairwise

import polars as pl
import pytest

from tests.builders.reference_seeds import SEEDS, row


def test_deductions_are_taken_from_clinker_alone() -> None:
    """L8: the guideline names the deductions for cement clinker."""
    marked = SEEDS["process_products"].filter(pl.col("has_deductions") == "true")
    assert set(marked["product_code"]) == {
        "portland_clinker",
        "white_clinker",
        "sulfoaluminate_clinker",
        "aluminate_clinker",
    }


def test_process_factors_resolve_and_match_the_role() -> None:
    roles = dict(SEEDS["process_products"].select("product_code", "role_code").iter_rows())
    for mapping in SEEDS["process_product_factors"].iter_rows(named=True):
        factor = row(
            "emission_factors",
            purpose_code=mapping["purpose_code"],
            activity_code=mapping["activity_code"],
            gas_code=mapping["gas_code"],
        )
        assert factor["unit"] == f"t{mapping['gas_code']}/t"
        assert Decimal(factor["value"]) > 0
        assert roles[mapping["product_code"]] == mapping["role_code"]
    for product in ("methanol", "industrial_silicon", "crude_steel", "ferrochrome"):
        assert product not in set(SEEDS["process_product_factors"]["product_code"])


def test_products_list_the_gases_they_emit() -> None:
    """Nitric and adipic acid emit N2O and no CO2; primary aluminium CO2, CF4 and C2F6; the rest CO2 alone."""
    factors = SEEDS["process_product_factors"].filter(pl.col("gas_code") != "CO2")
    found = set(factors.select("product_code", "gas_code").iter_rows())
    acids = {"nitric_acid", "adipic_acid"}
    assert found == {(acid, "N2O") for acid in acids} | {
        ("primary_aluminium", "CF4"),
        ("primary_aluminium", "C2F6"),
    }
    assert set(SEEDS["process_products"].filter(has_co2="false")["product_code"]) == acids


@pytest.mark.parametrize(
    ("factor_id", "value", "unit", "document", "verified", "attribution"),
    [
        ("NZCP-POWER-OTHER", "0.8325", "tCO2/MWh", "NDRC-910-2025-A4", "true", "true"),
        ("NZCP-HEAT-FOSSIL", "0.11", "tCO2/GJ", "NDRC-910-2025-A4", "true", "true"),
        ("NZCP-HEAT-WASTE", "0.11", "tCO2/GJ", "LINGTAN-METHOD-DECISIONS", "false", "false"),
        ("ELEC-2022-FOSSIL-CN", "0.8325", "tCO2/MWh", "MEE-NBS-2024-33", "true", "true"),
        ("ELEC-2021-AVERAGE-CN", "0.5568", "tCO2/MWh", "MEE-NBS-2024-12", "true", "true"),
        ("ELEC-2023-AVERAGE-CN", "0.5306", "tCO2/MWh", "MEE-NBS-2025-47", "true", "true"),
        ("ETS-GRID-2022", "0.5703", "tCO2/MWh", "ETS-GRID-2023", "false", "false"),
        ("ELEC-FOOTPRINT-2023-CN", "0.6205", "tCO2e/MWh", "MEE-2025-3", "false", "false"),
        ("PROCESS-PORTLAND-CLINKER", "0.535", "tCO2/t", "ETS-GUIDE-CEMENT", "true", "false"),
        ("PROCESS-NONCARBONATE-SUBSTITUTE-03", "0.48", "tCO2/t", "ETS-GUIDE-CEMENT", "true", "false"),
        ("PROCESS-AMMONIA-COAL", "2.3", "tCO2/t", "IPCC-2006-V3", "false", "false"),
        ("PROCESS-CALCIUM-CARBIDE", "1.09", "tCO2/t", "IPCC-2006-V3", "false", "false"),
        ("PROCESS-CRUDE-STEEL-CARBON", "0.0154", "tCO2/t", "ETS-GUIDE-STEEL", "false", "false"),
        # 0.034 and 0.0034 kg a tonne; 40.2 GJ/t x 20 tC/TJ x 0.2 oxidised x 44 / 12 / 1000.
        ("PROCESS-PRIMARY-ALUMINIUM-CF4", "0.000034", "tCF4/t", "ETS-GUIDE-ALUMINIUM", "true", "false"),
        ("PROCESS-PRIMARY-ALUMINIUM-C2F6", "0.0000034", "tC2F6/t", "ETS-GUIDE-ALUMINIUM", "true", "false"),
        ("PROCESS-NITRIC-ACID-N2O", "0.007", "tN2O/t", "IPCC-2006-V3", "false", "false"),
        (
            "GUIDELINE-2011-NITRIC-ACID-MEDIUM-PRESSURE-N2O",
            "0.01177",
            "tN2O/t",
            "PROVINCIAL-GUIDELINE-2011",
            "false",
            "false",
        ),
        ("GHGI-NON-ENERGY-LUBRICANT", "0.5896", "tCO2/t", "IPCC-2006-V3", "false", "false"),
        ("GHGI-HEAT-FOSSIL", "0.11", "tCO2/GJ", "GBT-32150-2025", "true", "true"),
        ("GUIDELINE-2011-PORTLAND-CLINKER", "0.538", "tCO2/t", "PROVINCIAL-GUIDELINE-2011", "false", "false"),
    ],
)
def test_factor_by_hand(
    factor_id: str, value: str, unit: str, document: str, verified: str, attribution: str
) -> None:
    """L8: values and marks written out by hand."""
    factor = row("emission_factors", factor_id=factor_id)
    assert Decimal(factor["value"]) == Decimal(value)
    assert (factor["unit"], factor["document_code"]) == (unit, document)
    assert (factor["is_verified"], factor["is_attribution_verified"]) == (verified, attribution)


@pytest.mark.parametrize(
    ("carrier", "parameter_set", "parameter", "value", "unit", "marks"),
    [
        ("bituminous", "NCSC", "co2_factor", "94.6", "tCO2/TJ", ("true", "true", "false")),
        ("natural_gas", "NCSC", "co2_factor", "56.1", "tCO2/TJ", ("true", "true", "false")),
        (
            "natural_gas",
            "GBT32151_C1",
            "net_calorific_value",
            "38.931",
            "GJ/1000m3",
            ("true", "true", "false"),
        ),
        ("bituminous", "GBT32151_C1", "net_calorific_value", "19.57", "GJ/t", ("true", "true", "false")),
        ("diesel", "GBT32151_C1", "net_calorific_value", "42.652", "GJ/t", ("true", "true", "false")),
        ("lng", "GBT32151_C1", "carbon_content", "15.3", "tC/TJ", ("true", "true", "true")),
        ("lpg", "GBT32151_C1", "carbon_content", "17.2", "tC/TJ", ("true", "true", "true")),
        ("bituminous", "ETS_2025_INDUSTRY", "carbon_content", "23.08", "tC/TJ", ("false", "false", "true")),
        ("coal_gangue", "ETS_2025_INDUSTRY", "carbon_content", "25.41", "tC/TJ", ("true", "false", "false")),
    ],
)
def test_fuel_parameter_by_hand(
    carrier: str, parameter_set: str, parameter: str, value: str, unit: str, marks: tuple[str, str, str]
) -> None:
    """L8: calorific values are per canonical unit; unphysical rows are marked (ACCOUNTING section 6)."""
    found = row(
        "fuel_parameters", carrier_code=carrier, parameter_set_code=parameter_set, parameter_code=parameter
    )
    assert (Decimal(found["value"]), found["unit"]) == (Decimal(value), unit)
    assert (found["is_verified"], found["is_attribution_verified"], found["is_unphysical"]) == marks


def test_marked_carbon_contents_exceed_what_chemistry_allows() -> None:
    """The bound of a carrier catches exactly the marked rows it can speak of."""
    bounds = SEEDS["carriers"].filter(
        pl.col("max_carbon_mass_fraction").is_not_null(), canonical_unit_code="t"
    )
    for carrier, bound in bounds.select("carrier_code", "max_carbon_mass_fraction").iter_rows():
        rows = SEEDS["fuel_parameters"].filter(carrier_code=carrier, parameter_code="carbon_content")
        for found in rows.iter_rows(named=True):
            calorific = row(
                "fuel_parameters",
                carrier_code=carrier,
                parameter_set_code=found["parameter_set_code"],
                parameter_code="net_calorific_value",
            )
            share = Decimal(found["value"]) * Decimal(calorific["value"]) / 1000
            assert (share > Decimal(bound)) == (found["is_unphysical"] == "true"), carrier


def test_fallbacks_have_the_rows_they_name() -> None:
    """L8: a fallback is a flagged row, complete, and never beside a factor of its own."""
    expected = {"raw_coal", "washed_coal", "other_washed_coal", "briquette", "lng", "tar", "coal_gangue"}
    assert set(SEEDS["fuel_factor_fallbacks"]["carrier_code"]) == expected
    own = set(SEEDS["fuel_parameters"].filter(parameter_code="co2_factor")["carrier_code"])
    assert not own & expected
    for fallback in SEEDS["fuel_factor_fallbacks"].iter_rows(named=True):
        donor, carbon_set = fallback["co2_factor_carrier_code"], fallback["carbon_parameter_set_code"]
        assert (donor is None) != (carbon_set is None)
        row(
            "fuel_parameters",
            carrier_code=fallback["ncv_carrier_code"],
            parameter_set_code=fallback["ncv_parameter_set_code"],
            parameter_code="net_calorific_value",
        )
        if donor:
            assert donor in own
        else:
            row(
                "fuel_parameters",
                carrier_code=fallback["carrier_code"],
                parameter_set_code=carbon_set,
                parameter_code="carbon_content",
            )


def test_units_and_coefficients_speak_of_the_same_canonical_unit() -> None:
    canonical = dict(SEEDS["carriers"].select("carrier_code", "canonical_unit_code").iter_rows())
    for found in SEEDS["standard_coal"].iter_rows(named=True):
        assert canonical[found["carrier_code"]] == found["canonical_unit_code"]
    expected = {"kg": "0.001", "10kt": "10000", "100Mm3": "100000", "100GWh": "100000", "10TJ": "10000"}
    for unit, multiplier in (expected | {"10ktce": "10000", "10MWh": "10", "10km3": "10"}).items():
        assert Decimal(row("units", unit_code=unit)["multiplier"]) == Decimal(multiplier)
    assert {row("units", unit_code=unit)["multiplier"] for unit in set(canonical.values())} == {"1"}


@pytest.mark.parametrize(
    ("combustion_class", "group", "carrier", "methane", "nitrous_oxide"),
    [
        ("energy_industries", "coal", None, "1", "1.5"),
        ("industry", "coal", None, "10", "1.5"),
        ("industry", "coal", "coke_oven_gas", "1", "0.1"),
        ("industry", "oil", None, "3", "0.6"),
        ("industry", "gas", None, "1", "0.1"),
        ("industry", "biomass", None, "30", "4"),
        ("buildings", "gas", None, "5", "0.1"),
        ("road", "oil", "gasoline", "25", "8"),
        ("road", "oil", "diesel", "3.9", "3.9"),
        ("off_road", "oil", "diesel", "4.15", "28.6"),
    ],
)
def test_combustion_factor_by_hand(
    combustion_class: str, group: str, carrier: str | None, methane: str, nitrous_oxide: str
) -> None:
    """L8: kg per TJ, none of them read in the text."""
    for gas, value in (("CH4", methane), ("N2O", nitrous_oxide)):
        found = row(
            "combustion_factors",
            combustion_class_code=combustion_class,
            carrier_group_code=group,
            carrier_code=carrier,
            gas_code=gas,
        )
        assert Decimal(found["value_kg_per_tj"]) == Decimal(value)
    assert set(SEEDS["combustion_factors"]["is_verified"]) == {"false"}


def test_combustion_rows_of_a_carrier_stand_in_its_group() -> None:
    groups = dict(SEEDS["carriers"].select("carrier_code", "carrier_group_code").iter_rows())
    limited = SEEDS["combustion_factors"].filter(pl.col("carrier_code").is_not_null())
    for carrier, group in limited.select("carrier_code", "carrier_group_code").iter_rows():
        assert groups[carrier] == group, carrier


def test_biomass_has_its_parameters_from_memory_and_says_so() -> None:
    """L8: 112 t/TJ x 15.6 GJ/t of wood; gases have no calorific value per volume."""
    found = SEEDS["fuel_parameters"].filter(parameter_set_code="IPCC_2006")
    assert set(found["is_verified"]) == {"false"}
    biomass = set(SEEDS["carriers"].filter(is_biomass="true")["carrier_code"])
    assert set(found.filter(parameter_code="co2_factor_biogenic")["carrier_code"]) == biomass
    with_energy = set(found.filter(parameter_code="net_calorific_value")["carrier_code"])
    assert with_energy == biomass - {"biogas", "other_biogas"}
    for parameter, value in (("co2_factor_biogenic", "112"), ("net_calorific_value", "15.6")):
        wood = row(
            "fuel_parameters",
            carrier_code="fuelwood",
            parameter_set_code="IPCC_2006",
            parameter_code=parameter,
        )
        assert Decimal(wood["value"]) == Decimal(value)


@pytest.mark.parametrize(
    ("gwp_set", "methane", "nitrous_oxide", "sulphur_hexafluoride"),
    [("SAR", "21", "310", "23900"), ("AR4", "25", "298", "22800"), ("CN-AR5", "28", "265", "23500")],
)
def test_warming_potential_by_hand(
    gwp_set: str, methane: str, nitrous_oxide: str, sulphur_hexafluoride: str
) -> None:
    for gas, value in (("CH4", methane), ("N2O", nitrous_oxide), ("SF6", sulphur_hexafluoride)):
        found = row("gwp", gwp_set_code=gwp_set, gas_code=gas)
        assert Decimal(found["gwp"]) == Decimal(value)
    # What is CO2 already stays it under every set.
    for gas in ("CO2", "CO2e"):
        rows = SEEDS["gwp"].filter(gas_code=gas)
        assert set(rows["gwp_set_code"]) == set(SEEDS["gwp"]["gwp_set_code"])
        assert {Decimal(value) for value in rows["gwp"]} == {Decimal(1)}


def test_parameters_by_hand() -> None:
    """1/29.3076 half-up at twelve decimals; feed water is not verified."""
    exact = (Decimal(1) / Decimal("29.3076")).quantize(Decimal("0.000000000001"))
    assert (
        Decimal(row("parameters", parameter_code="tce_per_gj")["value"]) == exact == Decimal("0.034120842375")
    )
    assert row("parameters", parameter_code="carbon_to_co2_numerator")["value"] == "44"
    assert row("parameters", parameter_code="feed_water_enthalpy_kj_per_kg")["is_verified"] == "false"


def test_thresholds_leave_no_gap_and_none_below_the_lowest_class() -> None:
    core = SEEDS["indicator_thresholds"].filter(pl.col("indicator_code") == "N-C1")
    bands = core.sort(pl.col("energy_from_tce").cast(pl.Int64)).rows(named=True)
    assert [band["threshold_value"] for band in bands] == [None, "0.2", "0.3"]
    assert all(low["energy_below_tce"] == high["energy_from_tce"] for low, high in pairwise(bands))
    assert (bands[0]["energy_from_tce"], bands[-1]["energy_below_tce"]) == ("0", None)


def test_shares_have_one_threshold_for_all_sizes() -> None:
    shares = SEEDS["indicator_thresholds"].filter(pl.col("indicator_code") != "N-C1").rows(named=True)
    assert {
        (one["indicator_code"], one["size_class_code"], one["comparison_code"], one["threshold_value"])
        for one in shares
    } == {("A4-DL", "all", "at_least", "0.5"), ("N-G1", "all", "at_least", "0.9")}
