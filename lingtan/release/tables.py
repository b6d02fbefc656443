"""The one list of released tables and their keys (L10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class ReleasedTable:
    """A table of the warehouse that a release carries.

    Attributes:
        name: the table in the build database and the stem of its files.
        key: the columns that identify a row; canonical files are sorted by them, in this order.
    """

    name: str
    key: tuple[str, ...]


_PARK: Final = ("reference_year", "park_code", "boundary_code")
_PARK_METHOD: Final = (*_PARK, "method_code")
_RESULT: Final = (*_PARK_METHOD, "scope2_basis_code")
# A cell of an inventory: never added over scopes, bases, methods or boundaries.
_CELL: Final = ("method_code", "scope_code", "scope2_basis_code", "component_code", "gas_group_code")
# A line's number is unique within its form table; the period is in every key, for returns of parts of a
# year; a line of power may be split by the clearing of certificates, hence the activity.
_LINE: Final = ("submission_id", "period_code", "table_name", "line_id", "activity_code", "boundary_code")
# What is passed on is received and sent by one line.
_FLOW_LINE: Final = ("submission_id", "period_code", "table_name", "line_id", "reported_by_code")

DIMENSIONS: Final = (
    ReleasedTable("dim_parks", ("reference_year", "park_code")),
    ReleasedTable("dim_units", ("reference_year", "park_code", "unit_code")),
    ReleasedTable("dim_submissions", ("submission_id",)),
    ReleasedTable("dim_factors", ("factor_id",)),
    ReleasedTable("dim_coefficients", ("reference_year", "energy_basis_code", "carrier_code")),
    ReleasedTable(
        "dim_terms",
        ("method_code", "method_version", "term_code", "activity_code", "gas_code", "scope2_basis_code"),
    ),
    ReleasedTable("dim_documents", ("document_code",)),
    ReleasedTable("dim_periods", ("submission_id", "boundary_code")),
    ReleasedTable("dim_clean_energies", ("system_code", "energy_code")),
    ReleasedTable("dim_energy_terms", ("energy_method_code", "side_code", "activity_code")),
    ReleasedTable("dim_values", ("value_id",)),
)
FACTS: Final = (
    ReleasedTable("fct_energy", (*_LINE, "view_code", "entry_kind_code", "energy_method_code", "side_code")),
    ReleasedTable(
        "fct_power_heat", ("submission_id", "period_code", "line_id", "activity_code", "boundary_code")
    ),
    ReleasedTable("fct_flows", (*_FLOW_LINE, "boundary_code")),
    ReleasedTable(
        "fct_emissions",
        (
            *_LINE,
            "view_code",
            "entry_kind_code",
            "method_code",
            "method_version",
            "term_code",
            "gas_code",
            "scope2_basis_code",
        ),
    ),
    ReleasedTable(
        "fct_parameters", ("submission_id", "period_code", "table_name", "line_id", "parameter_code")
    ),
    ReleasedTable(
        "fct_province_emissions", ("submission_id", "period_code", "row_code", "carrier_code", "method_code")
    ),
    # What stands between a submitted line and the figures above, so that a release explains itself (L13).
    ReleasedTable("fct_activity", (*_LINE, "gas_code")),
    ReleasedTable("fct_inventory_cells", ("submission_id", "row_code", "carrier_code")),
    ReleasedTable("fct_clearing", ("submission_id", "line_id")),
    ReleasedTable("fct_instruments", ("submission_id", "line_id")),
    ReleasedTable("fct_generation", ("submission_id", "line_id", "boundary_code")),
    ReleasedTable("fct_units", ("submission_id", "unit_code", "boundary_code")),
    ReleasedTable(
        "fct_gaps",
        (
            *_PARK_METHOD,
            "term_code",
            "reason_code",
            "submission_id",
            "table_name",
            "line_id",
            "activity_code",
        ),
    ),
    ReleasedTable(
        "fct_uncounted_emissions",
        (*_LINE, "method_code", "method_version", "term_code", "gas_code", "scope2_basis_code"),
    ),
)
MARTS: Final = (
    ReleasedTable("mart_park_year", _RESULT),
    ReleasedTable("mart_park_net_year", _RESULT),
    ReleasedTable("mart_park_scope3_year", (*_RESULT, "scope3_category_code")),
    ReleasedTable("mart_park_stage_year", (*_PARK_METHOD, "stage_code")),
    ReleasedTable("mart_park_component_year", (*_PARK, *_CELL)),
    ReleasedTable("mart_park_lineage_year", ("reference_year", "lineage_code", "boundary_code", *_CELL)),
    ReleasedTable("mart_boundary_bridge", ("reference_year", "park_code", *_CELL)),
    ReleasedTable("mart_park_memo_year", (*_PARK, *_CELL)),
    ReleasedTable("mart_park_energy_year", (*_PARK, "energy_method_code")),
    ReleasedTable("mart_park_profile", _PARK),
    ReleasedTable(
        "mart_sector_year",
        (
            "reference_year",
            "province_code",
            "boundary_code",
            "method_code",
            "industry_division_code",
            "scope_code",
            "component_code",
            "gas_group_code",
        ),
    ),
    ReleasedTable("mart_province_year", ("reference_year", "province_code", "boundary_code", *_CELL)),
    ReleasedTable("mart_national_year", ("reference_year", "boundary_code", *_CELL)),
    ReleasedTable(
        "mart_production_consumption",
        ("reference_year", "area_code", "boundary_code", "method_code", "scope2_basis_code"),
    ),
    ReleasedTable(
        "mart_flow_matrix",
        ("reference_year", "boundary_code", "commodity_code", "from_node_code", "to_node_code"),
    ),
    ReleasedTable("mart_flow_balance", ("reference_year", "area_code", "boundary_code", "commodity_code")),
    ReleasedTable(
        "mart_proof",
        (
            "reference_year",
            "area_code",
            "boundary_code",
            "method_code",
            "scope2_basis_code",
            "total_code",
            "view_code",
        ),
    ),
    ReleasedTable("mart_enterprise_account", (*_PARK, "unit_code", "account_entry_code")),
    ReleasedTable("mart_account_bridge", _PARK_METHOD),
    ReleasedTable(
        "mart_market_location_gap",
        ("reference_year", "area_code", "boundary_code", "method_code", "gap_part_code"),
    ),
    ReleasedTable("mart_province_inventory_year", ("reference_year", "province_code", "method_code")),
    ReleasedTable("mart_national_inventory_year", ("reference_year", "method_code")),
    ReleasedTable(
        "mart_coverage",
        (
            "reference_year",
            "province_code",
            "park_code",
            "boundary_code",
            "method_code",
            "term_code",
            "reason_code",
        ),
    ),
    ReleasedTable(
        "mart_unverified_year",
        (
            "reference_year",
            "figure_level_code",
            "area_code",
            "park_code",
            "industry_division_code",
            "boundary_code",
            *_CELL,
            "is_memo",
        ),
    ),
    ReleasedTable("mart_unverified_energy_year", (*_PARK, "energy_method_code", "side_code")),
    ReleasedTable("mart_findings", (*_PARK, "finding_code", "subject_code")),
    ReleasedTable("mart_claims", (*_PARK, "submission_id", "table_name", "line_id")),
    ReleasedTable("mart_period_differences", (*_PARK, *_CELL)),
    ReleasedTable("mart_park_period", (*_PARK, "period_code", "method_code", "scope2_basis_code")),
    ReleasedTable("mart_park_year_to_date", _RESULT),
    ReleasedTable("mart_carbon_per_energy", (*_PARK_METHOD, "energy_method_code")),
    ReleasedTable("mart_park_clean_energy", (*_PARK, "energy_method_code", "natural_gas_treatment_code")),
    ReleasedTable("mart_park_indicator", (*_PARK, "indicator_code")),
    ReleasedTable("cmp_peer_position", (*_PARK_METHOD, "energy_method_code")),
    ReleasedTable(
        "cmp_uncertainty",
        (
            "reference_year",
            "figure_level_code",
            "area_code",
            "park_code",
            "industry_division_code",
            "boundary_code",
            "method_code",
            "scope2_basis_code",
            "total_code",
        ),
    ),
)
#: What is published of the figures above, and how it is protected.
PROTECTION: Final = (
    ReleasedTable("cmp_public_cells", ("reference_year", "measure_code", "level_code", "cell_code")),
    ReleasedTable("cmp_public_losses", ("reference_year", "measure_code")),
)
#: What the warehouse checked itself: released, so that the gate judges them as bytes like all else.
CHECKS: Final = tuple(
    ReleasedTable(f"qa_{topic}", ("rule_id", "scope"))
    for topic in (
        "carbon_per_energy",
        "dispositions",
        "eliminations",
        "factors",
        "inventories",
        "keys",
        "national_totals",
        "parks",
        "periods",
        "proof",
        "submissions",
        "totals",
    )
)
#: What a reader of a release finds.
RELEASED_TABLES: Final = (*DIMENSIONS, *FACTS, *MARTS, *PROTECTION, *CHECKS)


def key_of(name: str, tables: Iterable[ReleasedTable] = RELEASED_TABLES) -> tuple[str, ...]:
    """The key of a released table.

    Raises:
        KeyError: no such table is released.
    """
    return {table.name: table.key for table in tables}[name]
