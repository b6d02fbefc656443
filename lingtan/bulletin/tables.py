"""Read what the page shows: canonical tables of a release and the names of codes, through stored queries."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from lingtan.errors import LingtanError
from lingtan.quiet_duckdb import connect

#: Seeds that give codes their names (L10); a query sees them as `seed_<name>`.
_NAME_SEEDS: Final = (
    "carriers",
    "code_lists",
    "components",
    "energy_methods",
    "gases",
    "indicator_thresholds",
    "methods",
    "process_product_factors",
    "process_products",
    "provinces",
    "scope3_categories",
    "stages",
)
#: Tables without which there is no bulletin.
REQUIRED: Final = (
    "cmp_peer_position",
    "cmp_uncertainty",
    "dim_documents",
    "dim_factors",
    "dim_parks",
    "dim_terms",
    "fct_emissions",
    "fct_parameters",
    "fct_power_heat",
    "fct_province_emissions",
    "fct_units",
    "mart_carbon_per_energy",
    "mart_coverage",
    "mart_findings",
    "mart_national_inventory_year",
    "mart_national_year",
    "mart_park_component_year",
    "mart_park_indicator",
    "mart_park_scope3_year",
    "mart_park_stage_year",
    "mart_park_year",
    "mart_production_consumption",
    "mart_province_inventory_year",
    "mart_province_year",
    "mart_unverified_energy_year",
    "mart_unverified_year",
)
_QUERIES: Final = Path(__file__).parent / "queries"

#: A result row by column name; quantities are Decimal, counts int, names str.
Row = dict[str, Any]


class BulletinTables:
    """The tables of one release, open for the stored queries. Use as a context manager.

    Args:
        folder: canonical `<table>.parquet` files.
        seeds: the reference seeds, for names of codes.

    Raises:
        LingtanError: a table is missing.
    """

    def __init__(self, folder: Path, seeds: Path) -> None:
        missing = [name for name in REQUIRED if not (folder / f"{name}.parquet").is_file()]
        if missing:
            raise LingtanError(
                f"公报缺少数据表：{'、'.join(missing)}；请重新运行 build。",
                f"The bulletin lacks tables: {', '.join(missing)}; run the build again.",
            )
        self._connection = connect()
        for name in REQUIRED:
            self._connection.read_parquet(str(folder / f"{name}.parquet")).create_view(name)
        for name in _NAME_SEEDS:
            seed = self._connection.read_csv(str(seeds / f"{name}.csv"), header=True, all_varchar=True)
            seed.create_view(f"seed_{name}")

    def __enter__(self) -> "BulletinTables":
        return self

    def __exit__(
        self,
        exception_type: type[BaseException] | None,
        exception: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._connection.close()

    def rows(self, query: str, **parameters: str | int) -> Sequence[Row]:
        """The rows of a stored query, in its order.

        Args:
            query: the stem of a file in `queries`.
            parameters: values of the query's `$name` places.
        """
        result = self._connection.execute((_QUERIES / f"{query}.sql").read_text(encoding="utf-8"), parameters)
        names = [column[0] for column in result.description or ()]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
