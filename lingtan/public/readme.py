"""README.txt of the public tier: what it is, what its marks mean, how to verify it, where to begin."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lingtan.public.edition import Edition
from lingtan.public.notes import TITLE, folder_notes, notes

README: Final = "README.txt"
_NO_TABLE: Final = "本次发布没有公开表。 This release has no public table."
#: Where a reader begins: files by pattern, in the order of reading.
_GUIDES: Final = (
    ("**/index.zh.html", "全国摘要", "National summary in Chinese"),
    ("**/index.en.html", "全国摘要（英文）", "National summary"),
    ("xlsx/*.xlsx", "工作簿", "Workbook"),
    ("csv", "CSV 文件，每张表一个", "CSV files, one a table"),
    ("datapackage.json", "CSV 文件的字段说明（Data Package）", "Fields of the CSV files (Data Package)"),
    ("data", "Parquet 文件，每张表一个", "Parquet files, one a table"),
    ("*.duckdb", "数据库文件，含说明和查询宏", "Database file with comments and macros"),
    ("sdmx/structures.xml", "SDMX 结构（SDMX-ML 3.0）", "SDMX structures (SDMX-ML 3.0)"),
    ("sdmx", "SDMX 数据（SDMX-CSV 2.0），每张表一个", "SDMX data (SDMX-CSV 2.0), one file a table"),
)


def _tables(edition: Edition) -> list[str]:
    return [f"{one.table.code}: {one.table.zh} {one.table.en} [{one.measure.unit}]" for one in edition.tables]


def _files(folder: Path) -> Iterator[str]:
    for pattern, zh, en in _GUIDES:
        for path in sorted(folder.glob(pattern)):
            name = path.relative_to(folder).as_posix()
            yield f"{zh} {en}: {name}{'/' if path.is_dir() else ''}"


def write_readme(edition: Edition, folder: Path) -> Path:
    """Write README.txt once the other files are there.

    Args:
        edition: what was published.
        folder: the folder of the public tier.

    Returns:
        The file.
    """
    target = folder / README
    told = (text for pair in (*notes(edition), *folder_notes()) for text in (*pair, ""))
    lines = [
        *TITLE,
        *([edition.marks.line] if edition.marks.line else []),
        "",
        f"发布编号 Release: {edition.plan_id}",
        f"核算年度 Reference years: {'、'.join(str(year) for year in edition.years) or '-'}",
        "",
        *told,
        "文件 Files",
        *_files(folder),
        "",
        "表 Tables",
        *(_tables(edition) or [_NO_TABLE]),
    ]
    target.write_bytes(("\n".join(lines) + "\n").encode())
    return target
