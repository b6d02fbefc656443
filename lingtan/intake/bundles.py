"""Reading a bundle: one zip with one CSV or Parquet file a table."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from lingtan.intake.cells import Sheet
from lingtan.intake.csv_tables import read_csv
from lingtan.intake.encoding import encoding_of_others
from lingtan.intake.identify import MOST_BYTES, is_table_file
from lingtan.intake.parquet_tables import is_parquet, read_parquet_table
from lingtan.intake.problems import DeliveryProblemError


def read_bundle(content: bytes) -> tuple[list[Sheet], list[str]]:
    """The tables of a bundle in the order of their names, and the names of files that are no table.

    A member's name is a label: it is never used as a path, and whether it is CSV or Parquet its content says.

    Raises:
        DeliveryProblemError: as `read_csv` and `read_parquet_table`, and `unreadable_file` for a damaged or
            lying archive.
    """
    bodies: list[tuple[str, bytes]] = []
    others: list[str] = []
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in sorted(archive.infolist(), key=lambda member: member.filename):
                if member.is_dir():
                    continue
                if not is_table_file(member.filename):
                    others.append(member.filename)
                    continue
                with archive.open(member) as file:
                    # The sizes in the archive's own list may lie.
                    body = file.read(left + 1)
                left -= len(body)
                if left < 0:
                    raise DeliveryProblemError(
                        "unreadable_file", "ZIP", f"≤ {MOST_BYTES} bytes", member.filename
                    )
                bodies.append((PurePosixPath(member.filename).name, body))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error, OSError) as error:
        raise DeliveryProblemError("unreadable_file", f"ZIP: {error}", "ZIP") from error
    encoding = encoding_of_others(body for _, body in bodies if not is_parquet(body))
    return [read_table(body, name, encoding) for name, body in bodies], others


def read_table(content: bytes, name: str, encoding: str | None = None) -> Sheet:
    """A file that is one table, CSV or Parquet by its content; fails as the readers of the two do.

    `encoding` is that of the texts that were sent with it, where they tell one.
    """
    return read_parquet_table(content, name) if is_parquet(content) else read_csv(content, name, encoding)
