"""What `lingtan explain` says of a changed or damaged release, and of a question it cannot answer."""

from pathlib import Path

import polars as pl
import pytest

from lingtan.errors import LingtanError
from lingtan.release.explain.explain import explain_cell
from lingtan.release.explain.page import as_page
from lingtan.release.explain.text import as_text
from lingtan.release.explain.tree import walk_down
from tests.builders.explained import NATIONAL, copied
from tests.builders.release import Released

pytestmark = pytest.mark.slow


def test_the_release_alone_is_enough_and_a_changed_figure_is_found(
    golden_release: Released, tmp_path: Path
) -> None:
    release = copied(golden_release, tmp_path)
    path = release / "restricted" / "data" / "fct_emissions.parquet"
    frame = pl.read_parquet(path)
    changed = pl.when(pl.col("line_id") == "E4").then(pl.col("mass_t") + 1).otherwise(pl.col("mass_t"))
    frame.with_columns(changed.cast(frame.schema["mass_t"]).alias("mass_t")).write_parquet(path)
    key = {"park_code": "GOLD-FUEL", **NATIONAL}
    explanation = explain_cell(release, "mart_park_year", "emission_tco2e", key, limit=None)
    assert not explanation.is_sound
    assert {node.column for node in walk_down(explanation.root) if not node.is_sound} == {
        "emission_tco2e",
        "mass_t",
    }
    assert "重算不一致：1180.3275" in as_text(explanation, "zh")
    assert "differs: 1180.3275" in as_page(explanation)


@pytest.mark.parametrize(
    ("table", "column", "key", "zh", "en"),
    [
        ("mart_parks", "emission_tco2e", {}, "没有可解释的表 mart_parks", "no table mart_parks"),
        ("mart_park_year", "emission", {}, "没有可解释的列 emission", "no column emission"),
        (
            "mart_park_year",
            "emission_tco2e",
            {"province_code": "1"},
            "不是表 mart_park_year",
            "no key column",
        ),
        ("mart_park_year", "emission_tco2e", {"park_code": "NOBODY"}, "没有主键为", "no row with"),
        ("mart_park_year", "emission_tco2e", {"park_code": "GOLD-FUEL"}, "请再给出：", "name further:"),
    ],
)
def test_a_wrong_question_is_answered_in_one_line(
    golden_release: Released, table: str, column: str, key: dict[str, str], zh: str, en: str
) -> None:
    with pytest.raises(LingtanError) as raised:
        explain_cell(golden_release.folder, table, column, key, limit=1)
    assert zh in raised.value.zh
    assert en in raised.value.en
    assert "\n" not in raised.value.zh + raised.value.en


@pytest.mark.parametrize(
    ("file", "content", "zh"),
    [
        ("data/fct_emissions.parquet", b"PAR1 damaged", "已损坏"),
        ("lake/park_return__energy.parquet", b"", "已损坏"),
        ("data/fct_activity.parquet", None, "缺少 fct_activity"),
        ("plan/submissions.parquet", None, "缺少 plan/submissions"),
    ],
)
def test_a_damaged_release_is_said_to_be(
    golden_release: Released, tmp_path: Path, file: str, content: bytes | None, zh: str
) -> None:
    release = copied(golden_release, tmp_path)
    path = release / "restricted" / file
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LingtanError, match=zh):
        explain_cell(
            release, "mart_park_year", "emission_tco2e", {"park_code": "GOLD-FUEL", **NATIONAL}, limit=1
        )
