"""The dbt project as Dagster shows it."""

from collections.abc import Mapping
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings

#: dbt's sources are what earlier assets of the graph write; each Python stage is an asset of its own.
_ASSET_OF_SOURCE: Mapping[str, str] = {"lake": "lake", "plan": "plan"}


class HouseTranslator(DagsterDbtTranslator):
    """Names dbt's models as the house does and joins its sources to the assets that write them."""

    def __init__(self) -> None:
        super().__init__(DagsterDbtTranslatorSettings(enable_duplicate_source_asset_keys=True))

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        """A model's name; for a source the asset behind it."""
        if dbt_resource_props["resource_type"] == "source":
            source = dbt_resource_props["source_name"]
            return dg.AssetKey(_ASSET_OF_SOURCE.get(source, dbt_resource_props["name"]))
        return dg.AssetKey(dbt_resource_props["name"])

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str:
        """The layer a model belongs to; seeds are reference rows."""
        if dbt_resource_props["resource_type"] == "seed":
            return "reference"
        return str(dbt_resource_props["fqn"][1])
