"""Plans beside an old one: the same submissions, other factors or settings, one cause a plan (L4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import polars as pl

from lingtan.places import Places, checkout
from lingtan.release.build_folder import BuildFolder
from lingtan.release.code_digest import code_digests
from lingtan.release.office_sets import OfficeSets, read_office_sets
from lingtan.release.plan import Plan, read_lock, store_plan
from lingtan.release.plan_tables import settings_table
from lingtan.release.settings import DEFAULT_SETTINGS, settings_with

CauseKind = Literal["code", "office_set", "setting"]


@dataclass(frozen=True)
class Cause:
    """One thing that differs between two plans.

    Attributes:
        kind: code (the program and its seeds), a factor set of the office, or a setting of the plan.
        code: the set's id or the setting's code; `code` for the program.
        old: the old value, or the document of the old set; None where there was none.
        new: the same of the new one.
    """

    kind: CauseKind
    code: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Step:
    """A plan that differs from the one before it by one cause."""

    cause: Cause
    plan: Plan


def _of_set(sets: Sequence[Mapping[str, Any]], code: str) -> list[Mapping[str, Any]]:
    return [one for one in sets if one["factor_set_code"] == code]


def _documents(sets: Sequence[Mapping[str, Any]]) -> str | None:
    return " ".join(sorted({str(one["document_code"]) for one in sets})) or None


def find_causes(
    lock: Mapping[str, Any], office: OfficeSets, changes: Mapping[str, str | None]
) -> tuple[Cause, ...]:
    """What a plan made now would have other than an old plan with the same submissions.

    Args:
        lock: of the old plan.
        office: the office's factor sets as they are now.
        changes: settings to change.

    Returns:
        The code first, then factor sets, then settings, each by code.

    Raises:
        LingtanError: a setting is not known.
    """
    found = [Cause("code", "code", None, None)] if lock["code"] != code_digests(checkout()) else []
    old_sets, new_sets = lock["office_sets"], office.sets
    for code in sorted({one["factor_set_code"] for one in [*old_sets, *new_sets]}):
        before, after = _of_set(old_sets, code), _of_set(new_sets, code)
        if before != after:
            found.append(Cause("office_set", code, _documents(before), _documents(after)))
    settings = _settings(lock)
    for code, value in sorted(settings_with(changes).items()):
        if code in changes and settings[code] != value:
            found.append(Cause("setting", code, settings[code], value))
    return tuple(found)


def _settings(lock: Mapping[str, Any]) -> dict[str, str | None]:
    """The settings of a plan; one that its program did not know yet has the default."""
    return settings_with(
        {code: lock["settings"].get(code, DEFAULT_SETTINGS[code]) for code in DEFAULT_SETTINGS}
    )


def _mixed(old: pl.DataFrame, new: pl.DataFrame, column: str, codes: Sequence[str]) -> pl.DataFrame:
    """Rows of the sets named as they are now, all others as they were."""
    kept = old.filter(~pl.col(column).is_in(codes))
    return pl.concat([kept, new.filter(pl.col(column).is_in(codes)).select(old.columns).cast(old.schema)])


def make_steps(places: Places, old: BuildFolder, changes: Mapping[str, str | None]) -> tuple[Step, ...]:
    """Plan one cause after the other, from the old plan to one with everything changed.

    Each plan has the old plan's submissions, so that what differs between two neighbours has one cause.

    Args:
        places: the office's factor sets, and where builds go.
        old: the plan to start from.
        changes: settings to change.

    Returns:
        One plan a cause; none where nothing differs. The last is the new plan.

    Raises:
        LingtanError: the old plan was changed or is not there, a setting or a factor set is not right.
    """
    lock = read_lock(old)
    office = read_office_sets(places)
    tables = {name: pl.read_parquet(old.plan_tables / f"{name}.parquet") for name in lock["tables"]}
    content = {name: value for name, value in lock.items() if name not in ("tables", "published")}
    steps: list[Step] = []
    for cause in find_causes(lock, office, changes):
        if cause.kind == "code":
            content["code"] = code_digests(checkout())
        elif cause.kind == "office_set":
            content["office_sets"] = sorted(
                [one for one in content["office_sets"] if one["factor_set_code"] != cause.code]
                + _of_set(office.sets, cause.code),
                key=lambda one: [one[name] for name in ("factor_set_code", "purpose_code", "document_code")],
            )
            tables["office_factors"] = _mixed(
                tables["office_factors"], office.factors, "factor_set_code", [cause.code]
            )
            documents = [str(one["document_code"]) for one in _of_set(office.sets, cause.code)]
            mixed = _mixed(tables["office_documents"], office.documents, "document_code", documents)
            cited = [str(one["document_code"]) for one in content["office_sets"]]
            tables["office_documents"] = mixed.filter(pl.col("document_code").is_in(cited))
        else:
            content["settings"] = settings_with(_settings(content) | {cause.code: cause.new})
            tables["settings"] = settings_table(content["settings"])
        steps.append(Step(cause, store_plan(places, tables, content)))
    return tuple(steps)
