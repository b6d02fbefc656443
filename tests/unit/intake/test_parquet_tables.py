"""Parquet becomes text without losing or adding a digit (L3), at the addresses a CSV would have."""

import io
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lingtan.intake import parquet_tables
from lingtan.intake.bundles import read_table
from lingtan.intake.identify import FileKind, identify
from lingtan.intake.problems import DeliveryProblemError


def _parquet(columns: dict[str, pa.Array]) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(pa.table(columns), buffer)
    return buffer.getvalue()


def _cause(content: bytes) -> tuple[str, str | None]:
    with pytest.raises(DeliveryProblemError) as caught:
        read_table(content, "energy.parquet")
    return caught.value.problem.problem_code, caught.value.problem.sheet


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        (pa.array(["001", "", None, " x "]), ["001", None, None, " x "]),
        (
            pa.array([Decimal("12.500"), Decimal("0.001"), Decimal("-1200.000"), None], pa.decimal128(20, 3)),
            ["12.5", "0.001", "-1200", None],
        ),
        (
            pa.array([Decimal("12345678901234567890123456789012345678.12")], pa.decimal256(60, 2)),
            ["12345678901234567890123456789012345678.12"],
        ),
        (pa.array([2**63 - 1, -5, 0], pa.int64()), ["9223372036854775807", "-5", "0"]),
        (pa.array([0.1, 1e-7, 3.0, 1 / 3], pa.float64()), ["0.1", "1e-07", "3", "0.3333333333333333"]),
        (pa.array([0.1, None, 16777216.0], pa.float32()), ["0.1", None, "16777216"]),
        (pa.array([date(2025, 1, 2)]), ["2025-01-02"]),
        (
            pa.array([0, 61_000_000], pa.timestamp("us")),
            ["1970-01-01", "1970-01-01T00:01:01"],
        ),
        (pa.array([True, False, None]), ["true", "false", None]),
        (pa.array(["煤", "油", "煤"]).dictionary_encode(), ["煤", "油", "煤"]),
        (pa.array(["煤".encode()], pa.binary()), ["煤"]),
    ],
)
def test_every_value_is_its_shortest_exact_text_l3(values: pa.Array, texts: list[str | None]) -> None:
    sheet = read_table(_parquet({"甲": values, "b": pa.nulls(len(values))}), "energy.parquet")
    assert sheet.rows[1] == {1: "甲", 2: "b"}
    assert [sheet.rows.get(row, {}).get(1) for row in range(2, len(texts) + 2)] == texts
    assert sheet.encoding is None


def test_a_kind_by_content_whatever_the_name() -> None:
    content = _parquet({"a": pa.array(["1"])})
    assert identify(content) is FileKind.PARQUET
    assert read_table(content, "energy.csv").rows == {1: {1: "a"}, 2: {1: "1"}}
    assert read_table(b"a\n1\n", "energy.parquet").rows == {1: {1: "a"}, 2: {1: "1"}}


def test_what_is_damaged_encrypted_or_no_text_is_one_clear_finding() -> None:
    content = _parquet({"a": pa.array(["1"])})
    assert _cause(content[:-9]) == ("unreadable_file", "energy.parquet")
    assert _cause(content[:40] + b"\x00" * 40 + content[80:])[0] == "unreadable_file"
    assert _cause(content[:-4] + b"PARE")[0] == "encrypted_file"
    assert _cause(_parquet({"a": pa.array([b"\xff\xfe"], pa.binary())}))[0] == "unreadable_file"


def test_what_unpacks_to_too_much_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A column of one repeated value is small in the file, whatever it unpacks to."""
    content = _parquet({"a": pa.array(["x" * 1000] * 5000)})
    assert len(content) < 10_000
    monkeypatch.setattr(parquet_tables, "MOST_CELLS", 4999)
    assert _cause(content)[0] == "unreadable_file"
