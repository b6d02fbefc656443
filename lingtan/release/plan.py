"""A plan: exactly what goes into a release, as a small lock and the tables that dbt reads (L4)."""

import json
import os
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import polars as pl

from lingtan.errors import LingtanError
from lingtan.places import Places, checkout
from lingtan.release.build_folder import BuildFolder
from lingtan.release.code_digest import code_digests
from lingtan.release.hashing import canonical_json, file_sha256, plan_id_of
from lingtan.release.latest import published_before
from lingtan.release.office_sets import OfficeSets, read_office_sets
from lingtan.release.park_relations import park_ancestors, park_lineage, registered_parks
from lingtan.release.parquet import write_sorted
from lingtan.release.plan_choice import Choice, choose
from lingtan.release.plan_tables import (
    batches_table,
    dispositions_table,
    findings_table,
    methods_table,
    newest_publication,
    rules_table,
    settings_table,
    submissions_table,
)
from lingtan.release.register_view import RegisterView, read_register
from lingtan.release.settings import settings_with
from lingtan.release.synthetic_registers import has_synthetic_register

#: Sort key of each plan table; all other columns follow it.
_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "submissions": ("submission_id",),
    "settings": ("setting_code",),
    "reference_years": ("reference_year",),
    "register_choice": ("reference_year", "province_code"),
    "park_ancestors": ("reference_year", "park_code", "distance"),
    "park_lineage": ("reference_year", "park_code"),
    "methods": ("reference_year", "method_code"),
    "office_factors": ("factor_id",),
    "office_documents": ("document_code",),
    "findings": ("submission_id", "table_name", "row_number", "rule_id", "cell"),
    "rules": ("rule_id",),
    "dispositions": ("submission_id",),
    "batches": ("batch_id", "table_name"),
}


@dataclass(frozen=True)
class Plan:
    """A plan on disk.

    Attributes:
        plan_id: `P-` and 16 hexadecimal digits of the lock's hash.
        folder: exports/builds/<plan_id>, with plan.json and plan/*.parquet.
    """

    plan_id: str
    folder: Path


def read_lock(build: BuildFolder) -> dict[str, Any]:
    """The lock of a plan.

    Raises:
        LingtanError: there is no such plan, or its lock or a plan table was changed after planning.
    """
    if not build.lock.is_file():
        raise LingtanError(
            f"没有方案 {build.plan_id}；请先运行 plan。", f"There is no plan {build.plan_id}; run plan first."
        )
    raw = build.lock.read_bytes()
    lock: dict[str, Any] = json.loads(raw) if plan_id_of(raw) == build.plan_id else {}
    tables: dict[str, str] = lock.get("tables", {})
    changed = ["plan.json"] if not lock else []
    changed += [
        f"plan/{name}.parquet"
        for name, sha256 in tables.items()
        if not (path := build.plan_tables / f"{name}.parquet").is_file() or file_sha256(path) != sha256
    ]
    if changed:
        raise LingtanError(
            f"方案 {build.plan_id} 的文件 {changed[0]} 在制定后被改动；请重新运行 plan。",
            f"File {changed[0]} of plan {build.plan_id} was changed after planning; run plan again.",
        )
    return lock


def _is_whole(build: BuildFolder) -> bool:
    try:
        read_lock(build)
    except LingtanError:
        return False
    return True


def _readings(choice: Choice) -> list[dict[str, str | None]]:
    """The contracts, layouts and reader versions that the planned submissions were read with."""
    columns = ["form", "form_version", "contract_sha256", "layout_code", "layout_sha256", "reader_version"]
    rows: list[dict[str, str | None]] = (
        choice.submissions.select(columns).unique().sort(columns, nulls_last=True).to_dicts()
    )
    return rows


def _tables(
    places: Places,
    choice: Choice,
    register: RegisterView,
    office: OfficeSets,
    settings: dict[str, str | None],
) -> dict[str, pl.DataFrame]:
    seeds = checkout() / "dbt_project" / "seeds" / "reference"
    parks = registered_parks(choice, places.lake)
    return {
        "submissions": submissions_table(choice),
        "settings": settings_table(settings),
        "reference_years": pl.DataFrame(
            {"reference_year": choice.years}, schema={"reference_year": pl.Int32()}
        ),
        "register_choice": choice.registers,
        "park_ancestors": park_ancestors(parks),
        "park_lineage": park_lineage(parks),
        "methods": methods_table(seeds, choice.years),
        "office_factors": office.factors,
        "office_documents": office.documents,
        "findings": findings_table(choice, register.batch_files, places.lake),
        "rules": rules_table(choice, register.batch_files, places.lake),
        "dispositions": dispositions_table(register.submissions),
        "batches": batches_table(choice, register.batch_files),
    }


def make_plan(
    places: Places,
    *,
    as_known_on: date | None = None,
    years: Collection[int] | None = None,
    settings: Mapping[str, str | None] | None = None,
) -> Plan:
    """Plan a release from the register, the reference rows and the code as they are.

    The id is the hash of the content: no time of day and no path is part of it, and a day given as
    `as_known_on` is resolved to the submissions and factors known on it. Planning the same content again
    finds the same folder.

    Args:
        places: register, lake, the office's factor sets, and where builds go.
        as_known_on: the last day whose readings, events and published factors count; None: all.
        years: the reference years; None: every year with an accepted return or inventory.
        settings: changes to the default settings.

    Returns:
        The plan.

    Raises:
        LingtanError: nothing to plan, a year nobody reported, a setting unknown, a batch missing in the lake,
            or a factor set of the office that cannot be read.
    """
    register = read_register(places, as_known_on)
    choice = choose(register.submissions, years)
    office = read_office_sets(places)
    chosen_settings = settings_with(settings)
    if as_known_on is not None and not (settings and "factors_known_on" in settings):
        seeds = checkout() / "dbt_project" / "seeds" / "reference"
        newest = newest_publication(seeds, office.factors, as_known_on.isoformat())
        chosen_settings["factors_known_on"] = newest
    tables = _tables(places, choice, register, office, chosen_settings)
    content = {
        "plan_version": 1,
        "reference_years": list(choice.years),
        "settings": chosen_settings,
        "methods": tables["methods"].sort("method_code", "reference_year").to_dicts(),
        "readings": _readings(choice),
        "office_sets": office.sets,
        "is_synthetic": has_synthetic_register(register, choice, places.lake),
        "code": code_digests(checkout()),
    }
    return store_plan(places, tables, content)


def _published(releases: Path, lock: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What was published before a plan; for a plan that was released, what it named then."""
    before = published_before(releases)
    asked = json.loads(canonical_json(lock))
    for one in reversed(before):
        released = json.loads((releases / one["plan_id"] / "restricted/plan.json").read_bytes())
        named: list[dict[str, Any]] = released.pop("published")
        if released == asked:
            return named
    return before


def store_plan(places: Places, tables: Mapping[str, pl.DataFrame], content: Mapping[str, Any]) -> Plan:
    """Write a plan's tables and lock; the same content finds the same folder.

    The lock names what was published before (L9). What was released already keeps what it named, so that
    planning the same again finds it.

    Args:
        places: where builds go.
        tables: every plan table by name.
        content: the lock without the hashes of the tables and without what was published.

    Returns:
        The plan.
    """
    staging = BuildFolder(places.builds / f".staging-{os.getpid()}")
    shutil.rmtree(staging.folder, ignore_errors=True)
    try:
        for name, frame in tables.items():
            write_sorted(frame, staging.plan_tables / f"{name}.parquet", _KEYS[name])
        hashes = {name: file_sha256(staging.plan_tables / f"{name}.parquet") for name in sorted(tables)}
        lock = {**content, "tables": hashes}
        raw = canonical_json({**lock, "published": _published(places.releases, lock)})
        staging.lock.write_bytes(raw)
        plan_id = plan_id_of(raw)
        build = BuildFolder(places.builds / plan_id)
        # A folder that is whole keeps what was built in it; a damaged one is made anew.
        if not _is_whole(build):
            shutil.rmtree(build.folder, ignore_errors=True)
            staging.folder.rename(build.folder)
    finally:
        shutil.rmtree(staging.folder, ignore_errors=True)
    return Plan(plan_id, build.folder)
