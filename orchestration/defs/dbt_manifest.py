"""The dbt project as Dagster reads it: its manifest, parsed anew when the project changed."""

import fcntl
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings

from lingtan.places import checkout
from lingtan.release.hashing import file_sha256, files_below
from orchestration.operations.dbt_run import run_dbt

#: dbt's sources are what earlier assets of the graph write.
_ASSET_OF_SOURCE: Mapping[str, str] = {"lake": "lake", "plan": "plan", "stat": "stat_peer_position"}


def manifest_path() -> Path:
    """The manifest of the project as it is now; parsed anew, which takes seconds, when a file changed."""
    project = checkout() / "dbt_project"
    target = project / "target"
    own = {
        name: path for name, path in files_below(project).items() if not name.startswith(("target/", "logs/"))
    }
    state = "\n".join(f"{name} {file_sha256(path)}" for name, path in sorted(own.items()))
    manifest, remembered = target / "manifest.json", target / "manifest.of"
    target.mkdir(exist_ok=True)
    # Web server, daemon and runs start at one time; one of them parses, the others wait for it.
    with (target / ".manifest.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        is_of_now = remembered.is_file() and remembered.read_text(encoding="utf-8") == state
        if not (manifest.is_file() and is_of_now):
            run_dbt(["parse"], {}, target)
            remembered.write_text(state, encoding="utf-8")
    return manifest


class HouseTranslator(DagsterDbtTranslator):
    """Names dbt's models as the house does and joins its sources to the assets that write them."""

    def __init__(self) -> None:
        super().__init__(DagsterDbtTranslatorSettings(enable_duplicate_source_asset_keys=True))

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        """A model's name; for a source the asset behind it."""
        if dbt_resource_props["resource_type"] == "source":
            return dg.AssetKey(_ASSET_OF_SOURCE[dbt_resource_props["source_name"]])
        return dg.AssetKey(dbt_resource_props["name"])

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str:
        """The layer a model belongs to; seeds are reference rows."""
        if dbt_resource_props["resource_type"] == "seed":
            return "reference"
        return str(dbt_resource_props["fqn"][1])
