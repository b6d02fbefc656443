"""SDMX of the public tier, read back through pysdmx: every observation is the published one, exactly."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pysdmx.io import get_datasets, read_sdmx

from lingtan.disclosure.public_tables import read_public_tables
from lingtan.public.sdmx.write import STRUCTURES, write_sdmx_files
from lingtan.release.code_names import read_code_names
from tests.builders.public_edition import EMISSIONS, ENERGY, HOSTILE, public_edition


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public") / "sdmx"
    write_sdmx_files(public_edition(), folder)
    return folder


@pytest.fixture(scope="module")
def structures(folder: Path) -> Any:
    return read_sdmx(folder / STRUCTURES, validate=True)


def observations(folder: Path, table: str) -> list[dict[str, str]]:
    message: Any = read_sdmx(folder / f"{table}.csv")
    (dataset,) = message.data
    rows: list[dict[str, str]] = dataset.data.to_dict(orient="records")
    return rows


def test_every_observation_is_the_published_one(folder: Path) -> None:
    found = [
        (row["REF_AREA"], row["COMPONENT"], row["TIME_PERIOD"], row["OBS_VALUE"], row["CONF_STATUS"])
        for row in observations(folder, "emissions_by_area_and_component")
    ]
    assert found == [
        (
            area.replace("TOTAL", "_T"),
            component.replace("TOTAL", "_T"),
            "2025",
            "" if value is None else str(value),
            "C" if value is None else "F",
        )
        for area, component, value in EMISSIONS
    ]


def test_a_figure_keeps_digits_that_no_binary_double_holds(folder: Path) -> None:
    rows = observations(folder, "energy_by_area")
    assert [row["OBS_VALUE"] for row in rows] == [value or "" for _, value in ENERGY]
    assert Decimal(float(rows[-1]["OBS_VALUE"])) != Decimal(rows[-1]["OBS_VALUE"])


def test_what_is_withheld_is_suppressed_and_every_row_has_its_unit(folder: Path) -> None:
    rows = observations(folder, "energy_by_area")
    said = [(row["OBS_STATUS"], row["UNIT_MEASURE"], row["IS_SYNTHETIC"].lower()) for row in rows]
    assert said == [("Q", "tce", "true"), ("Q", "tce", "true"), ("A", "tce", "true")]


def test_the_structures_are_valid_and_name_every_code_in_the_data(structures: Any, folder: Path) -> None:
    assert [flow.id for flow in structures.get_dataflows()] == [
        "EMISSIONS_BY_AREA_AND_COMPONENT", "ENERGY_BY_AREA",
    ]  # fmt: skip
    lists = {one.id: {code.id: code.name for code in one.codes} for one in structures.get_codelists()}
    assert lists["CL_REF_AREA"] == {"110000": "北京市 Beijing", "120000": HOSTILE, "_T": "合计 Total"}
    assert set(lists["CL_CONF_STATUS"]) == {"C", "F"}
    assert set(lists["CL_UNIT_MEASURE"]) == {"tCO2", "tce"}
    for structure in structures.get_data_structure_definitions():
        table = structure.id.removeprefix("DSD_").lower()
        rows = observations(folder, table)
        assert {part.id for part in structure.components} == set(rows[0])
        for part in structure.components:
            if f"CL_{part.id}" in lists:
                assert {row[part.id] for row in rows} <= set(lists[f"CL_{part.id}"])


def test_data_and_structures_find_each_other(folder: Path) -> None:
    found: Any = get_datasets(folder / "energy_by_area.csv", folder / STRUCTURES)
    (dataset,) = found
    assert dataset.short_urn == "Dataflow=LINGTAN:ENERGY_BY_AREA(1.0.0)"
    assert [part.id for part in dataset.structure.components.dimensions] == ["REF_AREA", "TIME_PERIOD"]


def test_synthetic_figures_are_a_test_message(structures: Any, tmp_path: Path) -> None:
    assert structures.header.test == "true"
    # No moment of writing gets into the bytes (L4).
    assert structures.header.prepared == datetime(2000, 1, 1, tzinfo=UTC)
    assert (
        structures.get_dataflows()[0].description == "园区碳排放 Carbon of parks [tCO2] 合成数据 | synthetic"
    )
    write_sdmx_files(public_edition(is_synthetic=False), tmp_path)
    real: Any = read_sdmx(tmp_path / STRUCTURES, validate=True)
    assert real.header.test == "false"
    assert real.get_dataflows()[0].description == "园区碳排放 Carbon of parks [tCO2]"


def test_every_code_that_a_table_may_have_is_one_of_sdmx() -> None:
    # Codes of parks are those of a register: a release has them.
    lists = read_code_names().lists
    for dimension in read_public_tables().dimensions.values():
        for code in lists.get(dimension.names, {}):
            assert re.fullmatch(r"[A-Za-z0-9_@$-]+", code), (dimension.names, code)
