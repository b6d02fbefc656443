"""CSV renderings of the public tables, for programs that read nothing else."""

from pathlib import Path
from typing import Final

import polars as pl

from lingtan.public.edition import Edition

#: A spreadsheet program takes a text that begins so for a formula.
_FORMULA: Final = r"^[=+\-@\t\r]"
#: A spreadsheet program shows what follows as it is.
_AS_TEXT: Final = "'"
#: Says of each row whether a synthetic park is behind it: a CSV file travels without its folder.
SYNTHETIC: Final = "is_synthetic"


def _harmless(frame: pl.DataFrame) -> pl.DataFrame:
    texts = (pl.col(name) for name, kind in frame.schema.items() if kind == pl.String)
    return frame.with_columns(
        pl.when(text.str.contains(_FORMULA)).then(pl.lit(_AS_TEXT) + text).otherwise(text).name.keep()
        for text in texts
    )


def write_csv_files(edition: Edition, folder: Path) -> tuple[Path, ...]:
    """Write `<table>.csv`: UTF-8, comma, a head row, decimals in full, an empty field where it is withheld.

    The columns are those of the table and `is_synthetic`. A text that a spreadsheet would calculate has an
    apostrophe before it; no code begins so.

    Args:
        edition: what was published.
        folder: where the files go.

    Returns:
        The files, in the order of the tables.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for one in edition.tables:
        path = folder / f"{one.table.code}.csv"
        marked = one.frame.with_columns(pl.lit(edition.is_synthetic).alias(SYNTHETIC))
        _harmless(marked).write_csv(path)
        written.append(path)
    return tuple(written)
