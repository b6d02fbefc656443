"""The names behind the codes of released tables: code lists, seeds and the parks of the release itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from lingtan.contracts.code_lists import SEEDS, load_code_lists
from lingtan.contracts.load import load_contracts
from lingtan.disclosure.public_tables import read_public_tables
from lingtan.release.table_texts import ColumnText

#: Columns whose list neither their name, a contract nor the YAML tells.
_LISTS: Final[Mapping[str, tuple[str, ...]]] = {
    "condition_code": ("term_conditions",),
    "commodity_code": ("carriers", "gases"),
    "finding_code": ("build_findings", "term_findings"),
    "purpose_code": ("factor_purposes",),
    "reason_code": ("not_estimated_reasons", "coverage_reasons", "not_determined_reasons"),
    "exists_reason_code": ("not_determined_reasons",),
    "scope2_basis_code": ("scope2_bases",),
    "industry_division_code": ("industries",),
    "region_code": ("grid_regions", "provinces"),
    "canonical_unit_code": ("units",),
    "size_class_code": ("size_classes",),
    "area_code": ("provinces",),
    "elimination_view_code": ("views",),
    "from_kind_code": ("counterparty_kind",),
    "to_kind_code": ("counterparty_kind",),
    "parent_park_code": ("parks",),
    "lineage_code": ("parks",),
    "measure_code": ("public_measures",),
    "counted_park_code": ("parks",),
    "nesting_view_code": ("views",),
    "from_node_code": ("parks",),
    "from_park_code": ("parks",),
    "to_node_code": ("parks",),
    "to_park_code": ("parks",),
    "other_end_code": ("flow_ends",),
    "reported_by_code": ("flow_reporters",),
    "total_code": ("proof_totals", "uncertainty_totals"),
    "status_code": ("stage_statuses",),
    "status_beside_code": ("stage_statuses",),
    "status_without_offsets_code": ("stage_statuses",),
    "uncertainty_status_code": ("uncertainty_statuses",),
    "generated_notation_key_code": ("notation_keys",),
    "self_used_notation_key_code": ("notation_keys",),
}
#: Codes of the sender's own, whatever list has a similar name.
_OWN: Final = frozenset({"unit_code", "counterparty_code", "reporting_unit_code", "credit_code"})


@dataclass(frozen=True)
class CodeNames:
    """Names of codes by list, and the lists of a column.

    Attributes:
        lists: list -> code -> Chinese and English name.
        of_column: column -> its lists; the first that knows a code names it.
    """

    lists: Mapping[str, Mapping[str, tuple[str, str]]]
    of_column: Mapping[str, tuple[str, ...]]

    def lists_of(self, column: ColumnText) -> tuple[str, ...]:
        """The lists a column's codes come from; none for codes of the sender's own."""
        if column.code_list is not None and column.code_list in self.lists:
            return (column.code_list,)
        stem = column.name.removesuffix("_code")
        if column.name in _OWN or not column.name.endswith("_code"):
            return ()
        known = self.of_column.get(column.name) or _LISTS.get(column.name)
        candidates = known or (stem, f"{stem}s", re.sub("y$", "ies", stem))
        return tuple(name for name in candidates if name in self.lists)

    def names(self, column: ColumnText) -> dict[str, tuple[str, str]]:
        """Code -> names for a column; empty where its codes have no list."""
        found: dict[str, tuple[str, str]] = {}
        for name in reversed(self.lists_of(column)):
            found |= self.lists[name]
        return found


def _as_names(frame: pl.DataFrame, code: str, zh: str, en: str) -> dict[str, tuple[str, str]]:
    rows = frame.select(pl.col(code, zh, en).cast(pl.String)).drop_nulls(code).iter_rows()
    names: dict[str, tuple[str, str]] = {}
    for key, chinese, english in rows:
        names.setdefault(key, (chinese or english or "", english or chinese or ""))
    return names


def _seeds(folder: Path) -> dict[str, tuple[str, dict[str, tuple[str, str]]]]:
    """Seeds that name the codes of their first column: seed -> that column, and the names."""
    found = {}
    for path in sorted(folder.glob("*.csv")):
        seed = pl.read_csv(path, infer_schema=False)
        key = seed.columns[0]
        # Where one code has several rows, as a method has terms, the names are not those of the code.
        is_list = not seed[key].is_duplicated().any() or path.stem == f"{key.removesuffix('_code')}s"
        if is_list and {"name_zh", "name_en"} <= set(seed.columns) and path.stem != "code_lists":
            found[path.stem] = (key, _as_names(seed, key, "name_zh", "name_en"))
    return found


def read_code_names(data: Path | None = None, seeds: Path = SEEDS) -> CodeNames:
    """All lists of the house, and the parks of a release.

    Args:
        data: canonical tables of a release, for the names of its parks; None: no parks.
        seeds: the reference seeds.
    """
    lists = {
        name: _as_names(frame, "code", "name_zh", "name_en") for name, frame in load_code_lists(seeds).items()
    }
    lists["public_measures"] = {one.code: (one.zh, one.en) for one in read_public_tables().measures}
    of_column: dict[str, tuple[str, ...]] = {}
    for name, (column, names) in _seeds(seeds).items():
        lists.setdefault(name, names)
        of_column.setdefault(column, (name,))
    for contract in load_contracts():
        for table in contract.tables:
            for one in table.columns:
                if one.code_list is not None:
                    of_column.setdefault(one.name, (one.code_list,))
    parks = None if data is None else data / "dim_parks.parquet"
    if parks is not None and {"park_name_zh", "park_name_en"} <= set(pl.read_parquet_schema(parks)):
        frame = pl.read_parquet(parks).sort("reference_year", descending=True)
        lists["parks"] = _as_names(frame, "park_code", "park_name_zh", "park_name_en")
        of_column["park_code"] = ("parks",)
    return CodeNames(lists, {**of_column, **_LISTS})
