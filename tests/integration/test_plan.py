"""A plan is exactly what goes in: chosen from the register, the same on every machine and day (L4)."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest

from lingtan.contracts.csv_bundle import write_csv_bundle
from lingtan.contracts.load import contract_for
from lingtan.errors import LingtanError
from lingtan.intake.receive import receive
from lingtan.places import Places
from lingtan.release.build_folder import BuildFolder
from lingtan.release.hashing import hashes_below
from lingtan.release.plan import Plan, make_plan, read_lock
from quality.catalogue import intake_rules

Rows = Mapping[str, Sequence[Mapping[str, object]]]


def _send(places: Places, day: str, form: str, rows: Rows, name: str) -> None:
    path = places.raw / "outside" / f"{name}.zip"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_csv_bundle(contract_for(form, "1"), path, rows)
    at = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
    receive(places, [path], intake_rules(), sender="sender", clock=lambda: at)


def _register(effective: str, park: str = "P1") -> Rows:
    return {
        "cover": [{"province_code": "110000", "period": effective, "submission_kind_code": "original"}],
        "parks": [
            {
                "park_code": park,
                "park_name_zh": "示例园区一",
                "park_level_code": "provincial",
                "park_type_code": "PROV_IND",
                "park_status_code": "under_construction",
                "is_publishable": False,
                "is_synthetic": True,
            }
        ],
    }


def _return(year: int, quantity: str, kind: str = "original") -> Rows:
    return {
        "cover": [
            {
                "park_code": "P1",
                "period": str(year),
                "period_basis_code": "discrete",
                "submission_status_code": "final",
                "submission_kind_code": kind,
                "boundaries_reported_code": "physical",
            }
        ],
        "units": [
            {
                "unit_code": "U1",
                "unit_name": "示例单位",
                "unit_role_code": "tenant",
                "reporting_basis_code": "located",
                "industry_code": "3011",
            }
        ],
        "energy": [
            {
                "line_id": "1",
                "unit_code": "U1",
                "carrier_code": "anthracite",
                "flow_code": "FIN",
                "quantity": quantity,
                "quantity_unit": "t",
            }
        ],
    }


def _fill(folder: Path) -> Places:
    places = Places(folder / "raw", folder / "exports")
    _send(places, "2026-01-10", "park_register", _register("2024-12-31"), "register")
    _send(places, "2026-01-11", "park_return", _return(2025, "10"), "original")
    return places


def _table(plan: Plan, name: str) -> pl.DataFrame:
    return pl.read_parquet(BuildFolder(plan.folder).plan_tables / f"{name}.parquet")


def test_planning_twice_and_elsewhere_gives_the_same_bytes(tmp_path: Path) -> None:
    here = _fill(tmp_path / "here")
    there = _fill(tmp_path / "a longer way" / "there")
    first, again, other = make_plan(here), make_plan(here), make_plan(there)
    assert first == again
    assert first.plan_id == other.plan_id
    assert hashes_below(first.folder) == hashes_below(other.folder)
    assert [path.name for path in here.builds.iterdir()] == [first.plan_id]
    text = (first.folder / "plan.json").read_text(encoding="utf-8")
    assert str(tmp_path) not in text
    assert "2026-01" not in text


def test_a_correction_supersedes_and_a_second_original_is_held(tmp_path: Path) -> None:
    places = _fill(tmp_path)
    before = make_plan(places)
    _send(places, "2026-01-12", "park_return", _return(2025, "11", "correction"), "correction")
    _send(places, "2026-01-13", "park_return", _return(2025, "12"), "second")
    after = make_plan(places)
    assert before.plan_id != after.plan_id
    planned = _table(after, "submissions").filter(form="park_return")
    assert planned.select("version", "submission_kind_code", "reference_year").rows() == [
        (2, "correction", 2025)
    ]
    dispositions = _table(after, "dispositions")
    assert sorted(dispositions["status"].to_list()) == ["current", "current", "held", "superseded"]
    # Every row read has one disposition (L2).
    parts = [name for name in dispositions.columns if name.startswith("rows_") and name != "rows_read"]
    assert (
        dispositions.select(pl.sum_horizontal(parts))
        .to_series()
        .equals(dispositions["rows_read"].alias(parts[0]), check_names=False)
    )
    used = {row["status"]: row for row in dispositions.to_dicts()}
    assert (used["held"]["rows_held"], used["superseded"]["rows_superseded"]) == (2, 2)
    assert (used["held"]["rows_used"], used["superseded"]["rows_used"]) == (0, 0)


def test_a_plan_as_known_on_a_day_sees_the_versions_of_that_day(tmp_path: Path) -> None:
    places = _fill(tmp_path)
    _send(places, "2026-01-20", "park_return", _return(2025, "11", "correction"), "correction")
    early = make_plan(places, as_known_on=date(2026, 1, 19))
    late = make_plan(places, as_known_on=date(2026, 1, 20))
    assert _table(early, "submissions").filter(form="park_return")["version"].to_list() == [1]
    assert _table(late, "submissions").filter(form="park_return")["version"].to_list() == [2]
    assert sorted(_table(early, "dispositions")["status"].to_list()) == ["current", "current"]
    # The day is resolved to what was known on it: another day with the same knowledge is the same plan.
    assert make_plan(places, as_known_on=date(2026, 1, 18)).plan_id == early.plan_id
    with pytest.raises(LingtanError):
        make_plan(places, as_known_on=date(2026, 1, 10))


def test_each_year_takes_the_newest_register_on_or_before_its_end(tmp_path: Path) -> None:
    places = _fill(tmp_path)
    _send(places, "2026-02-01", "park_register", _register("2025-12-31", "P2"), "register-end-of-2025")
    _send(places, "2026-02-02", "park_register", _register("2026-01-01", "P3"), "register-2026")
    _send(places, "2026-02-03", "park_return", _return(2026, "5"), "return-2026")
    plan = make_plan(places)
    chosen = _table(plan, "register_choice").join(_table(plan, "submissions"), on="submission_id")
    assert chosen.select("reference_year", "period_code").sort("reference_year").rows() == [
        (2025, "2025-12-31"), (2026, "2026-01-01"),
    ]  # fmt: skip
    assert _table(plan, "reference_years")["reference_year"].to_list() == [2025, 2026]
    one = make_plan(places, years=[2026])
    assert _table(one, "submissions").filter(form="park_return")["reference_year"].to_list() == [2026]
    with pytest.raises(LingtanError, match="2023"):
        make_plan(places, years=[2023])


def test_a_changed_plan_table_is_noticed_and_planning_repairs_it(tmp_path: Path) -> None:
    plan = make_plan(_fill(tmp_path))
    settings = BuildFolder(plan.folder).plan_tables / "settings.parquet"
    pl.read_parquet(settings).with_columns(setting_value=pl.lit("x")).write_parquet(settings)
    with pytest.raises(LingtanError, match="settings"):
        read_lock(BuildFolder(plan.folder))
    assert make_plan(Places(tmp_path / "raw", tmp_path / "exports")) == plan
    assert read_lock(BuildFolder(plan.folder))["reference_years"] == [2025]


def test_settings_are_written_out_and_change_the_plan(tmp_path: Path) -> None:
    places = _fill(tmp_path)
    plan = make_plan(places)
    settings = dict(_table(plan, "settings").rows())
    assert settings["ghgi_fuel_set_code"] == "GBT32151_C1"
    assert settings["factors_known_on"] is None
    assert settings["gwp_set_code"] == "CN-AR5"
    other = make_plan(places, settings={"peer_minimum_count": "5"})
    assert other.plan_id != plan.plan_id
    with pytest.raises(LingtanError, match="no_such_setting"):
        make_plan(places, settings={"no_such_setting": "1"})


def _inventory(year: int) -> Rows:
    cover = {"province_code": "110000", "period": str(year), "period_basis_code": "discrete"}
    states = {"submission_status_code": "final", "submission_kind_code": "original"}
    line = {"row_code": "S02", "carrier_code": "raw_coal", "quantity": "1", "quantity_unit": "t"}
    return {"cover": [{**cover, **states}], "energy": [line]}


def test_a_plan_of_an_inventory_alone_keeps_the_mark_of_its_province(tmp_path: Path) -> None:
    """No park of the register is in the plan: it is of a later day, so only the lock can carry the mark."""
    places = Places(tmp_path / "raw", tmp_path / "exports")
    _send(places, "2026-01-11", "province_inventory", _inventory(2024), "inventory")
    assert read_lock(BuildFolder(make_plan(places).folder))["is_synthetic"] is False
    _send(places, "2026-01-12", "park_register", _register("2025-12-31"), "register")
    plan = make_plan(places)
    assert _table(plan, "register_choice").height == 0
    assert read_lock(BuildFolder(plan.folder))["is_synthetic"] is True


def test_a_plan_of_real_parks_has_no_mark(tmp_path: Path) -> None:
    places = Places(tmp_path / "raw", tmp_path / "exports")
    register = _register("2024-12-31")
    real = {**register, "parks": [{**register["parks"][0], "is_synthetic": False}]}
    _send(places, "2026-01-10", "park_register", real, "register")
    _send(places, "2026-01-11", "park_return", _return(2025, "10"), "original")
    assert read_lock(BuildFolder(make_plan(places).folder))["is_synthetic"] is False


def test_an_office_set_with_a_problem_stops_the_plan(tmp_path: Path) -> None:
    places = _fill(tmp_path)
    folder = places.office_reference / "broken"
    folder.mkdir(parents=True)
    (folder / "set.yaml").write_text("id: BROKEN\n", encoding="utf-8")
    with pytest.raises(LingtanError, match=r"broken/set\.yaml"):
        make_plan(places)


def test_nothing_received_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(LingtanError) as refusal:
        make_plan(Places(tmp_path / "raw", tmp_path / "exports"))
    assert refusal.value.zh.count("\n") == 0
