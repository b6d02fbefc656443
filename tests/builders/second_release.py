"""A house after its first release: what comes in next, and a second release beside the first."""

import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lingtan.intake.receipt import Receipt
from lingtan.places import Places
from lingtan.release.hashing import hashes_below
from lingtan.release.publish import publish
from orchestration.operations.receive import receive_deliveries
from quality.gate import Decision, judge
from tests.builders.faulty import faulty_returns, write_faulty_returns
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
    """A house that took in a correction and two faulty returns after its first release, and released again.

    Attributes:
        places: the house's folders.
        first: the first release.
        first_before: SHA-256 of every file of the first release before anything else was done.
        second: the second release.
        receipts: those of the second drop, by file name.
        publishing: when the second publish began and ended, in seconds.
        reads: when another process opened the first release's DuckDB file, and the lines it counted.
    """

    places: Places
    first: Path
    first_before: dict[str, str]
    second: Released
    receipts: dict[str, Receipt]
    publishing: tuple[float, float]
    reads: list[tuple[float, int]]


def copied(places: Places, folder: Path) -> Places:
    """A house with the same content at another place."""
    target = places_in(folder)
    shutil.copytree(places.raw, target.raw)
    shutil.copytree(places.exports, target.exports, symlinks=True)
    return target


class Reader:
    """Another process that opens a DuckDB file again and again and counts the lines in it."""

    def __init__(self, file: Path, stop: Path) -> None:
        self.seen: list[tuple[float, int]] = []
        self._stop = stop
        command = [sys.executable, "-c", _READER, str(file), str(stop)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.wait_for_a_read()

    def _note(self, line: str) -> float:
        moment, count = line.split()
        self.seen.append((float(moment), int(count)))
        return float(moment)

    def wait_for_a_read(self) -> None:
        """Return when the file was opened and read after now."""
        now = time.time()
        assert self._process.stdout is not None
        while self._note(self._process.stdout.readline()) < now:
            pass

    def finish(self) -> None:
        """Let the process end by itself."""
        self._stop.touch()
        rest, _ = self._process.communicate(timeout=30)
        assert self._process.returncode == 0
        for line in rest.splitlines():
            self._note(line)


def _publish_under_reading(places: Places, plan_id: str, reader: Reader) -> Path:
    """Publish; the file is read again while the publish is under way."""

    def judge_after_a_read(evidence: Path, hashes: Mapping[str, str]) -> Decision:
        reader.wait_for_a_read()
        return judge(evidence, hashes)

    return publish(places, plan_id, judge_after_a_read, published_by="test", now=datetime.now(UTC)).folder


def release_again(golden_release: Released, folder: Path) -> SecondRelease:
    """A copy of a house takes in a register edition, a correction and two faulty returns, and releases."""
    places = copied(golden_release.places, folder)
    first = places.releases / golden_release.plan_id
    first_before = hashes_below(first)
    parks = [register_entry(one) for one in scenarios()]
    faulty = [{"park_code": one.park, "park_name_zh": "示例园区·有误"} for one in faulty_returns()]
    edition = register_of(PROVINCE, [*parks, *faulty])
    cover = {**edition["cover"][0], "submission_kind_code": "correction"}
    put(places, PROVINCE, "register_2", "park_register", {**edition, "cover": [cover]})
    corrected = next(one for one in scenarios() if one["park_code"] == "GOLD-FUEL")
    corrected["energy"][0]["quantity"] = "2000"
    put(places, PROVINCE, "correction", "park_return", golden_return(corrected, kind="correction"))
    write_faulty_returns(places.inbox / PROVINCE)
    receipts = receive_deliveries(places, [])
    plan_id = draft_all(places)
    reader = Reader(first / "restricted" / "lingtan.duckdb", folder / "stop")
    began = time.time()
    released = _publish_under_reading(places, plan_id, reader)
    ended = time.time()
    reader.finish()
    return SecondRelease(
        places=places,
        first=first,
        first_before=first_before,
        second=Released(places, plan_id, released),
        receipts={one.file_name: one for one in receipts},
        publishing=(began, ended),
        reads=reader.seen,
    )
