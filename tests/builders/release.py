"""A whole run from files to a published release, for tests that look at released cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from lingtan.contracts.csv_bundle import write_csv_bundle
from lingtan.contracts.load import contract_for
from lingtan.places import Places
from orchestration.operations.build import build
from orchestration.operations.draft import draft_release
from orchestration.operations.gate import judge_build
from orchestration.operations.plan import plan_release
from orchestration.operations.publish import publish_release
from orchestration.operations.receive import receive_deliveries

Rows = Mapping[str, Sequence[Mapping[str, object]]]


@dataclass(frozen=True)
class Released:
    """A published release and where it was made."""

    places: Places
    plan_id: str
    folder: Path

    def table(self, name: str) -> pl.DataFrame:
        """A released table."""
        return pl.read_parquet(self.folder / "restricted" / "data" / f"{name}.parquet")


def places_in(folder: Path) -> Places:
    """Data folders of their own below a test's folder."""
    return Places(raw=folder / "raw", exports=folder / "exports")


def register_of(province_code: str, parks: Sequence[Mapping[str, object]]) -> Rows:
    """A park register effective 2025-01-01 with parks that name only what differs."""
    always = {
        "park_level_code": "provincial",
        "park_type_code": "PROV_IND",
        "park_status_code": "under_construction",
        "is_publishable": False,
        "is_synthetic": True,
    }
    cover = {"province_code": province_code, "period": "2025-01-01", "submission_kind_code": "original"}
    return {"cover": [cover], "parks": [always | dict(park) for park in parks]}


def return_of(park_code: str, tables: Rows, *, year: int = 2025, kind: str = "original") -> Rows:
    """A park's annual return with the cover filled in."""
    cover: dict[str, Any] = {
        "park_code": park_code,
        "period": str(year),
        "period_basis_code": "discrete",
        "submission_status_code": "final",
        "submission_kind_code": kind,
        "boundaries_reported_code": "physical",
    }
    return {"cover": [cover], **tables}


def put(places: Places, sender: str, name: str, form: str, rows: Rows) -> Path:
    """Lay a CSV bundle into the inbox."""
    path = places.inbox / sender / f"{name}.zip"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_csv_bundle(contract_for(form, "1"), path, rows)
    return path


def publish_all(places: Places) -> Released:
    """Take in the inbox and go all the way to a release."""
    receive_deliveries(places, [])
    plan_id = draft_all(places)
    published = publish_release(places, plan_id, published_by="test")
    return Released(places, plan_id, published.folder)


def draft_all(places: Places) -> str:
    """Plan, build, judge and draft what is registered; the plan's id."""
    plan_id = plan_release(places).plan_id
    build(places, plan_id)
    judge_build(places, plan_id)
    draft_release(places, plan_id)
    return plan_id
