"""Another GWP set in the plan changes the CO2e of what is not CO2, and nothing else (L8)."""

from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from lingtan.release.build_folder import BuildFolder
from lingtan.release.tables import RELEASED_TABLES
from orchestration.cli import app
from orchestration.operations.build import build
from tests.builders.release import Released
from tests.builders.second_release import copied

pytestmark = pytest.mark.slow

#: The sixth assessment report over 100 years; every gas of the golden parks has another value there.
SET = "AR6"
#: A gas of its own; CO2e comes as CO2e and has no potential.
AS_IT_IS = ("CO2", "CO2e")
#: What depends on no warming potential: not one byte may differ.
SAME = (
    "dim_parks", "dim_units", "dim_submissions", "dim_terms", "fct_energy", "fct_power_heat",
    "mart_park_energy_year", "mart_carbon_per_energy", "mart_coverage", "cmp_peer_position",
)  # fmt: skip
BY_GAS = ("mart_park_component_year", "mart_park_memo_year", "mart_province_year", "mart_national_year")


@pytest.fixture(scope="module")
def other(golden_release: Released, tmp_path_factory: pytest.TempPathFactory) -> BuildFolder:
    """The golden parks built once more with the other set."""
    places = copied(golden_release.places, tmp_path_factory.mktemp("gwp"))
    before = {path.name for path in places.builds.glob("P-*")}
    environment = {"LINGTAN_RAW": str(places.raw), "LINGTAN_EXPORTS": str(places.exports)}
    done = CliRunner().invoke(app, ["plan", "--set", f"gwp_set_code={SET}"], env=environment)
    assert done.exit_code == 0, done.output
    (plan_id,) = {path.name for path in places.builds.glob("P-*")} - before
    build(places, plan_id)
    return BuildFolder(places.builds / plan_id)


def _both(golden: Released, other: BuildFolder, name: str) -> pl.DataFrame:
    """Rows of both builds side by side; what comes from the other one ends in `_other`."""
    key = next(table.key for table in RELEASED_TABLES if table.name == name)
    mine, theirs = golden.table(name), pl.read_parquet(other.canonical / f"{name}.parquet")
    assert mine.height == theirs.height
    joined = mine.join(theirs, on=key, how="inner", suffix="_other", validate="1:1")
    assert joined.height == mine.height
    return joined


def _differ(column: str) -> pl.Expr:
    return pl.col(column).ne_missing(pl.col(f"{column}_other"))


@pytest.mark.parametrize("name", SAME)
def test_what_knows_no_gas_stays_to_the_byte(golden_release: Released, other: BuildFolder, name: str) -> None:
    released = golden_release.folder / "restricted" / "data" / f"{name}.parquet"
    assert (other.canonical / f"{name}.parquet").read_bytes() == released.read_bytes()


def test_exactly_the_lines_of_other_gases_change(golden_release: Released, other: BuildFolder) -> None:
    lines = _both(golden_release, other, "fct_emissions")
    of_other_gases = ~pl.col("gas_code").is_in(AS_IT_IS) & (pl.col("emission_tco2e") != 0)
    # CH4, N2O, a refrigerant, SF6, what anode effects give off and a gas that is a memo
    gases = set(lines.filter(of_other_gases)["gas_code"])
    assert gases >= {"CH4", "N2O", "HFC-134a", "HCFC-22", "SF6", "CF4", "C2F6"}
    assert lines.filter(_differ("emission_tco2e") != of_other_gases.fill_null(value=False)).is_empty()
    others = [
        column
        for column in golden_release.table("fct_emissions").columns
        if f"{column}_other" in lines.columns and column not in ("emission_tco2e", "gwp_value")
    ]
    assert "mass_t" in others
    assert [column for column in others if not lines.filter(_differ(column)).is_empty()] == []


def test_the_new_value_is_mass_times_the_other_potential(
    golden_release: Released, other: BuildFolder
) -> None:
    """2 t of methane that leak: 56 t at 28, 55.8 t at 27.9."""
    lines = _both(golden_release, other, "fct_emissions")
    leak = lines.filter(park_code="GOLD-GASES", line_id="O4", method_code="GHGI", entry_kind_code="own")
    assert leak.select("mass_t", "emission_tco2e", "emission_tco2e_other").rows() == [
        (Decimal(2), Decimal(56), Decimal("55.8"))
    ]


@pytest.mark.parametrize("name", BY_GAS)
def test_exactly_the_cells_of_other_gases_change(
    golden_release: Released, other: BuildFolder, name: str
) -> None:
    cells = _both(golden_release, other, name)
    of_other_gases = ~pl.col("gas_group_code").is_in(AS_IT_IS) & (pl.col("emission_tco2e") != 0)
    assert not cells.filter(of_other_gases).is_empty()
    assert cells.filter(_differ("emission_tco2e") != of_other_gases.fill_null(value=False)).is_empty()


def test_the_national_method_stays(golden_release: Released, other: BuildFolder) -> None:
    totals = _both(golden_release, other, "mart_park_year").filter(method_code="CN-NZCP-2025")
    assert not totals.is_empty()
    assert totals.filter(_differ("emission_tco2e")).is_empty()


def test_the_plan_says_which_set_it_takes(other: BuildFolder) -> None:
    settings = pl.read_parquet(Path(other.plan_tables) / "settings.parquet")
    assert dict(settings.iter_rows())["gwp_set_code"] == SET
