"""Renders an edition: every file of the public tier that is no page."""

from pathlib import Path

from lingtan.public.csv_files import write_csv_files
from lingtan.public.data_package import write_data_package
from lingtan.public.duckdb_file import write_duckdb_file
from lingtan.public.edition import Edition
from lingtan.public.readme import write_readme
from lingtan.public.sdmx.write import write_sdmx_files
from lingtan.public.workbook.write import write_workbook


def render_public_files(edition: Edition, folder: Path) -> None:
    """Write CSV, data package, workbook, SDMX, DuckDB file and README.

    A release without a public table, as one of inventories alone, has the DuckDB file and the README, which
    say so.

    Args:
        edition: what was published.
        folder: the folder of the public tier; README.txt names the pages that are there already.
    """
    if edition.tables:
        write_csv_files(edition, folder / "csv")
        write_data_package(edition, folder)
        write_workbook(edition, folder / "xlsx")
        write_sdmx_files(edition, folder / "sdmx")
    write_duckdb_file(edition, folder)
    write_readme(edition, folder)
