"""A house after its first release: what comes in next, and a second release beside the first."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lingtan.intake.receipt import Receipt
from lingtan.places import Places
from lingtan.release.hashing import hashes_below
from orchestration.operations.publish import publish_release
from orchestration.operations.receive import receive_deliveries
from tests.builders.faulty import PARK, write_faulty_return
from tests.builders.golden import PROVINCE, golden_return, register_entry, scenarios
from tests.builders.release import Released, draft_all, places_in, put, register_of

#: Opens a released DuckDB file again and again; prints when it did and what it saw.
_READER = """
import sys, time
from pathlib import Path
import duckdb
while not Path(sys.argv[2]).exists():
    with duckdb.connect(sys.argv[1], read_only=True) as connection:
        print(time.time(), connection.sql("select count(*) from fct_emissions").fetchone()[0], flush=True)
"""


@dataclass(frozen=True)
class SecondRelease:
    """A house that took in a correction and a faulty return after its first release, and released again.

    Attributes:
        places: the house's folders.
        first: the first release.
        first_before: SHA-256 of every file of the first release before anything else was done.
        second: the second release.
        receipt: the faulty return's.
        publishing: when the second publish began and ended, in seconds.
        read_meanwhile: when another process read the first release's DuckDB file, and the rows it counted.
    """

    places: Places
    first: Path
    first_before: dict[str, str]
    second: Released
    receipt: Receipt
    publishing: tuple[float, float]
    read_meanwhile: list[tuple[float, int]]


def copied(places: Places, folder: Path) -> Places:
    """A house with the same content at another place."""
    target = places_in(folder)
    shutil.copytree(places.raw, target.raw)
    shutil.copytree(places.exports, target.exports, symlinks=True)
    return target


@contextmanager
def _reading(file: Path, stop: Path, seen: list[tuple[float, int]]) -> Iterator[None]:
    reader = subprocess.Popen(
        [sys.executable, "-c", _READER, str(file), str(stop)], stdout=subprocess.PIPE, text=True
    )
    assert reader.stdout is not None
    first_line = reader.stdout.readline()
    try:
        yield
    finally:
        stop.touch()
        rest, _ = reader.communicate(timeout=30)
    assert reader.returncode == 0
    for line in [first_line, *rest.splitlines()]:
        moment, count = line.split()
        seen.append((float(moment), int(count)))


def release_again(golden_release: Released, folder: Path) -> SecondRelease:
    """Into a copy of a house come a register edition, a correction and a faulty return; then it releases."""
    places = copied(golden_release.places, folder)
    first = places.releases / golden_release.plan_id
    first_before = hashes_below(first)
    parks = [register_entry(one) for one in scenarios()]
    faulty_park = {"park_code": PARK, "park_name_zh": "示例园区·有误"}
    edition = register_of(PROVINCE, [*parks, faulty_park])
    cover = {**edition["cover"][0], "submission_kind_code": "correction"}
    put(places, PROVINCE, "register_2", "park_register", {**edition, "cover": [cover]})
    corrected = next(one for one in scenarios() if one["park_code"] == "GOLD-FUEL")
    corrected["energy"][0]["quantity"] = "2000"
    put(places, PROVINCE, "correction", "park_return", golden_return(corrected, kind="correction"))
    write_faulty_return(places.inbox / PROVINCE / "faulty.xlsx")
    receipts = receive_deliveries(places, [])
    plan_id = draft_all(places)
    seen: list[tuple[float, int]] = []
    with _reading(first / "restricted" / "lingtan.duckdb", folder / "stop", seen):
        began = time.time()
        published = publish_release(places, plan_id, published_by="test")
        ended = time.time()
    return SecondRelease(
        places=places,
        first=first,
        first_before=first_before,
        second=Released(places, plan_id, published.folder),
        receipt=next(one for one in receipts if one.file_name == "faulty.xlsx"),
        publishing=(began, ended),
        read_meanwhile=seen,
    )
