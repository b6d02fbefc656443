"""What stands in the files of a public tier, and what of the restricted tier must not stand there."""

import html
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import duckdb
import polars as pl

from lingtan.places import checkout

#: A number by itself: not a part of a word, of a hash or of a longer number.
_NUMBER: Final = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w])")
#: What groups digits on a page.
_GROUPING: Final = re.compile(r"(?<=\d)[,\u2009\u202f\u00a0](?=\d{3})")
#: Numbers of a manifest that say how long a file is.
_OF_FILES: Final = frozenset({"size", "bytes", "row_count"})
#: Powers of ten by which pages write amounts in larger units, and decimals that they may keep.
_SHIFTS: Final = (0, -1, -3, -4, -6, -8)
_DECIMALS: Final = range(13)
#: A shorter text is no name that could be told apart.
_SHORTEST: Final = 4
#: Before the raw pages of a database: their digits are no numbers, but a name in them is one.
_RAW: Final = "\n-- raw pages --\n"


def texts_of(public: Path) -> dict[str, str]:
    """Everything that a reader can get out of each file, as text: binary files unpacked, its name too."""
    found = {}
    for path in sorted(one for one in public.rglob("*") if one.is_file()):
        name = path.relative_to(public).as_posix()
        found[name] = f"{name}\n{_READERS.get(path.suffix, _plain)(path)}"
    return found


def _plain(path: Path) -> str:
    return html.unescape(path.read_text(encoding="utf-8"))


def _json(path: Path) -> str:
    def without_sizes(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        return {key: value for key, value in pairs if key not in _OF_FILES}

    content = json.loads(path.read_bytes(), object_pairs_hook=without_sizes)
    return json.dumps(content, ensure_ascii=False, indent=0)


def _parquet(path: Path) -> str:
    frame = pl.read_parquet(path)
    with duckdb.connect() as connection:
        kept = connection.execute("select key, value from parquet_kv_metadata(?)", [str(path)]).fetchall()
    return "\n".join([*_rows(frame.columns, frame.iter_rows()), *(str(one) for one in kept)])


def _xlsx(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return "\n".join(html.unescape(archive.read(name).decode()) for name in archive.namelist())


def _duckdb(path: Path) -> str:
    with duckdb.connect(str(path), read_only=True) as connection:
        lines = [
            line
            for catalogue in ("duckdb_tables", "duckdb_views", "duckdb_columns", "duckdb_functions")
            for line in _rows((), _of_file(connection, catalogue))
        ]
        for (name,) in connection.execute("select table_name from information_schema.tables").fetchall():
            result = connection.execute(f'select * from "{name}"')
            lines += _rows([one[0] for one in result.description or []], result.fetchall())
    # Pages that no table uses any more may keep what was once written.
    return "\n".join(lines) + _RAW + path.read_bytes().decode("utf-8", errors="ignore")


def _of_file(connection: duckdb.DuckDBPyConnection, catalogue: str) -> list[tuple[object, ...]]:
    """What a file says of its tables or functions, without what DuckDB has by itself."""
    result = connection.execute(f"select * from {catalogue}() where not internal")
    ids = [at for at, one in enumerate(result.description or []) if one[0].endswith("_oid")]
    return [tuple(value for at, value in enumerate(row) if at not in ids) for row in result.fetchall()]


def _rows(heads: Sequence[str], rows: Iterator[tuple[object, ...]] | list[tuple[object, ...]]) -> list[str]:
    return [" ".join(heads), *(" | ".join(map(str, row)) for row in rows)]


_READERS: Final = {".json": _json, ".parquet": _parquet, ".xlsx": _xlsx, ".duckdb": _duckdb}


def forms(value: Decimal, fewest_digits: int) -> set[str]:
    """A figure without its sign as it may be written: exact or rounded, in its unit or a larger one.

    Args:
        value: the figure.
        fewest_digits: a shorter form is left out, for many numbers have it.
    """
    found = set()
    for shift in _SHIFTS:
        scaled = abs(value).scaleb(shift)
        for decimals in _DECIMALS:
            text = format(round(scaled, decimals), "f")
            if len(text.replace(".", "").strip("0")) >= fewest_digits:
                found.add(text.rstrip("0").rstrip(".") if "." in text else text)
    return found


def restricted_numbers(release: Path, fewest_digits: int = 4) -> dict[str, str]:
    """Forms of withheld figures that no published figure has too, with the cell of each.

    Args:
        release: the folder of a release.
        fewest_digits: of the forms; in a nation of many withheld figures short ones are any number.
    """
    cells = pl.read_parquet(release / "restricted" / "data" / "cmp_public_cells.parquet")
    shown = cells.filter(protection_status_code="shown")
    of_everybody = {text for value in shown["published_value"] for text in forms(value, fewest_digits)}
    withheld = cells.filter(pl.col("protection_status_code") != "shown")
    return {
        text: f"{row['measure_code']} {row['cell_code']}"
        for row in withheld.to_dicts()
        for text in forms(row["exact_value"], fewest_digits) - of_everybody
    }


def restricted_texts(release: Path) -> dict[str, set[str]]:
    """Kind -> texts that nobody outside may read: who reported, in what files, on what machine."""
    restricted = release / "restricted"

    def of(file: str, *columns: str) -> set[str]:
        frame = pl.read_parquet(restricted / f"{file}.parquet", columns=list(columns))
        return {
            text.strip()
            for name in columns
            for text in frame[name]
            if text and len(text.strip()) >= _SHORTEST
        }

    return {
        "unit": of("data/dim_units", "unit_name") | of("lake/park_return__units", "unit_name__text"),
        "owner": of("data/dim_units", "ultimate_owner"),
        "credit code": of("data/dim_units", "credit_code"),
        "park": of("data/dim_parks", "park_code", "park_name_zh", "park_name_en"),
        "submission": of("plan/submissions", "submission_id", "delivery_id", "batch_id"),
        "delivery": of("plan/submissions", "file_name"),
        "place": {str(checkout()), str(release.resolve().parents[2]), str(Path.home().resolve()) + "/"},
    }


def leaks(public: Path, numbers: Mapping[str, str], secrets: Mapping[str, set[str]]) -> list[str]:
    """What of these numbers and texts stands in the files of a public tier."""
    found = []
    for name, text in texts_of(public).items():
        readable = _GROUPING.sub("", text.partition(_RAW)[0])
        written = {_canonical(one) for one in _NUMBER.findall(readable)}
        found += [f"{name}: {one} is {numbers[one]}" for one in sorted(written & numbers.keys())]
        starts = {text[at : at + _SHORTEST] for at in range(len(text))}
        found += [
            f"{name}: {kind} {one}"
            for kind, several in secrets.items()
            for one in sorted(several)
            if one[:_SHORTEST] in starts and one in text
        ]
    return found


def _canonical(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number
