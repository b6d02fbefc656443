"""One suppression removed by hand: nothing is released; the message names the cell and the equation (L9)."""

import shutil

import polars as pl
import pytest

from lingtan.disclosure.protect import SHOWN
from lingtan.errors import LingtanError
from orchestration.operations.build import build_compare, build_folder, write_canonical_tables
from orchestration.operations.draft import draft_release
from orchestration.operations.gate import judge_build
from orchestration.operations.publish import publish_release
from tests.builders.release import Released
from tests.builders.second_release import copied

pytestmark = pytest.mark.slow


def test_a_suppression_removed_by_hand_stops_the_release(
    golden_release: Released, tmp_path_factory: pytest.TempPathFactory
) -> None:
    places = copied(golden_release.places, tmp_path_factory.mktemp("opened"))
    shutil.rmtree(places.releases)
    folder = build_folder(places, golden_release.plan_id)
    stat = folder.stat / "stat_public_cells.parquet"
    cells = pl.read_parquet(stat)
    opened = cells.filter(
        pl.col("measure_code") == "cn_nzcp",
        pl.col("level_code") == "area=province_code|component=component_code",
        pl.col("protection_status_code") == "primary",
    ).row(0, named=True)
    is_opened = pl.all_horizontal(
        pl.col(name) == opened[name] for name in ("reference_year", "measure_code", "level_code", "cell_code")
    )
    cells.with_columns(
        pl.when(is_opened)
        .then(pl.lit(SHOWN))
        .otherwise("protection_status_code")
        .alias("protection_status_code"),
        pl.when(is_opened)
        .then(pl.col("exact_value").round(0))
        .otherwise("published_value")
        .alias("published_value"),
    ).write_parquet(stat)

    build_compare(places, folder)
    write_canonical_tables(folder)
    decision = judge_build(places, golden_release.plan_id)

    assert [one.rule_id for one in decision.reasons] == ["G-DISCLOSURE"]
    equation = f"by emissions_by_area_and_component {opened['cell_code'].replace('|', ' ')}"
    for text in (decision.reasons[0].zh, decision.reasons[0].en):
        assert f"cn_nzcp 2025 {opened['cell_code']}: [" in text
        assert equation in text
    draft_release(places, golden_release.plan_id)
    with pytest.raises(LingtanError, match="G-DISCLOSURE"):
        publish_release(places, golden_release.plan_id, published_by="test")
    assert not places.releases.is_dir()
