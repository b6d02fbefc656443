"""A new version of a method is rows of the seeds: no SQL and no Python changes for it (DESIGN section 6).

The invented version 2 of the national park method credits renewable power sent with the fixed factor, where
version 1 counts it as zero. It is in force from 2026; the park reports the same lines for 2025 and 2026.
"""

import csv
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from orchestration.operations import dbt_invoke, dbt_manifest
from tests.dbt.rows import fuel, power, registered, unit
from tests.dbt.warehouse_inputs import PROJECT, Inputs, Row, read, run

pytestmark = pytest.mark.slow

METHOD = "CN-NZCP-2025"
YEARS = (2025, 2026)
CREDITED = {
    "sign": "-1",
    "factor_rule_code": "fixed",
    "factor_purpose_code": "nzcp_power",
    "factor_activity_code": "power_other",
}
#: 1000 t x 1.851322 t/t; 1000 and 100 MWh x 0.8325 t/MWh.
COAL, GRID, SENT = Decimal("1851.322"), Decimal("832.5"), Decimal("-83.25")


def _append_version_2(seed: Path, change: Callable[[dict[str, str]], dict[str, str]]) -> None:
    """Append the method's rows of version 1 again as version 2, each as `change` makes it."""
    with seed.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    of_method = [row for row in rows if row["method_code"] == METHOD]
    with seed.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, list(rows[0]), lineterminator="\n").writerows(
            change({**row, "method_version": "2"}) for row in of_method
        )


def _in_force_from_2026(method: dict[str, str]) -> dict[str, str]:
    return {
        **method,
        "valid_from": "2026-01-01",
        "name_zh": "示例方法第二版",
        "name_en": "Sample, second version",
    }


def _with_credit(term: dict[str, str]) -> dict[str, str]:
    return {**term, **CREDITED} if term["term_code"] == "E-SELF-RE-SENT" else term


def _inputs(folder: Path, seeds: Path) -> Inputs:
    returns = [f"S-{year}" for year in YEARS]
    rows: dict[tuple[str, str], list[Row]] = {
        ("park_register", "parks"): [registered("S-REG", "P1")],
        ("park_return", "units"): [unit(one, "U1") for one in returns],
        ("park_return", "energy"): [fuel(one, "COAL", "U1", "bituminous", "FIN", "1000") for one in returns],
        ("park_return", "power_heat"): [
            line
            for one in returns
            for line in (
                power(one, "GRID", "U1", "received", "E-GRID", "1000"),
                power(one, "SUN", "U1", "sent", "E-SELF-RE", "100"),
            )
        ],
    }
    submissions: list[Row] = [
        {"submission_id": "S-REG", "form": "park_register", "reporting_unit_code": "330000"},
        *(
            {
                "submission_id": f"S-{year}",
                "form": "park_return",
                "reporting_unit_code": "P1",
                "period_code": str(year),
                "reference_year": year,
            }
            for year in YEARS
        ),
    ]
    return Inputs(folder, rows, submissions, years=YEARS, seeds=seeds)


def _run_copied(inputs: Inputs, *arguments: str) -> dict[str, str]:
    """Run dbt on the project that the inputs' seeds are part of."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (dbt_manifest, dbt_invoke):
            patch.setattr(module, "checkout", lambda: inputs.seeds.parents[2])
        return run(inputs, *arguments)


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    folder = tmp_path_factory.mktemp("version")
    shutil.copytree(PROJECT, folder / "dbt_project", ignore=shutil.ignore_patterns("target", "logs"))
    seeds = folder / "dbt_project" / "seeds" / "reference"
    _append_version_2(seeds / "methods.csv", _in_force_from_2026)
    _append_version_2(seeds / "method_terms.csv", _with_credit)
    inputs = _inputs(folder, seeds)
    inputs.write()
    done = _run_copied(inputs, "build", "--exclude", "path:models/compare", "resource_type:unit_test")
    assert {name: status for name, status in done.items() if status not in ("success", "pass")} == {}
    return inputs


def test_each_year_has_the_lines_of_its_version(build: Inputs) -> None:
    lines = read(
        build,
        "select reference_year, method_version, line_id, term_code, emission_tco2e from fct_emissions"
        f" where method_code = '{METHOD}' and not is_memo order by all",
    )
    assert lines == [
        (2025, "1", "COAL", "ENERGY-FIN", COAL),
        (2025, "1", "GRID", "E-GRID-RECEIVED", GRID),
        (2026, "2", "COAL", "ENERGY-FIN", COAL),
        (2026, "2", "GRID", "E-GRID-RECEIVED", GRID),
        (2026, "2", "SUN", "E-SELF-RE-SENT", SENT),
    ]


def test_other_methods_keep_their_version(build: Inputs) -> None:
    assert read(
        build,
        "select reference_year, method_version from fct_emissions"
        f" where method_code <> '{METHOD}' group by all order by all",
    ) == [(2025, "1"), (2026, "1")]


@pytest.mark.parametrize(
    ("mart", "cell"),
    [
        ("mart_park_component_year", "park_code = 'P1'"),
        ("mart_province_year", "province_code = '330000'"),
        ("mart_national_year", "true"),
    ],
)
def test_no_mart_adds_two_versions_l6(build: Inputs, mart: str, cell: str) -> None:
    components = read(
        build,
        f"select reference_year, component_code, emission_tco2e from {mart}"
        f" where {cell} and method_code = '{METHOD}' and boundary_code = 'physical'"
        " and emission_tco2e is not null order by all",
    )
    assert components == [
        (2025, "fuel", COAL),
        (2025, "power", GRID),
        (2026, "fuel", COAL),
        (2026, "power", GRID + SENT),
    ]


def test_a_park_has_one_total_a_year(build: Inputs) -> None:
    totals = read(
        build,
        "select reference_year, emission_tco2e, is_partial from mart_park_year"
        f" where method_code = '{METHOD}' and boundary_code = 'physical' order by all",
    )
    assert totals == [(2025, COAL + GRID, False), (2026, COAL + GRID + SENT, False)]


def test_a_plan_with_two_versions_of_a_method_in_a_year_stops_the_build(
    build: Inputs, tmp_path: Path
) -> None:
    """L6: results stand by method and year, so that both would be added."""
    inputs = _inputs(tmp_path, build.seeds)
    inputs.write()
    both = pl.read_csv(build.seeds / "methods.csv", infer_schema=False)
    both.select(
        pl.lit(2026, pl.Int32()).alias("reference_year"), "method_code", "method_version"
    ).write_parquet(tmp_path / "plan" / "methods.parquet")
    done = _run_copied(inputs, "build", "--select", "+int_methods__boundaries")
    assert done["assert_method_versions_unique"] == "fail"
    assert done["int_methods__boundaries"] == "skipped"
