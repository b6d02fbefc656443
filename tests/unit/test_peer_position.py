"""Peer position within the size class, worked by hand (issue 2 part 6; L3, L7)."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from lingtan.errors import LingtanError
from lingtan.statistics.peer_position import (
    INPUT_SCHEMA,
    STAT_PEER_POSITION_SCHEMA,
    peer_position,
    write_peer_position,
)


def _parks(values: Mapping[str, str | None], size_class: str | None = "200k_1m") -> pl.DataFrame:
    rows = [
        {
            "reference_year": 2025,
            "park_code": park,
            "boundary_code": "physical",
            "method_code": "CN-NZCP-2025",
            "energy_method_code": "EN-CAL-F",
            "size_class_code": size_class,
            "carbon_per_energy": None if value is None else Decimal(value),
            "not_determined_reason_code": None,
        }
        for park, value in values.items()
    ]
    return pl.DataFrame(rows, schema=INPUT_SCHEMA)


def _column(frame: pl.DataFrame, name: str) -> list[object]:
    return frame.get_column(name).to_list()


def test_three_parks_by_hand() -> None:
    # Median of 0.2, 0.5, 1.7 is 0.5; distances 0.3, 0, 1.2; their median is 0.3.
    # Deviations: -0.3 / 0.3 = -1, 0, 1.2 / 0.3 = 4.
    result = peer_position(_parks({"P1": "0.5", "P2": "1.7", "P3": "0.2"}), minimum_peers=3)
    assert result.schema == STAT_PEER_POSITION_SCHEMA
    assert _column(result, "park_code") == ["P1", "P2", "P3"]
    assert _column(result, "peer_count") == [3, 3, 3]
    assert _column(result, "peer_median") == [Decimal("0.5")] * 3
    assert _column(result, "peer_median_absolute_deviation") == [Decimal("0.3")] * 3
    assert _column(result, "deviation_in_mad") == [Decimal(0), Decimal(4), Decimal(-1)]
    assert _column(result, "rank_in_class") == [2, 3, 1]
    assert _column(result, "reason_code") == [None, None, None]


def test_an_even_class_and_the_rounding_half_up() -> None:
    # Middle values 0.000000000001 and 0.000000000002: mean 1.5e-12, half-up 2e-12.
    # Distances of 0, 1, 2, 7 (e-12) from 2: 2, 1, 0, 5, so their median is 1.5, half-up 2.
    values = {"P1": "0", "P2": "0.000000000001", "P3": "0.000000000002", "P4": "0.000000000007"}
    result = peer_position(_parks(values), minimum_peers=3)
    assert _column(result, "peer_median") == [Decimal("0.000000000002")] * 4
    assert _column(result, "peer_median_absolute_deviation") == [Decimal("0.000000000002")] * 4
    assert _column(result, "deviation_in_mad") == [Decimal("-1"), Decimal("-0.5"), Decimal(0), Decimal("2.5")]


def test_a_quotient_that_does_not_end_is_rounded_away_from_zero() -> None:
    # Values -2, -0.3, 0, 0.3, 2: median 0, distances 2, 0.3, 0, 0.3, 2 -> 0.3; 2 / 0.3 = 6.666666666666|67.
    values = {"P1": "-2", "P2": "-0.3", "P3": "0", "P4": "0.3", "P5": "2"}
    result = peer_position(_parks(values), minimum_peers=3)
    assert _column(result, "deviation_in_mad") == [
        Decimal("-6.666666666667"), Decimal(-1), Decimal(0), Decimal(1), Decimal("6.666666666667"),
    ]  # fmt: skip


def test_equal_parks_share_the_better_rank_and_no_spread_is_named() -> None:
    result = peer_position(_parks({"P1": "1", "P2": "1", "P3": "1", "P4": "5"}), minimum_peers=3)
    assert _column(result, "rank_in_class") == [1, 1, 1, 4]
    assert _column(result, "reason_code") == ["no_spread"] * 4
    assert _column(result, "deviation_in_mad") == [None] * 4


def test_too_few_peers_is_named_and_classes_are_not_mixed() -> None:
    parks = pl.concat([_parks({"P1": "1", "P2": "2", "P3": "4"}), _parks({"P4": "9", "P5": "8"}, "above_1m")])
    result = peer_position(parks, minimum_peers=3)
    assert _column(result, "reason_code") == [None, None, None, "too_few_peers", "too_few_peers"]
    assert _column(result, "peer_median") == [Decimal(2)] * 3 + [Decimal("8.5")] * 2
    assert _column(result, "deviation_in_mad")[3:] == [None, None]


def test_what_is_not_determined_is_no_peer() -> None:
    partial = _parks({"P5": "0.1"}).with_columns(not_determined_reason_code=pl.lit("partial"))
    parks = pl.concat([_parks({"P1": "1", "P2": None, "P3": "3"}), _parks({"P4": "9"}, None), partial])
    result = peer_position(parks, minimum_peers=2)
    assert _column(result, "park_code") == ["P1", "P3"]
    assert _column(result, "peer_count") == [2, 2]


def test_a_park_too_small_for_a_threshold_is_a_peer() -> None:
    small = _parks({"P1": "1", "P2": "3"}).with_columns(
        not_determined_reason_code=pl.lit("below_threshold_range")
    )
    assert _column(peer_position(small, minimum_peers=2), "peer_count") == [2, 2]


def test_large_values_stay_exact() -> None:
    values = {"P1": "9999999999999.000000000001", "P2": "9999999999999.000000000003", "P3": "1"}
    result = peer_position(_parks(values), minimum_peers=3)
    assert _column(result, "peer_median") == [Decimal("9999999999999.000000000001")] * 3
    # Spread 2e-12: one park lies 5e24 spreads away, which no column of the warehouse holds.
    assert _column(result, "deviation_in_mad") == [Decimal(0), Decimal(1), None]
    assert _column(result, "reason_code") == [None, None, "no_spread"]
    with pytest.raises(LingtanError):
        peer_position(_parks({"P1": "10000000000000"}), minimum_peers=3)


def test_a_park_twice_stops_the_stage() -> None:
    with pytest.raises(LingtanError):
        peer_position(pl.concat([_parks({"P1": "1"}), _parks({"P1": "1"}, "above_1m")]), minimum_peers=3)


def test_the_stage_reads_and_writes_closed_parquet(tmp_path: Path) -> None:
    source = tmp_path / "mart_carbon_per_energy.parquet"
    parks = _parks({"P1": "0.5", "P2": "1.7", "P3": "0.2"}).with_columns(is_partial=pl.lit(False))
    parks.write_parquet(source)
    first = write_peer_position(source, tmp_path / "one", minimum_peers=3)
    parks.sort("park_code", descending=True).write_parquet(source)
    second = write_peer_position(source, tmp_path / "two", minimum_peers=3)
    assert first.name == "stat_peer_position.parquet"
    assert pl.read_parquet_schema(first) == dict(STAT_PEER_POSITION_SCHEMA)
    assert first.read_bytes() == second.read_bytes()
