"""The stages of a build: dbt core, the Python stages, dbt compare."""

from collections.abc import Iterator, Sequence
from typing import Any

import dagster as dg
from dagster_dbt import dbt_assets

from lingtan.disclosure.contributions import TABLES as CONTRIBUTION_TABLES
from orchestration.defs.assets.plan import planned
from orchestration.defs.dbt_translator import HouseTranslator
from orchestration.defs.resources import PlacesResource
from orchestration.operations.build import (
    COMPARE,
    build_compare,
    build_core,
    build_disclosure,
    build_peer_position,
    build_uncertainty,
)
from orchestration.operations.dbt_manifest import parsed_project
from orchestration.operations.dbt_run import NodeResult

_MANIFEST = parsed_project() / "manifest.json"
_TRANSLATOR = HouseTranslator()

Event = dg.MaterializeResult[None] | dg.AssetCheckResult


def _events(context: dg.AssetExecutionContext, nodes: Sequence[NodeResult]) -> Iterator[Event]:
    """What dbt did as Dagster's events: a materialisation a model, a check result a test."""
    keys = {key.path[-1]: key for key in context.assets_def.keys}
    checks = {spec.name: spec for spec in context.assets_def.check_specs}
    for node in nodes:
        if node.resource_type in ("model", "seed") and node.status == "success":
            yield dg.MaterializeResult(asset_key=keys[node.name])
    for node in nodes:
        if node.name in checks and node.resource_type == "test":
            yield dg.AssetCheckResult(
                asset_key=checks[node.name].asset_key,
                check_name=node.name,
                passed=node.is_good,
                metadata={"failures": node.failures},
            )


@dbt_assets(manifest=_MANIFEST, exclude=COMPARE, dagster_dbt_translator=_TRANSLATOR, name="warehouse_core")
def warehouse_core(context: dg.AssetExecutionContext, places: PlacesResource) -> Iterator[Any]:
    """Seeds, staging, intermediate, facts, marts and quality tables."""
    nodes = build_core(places.places(), planned(context, places), context.log.info)
    yield from _events(context, nodes)


@dg.asset(
    deps=["mart_carbon_per_energy"],
    group_name="statistics",
    description="同类位置：园区在同规模组内的稳健位置（中位数与中位绝对偏差）。"
    " Robust position of a park within its size class (median and median absolute deviation).",
)
def stat_peer_position(context: dg.AssetExecutionContext, places: PlacesResource) -> None:
    """A Python stage between the dbt stages."""
    build_peer_position(places.places(), planned(context, places))


@dg.asset(
    deps=["int_uncertainty__levels", "int_uncertainty__lines"],
    group_name="statistics",
    description="合计的不确定性：误差传递的开方与蒙特卡罗模拟（IPCC 方法 1、方法 2）。"
    " Uncertainty of totals: the root of error propagation, and Monte Carlo (IPCC approaches 1 and 2).",
)
def stat_uncertainty(context: dg.AssetExecutionContext, places: PlacesResource) -> None:
    """A Python stage between the dbt stages."""
    build_uncertainty(places.places(), planned(context, places))


@dg.multi_asset(
    specs=[
        dg.AssetSpec(
            "stat_public_cells",
            deps=list(CONTRIBUTION_TABLES),
            group_name="statistics",
            description="公开表的保密处理：初级与次级隐藏（单元格隐藏，整数规划）。"
            " Disclosure control of the public tables: primary and secondary cell suppression"
            " (integer programme).",
        ),
        dg.AssetSpec(
            "stat_public_losses",
            deps=list(CONTRIBUTION_TABLES),
            group_name="statistics",
            description="公开表的信息损失及其下界。"
            " What readers lose by withheld cells, beside its proven bound.",
        ),
    ]
)
def stat_public_cells(context: dg.AssetExecutionContext, places: PlacesResource) -> Iterator[Any]:
    """A Python stage between the dbt stages."""
    build_disclosure(places.places(), planned(context, places))
    yield dg.MaterializeResult(asset_key="stat_public_cells")
    yield dg.MaterializeResult(asset_key="stat_public_losses")


@dbt_assets(manifest=_MANIFEST, select=COMPARE, dagster_dbt_translator=_TRANSLATOR, name="warehouse_compare")
def warehouse_compare(context: dg.AssetExecutionContext, places: PlacesResource) -> Iterator[Any]:
    """What compares parks and needs the Python stages before it."""
    nodes = build_compare(places.places(), planned(context, places), context.log.info)
    yield from _events(context, nodes)
