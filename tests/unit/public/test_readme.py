"""README.txt of the public tier: the first thing a reader opens tells what the figures are and are not."""

from pathlib import Path

import pytest

from lingtan.public.csv_files import write_csv_files
from lingtan.public.readme import write_readme
from lingtan.public.workbook.write import write_workbook
from tests.builders.public_edition import public_edition


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public")
    write_csv_files(public_edition(), folder / "csv")
    write_workbook(public_edition(), folder / "xlsx")
    write_readme(public_edition(), folder)
    return folder


def test_it_says_what_it_is_what_is_missing_and_how_to_verify(folder: Path) -> None:
    text = (folder / "README.txt").read_text(encoding="utf-8")
    assert text.splitlines()[:3] == [
        "零碳园区统计：公开表", "Statistics of zero-carbon parks: public tables", "合成数据 | synthetic",
    ]  # fmt: skip
    for said in ("P-0123456789abcdef", "2025", "C means that a figure is confidential", "lingtan verify"):
        assert said in text
    assert "What was not reported or could not be calculated is in none of them" in text
    assert "内部资料" not in text


def test_it_names_the_files_that_are_there_and_no_others(folder: Path) -> None:
    lines = (folder / "README.txt").read_text(encoding="utf-8").splitlines()
    first = lines.index("文件 Files") + 1
    assert lines[first : lines.index("", first)] == [
        "工作簿 Workbook: xlsx/lingtan_public.xlsx",
        "CSV 文件，每张表一个 CSV files, one a table: csv/",
    ]
    assert lines[-1] == "energy_by_area: 各地区的能源消费量 Energy use by area [tce]"
