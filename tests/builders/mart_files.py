"""Tables as the Parquet files of a release, with the columns that the bulletin reads."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

_TYPES = {
    "reference_year": "integer",
    "emission_tco2e": "decimal(38,12)",
    "absolute_tco2e": "decimal(38,12)",
    "known_tco2e": "decimal(38,12)",
    "propagated_percent": "decimal(28,6)",
    "simulated_percent": "decimal(28,6)",
    "unverified_tco2e": "decimal(38,12)",
    "production_tco2e": "decimal(38,12)",
    "received_tco2e": "decimal(38,12)",
    "resold_tco2e": "decimal(38,12)",
    "own_generation_sent_tco2e": "decimal(38,12)",
    "consumption_tco2e": "decimal(38,12)",
    "power_mwh": "decimal(26,6)",
    "difference": "decimal(38,12)",
    "energy_tce": "decimal(38,12)",
    "threshold_value": "decimal(26,12)",
    "carbon_per_energy": "decimal(26,12)",
    "peer_median": "decimal(26,12)",
    "parameter_value": "decimal(20,6)",
    "scope3_coverage_ratio": "decimal(26,12)",
    "value": "decimal(17,12)",
    "quantity": "decimal(20,6)",
}
_SUM = (
    "reference_year boundary_code method_code scope_code scope2_basis_code component_code gas_group_code"
    " emission_tco2e not_estimated_count park_count_reported"
)
COLUMNS = {
    "dim_parks": "reference_year park_code province_code province_name_zh province_name_en is_synthetic"
    " has_return",
    "dim_documents": "document_code title_zh title_en",
    "dim_factors": "factor_id factor_set_code purpose_code activity_code carrier_code value unit"
    " document_code is_verified",
    "dim_terms": "method_code method_version term_code activity_code finding_code name_zh name_en",
    "fct_emissions": "boundary_code entry_kind_code method_code method_version term_code activity_code"
    " reference_year park_code quantity factor_id submission_id table_name line_id factor_source_code",
    "fct_parameters": "submission_id table_name line_id parameter_code parameter_value document_code"
    " is_verified",
    "fct_power_heat": "reference_year park_code unit_code boundary_code kind_code direction_code is_internal"
    " power_mwh",
    "fct_province_emissions": "method_code reference_year province_code factor_id",
    "fct_units": "reference_year park_code unit_code boundary_code counted_park_code",
    "mart_park_year": "reference_year park_code boundary_code method_code emission_tco2e is_partial",
    "mart_park_component_year": "reference_year park_code province_code boundary_code method_code"
    " component_code is_partial",
    "mart_park_scope3_year": "reference_year park_code boundary_code method_code scope2_basis_code"
    " scope3_category_code relevance_code scope3_coverage_ratio has_overlap",
    "mart_park_stage_year": "reference_year park_code boundary_code method_code stage_code status_code"
    " status_beside_code status_without_offsets_code reason_code",
    "mart_national_year": _SUM,
    "mart_province_year": f"province_code {_SUM}",
    "mart_findings": "reference_year park_code boundary_code finding_code subject_code difference",
    "mart_production_consumption": "reference_year area_code boundary_code method_code scope2_basis_code"
    " production_tco2e received_tco2e resold_tco2e own_generation_sent_tco2e consumption_tco2e"
    " not_estimated_count park_count_registered park_count_reported park_count_partial is_partial",
    "mart_coverage": "reference_year province_code park_code boundary_code method_code term_code"
    " reason_code line_count energy_tce reason_zh reason_en",
    "mart_carbon_per_energy": "reference_year park_code boundary_code method_code energy_method_code"
    " size_class_code threshold_value carbon_per_energy is_partial not_determined_reason_code",
    "cmp_peer_position": "reference_year park_code boundary_code method_code energy_method_code"
    " size_class_code peer_median",
    "mart_park_indicator": "reference_year park_code boundary_code indicator_code status_code"
    " not_determined_reason_code",
    "cmp_uncertainty": "reference_year figure_level_code boundary_code method_code total_code"
    " uncertainty_status_code known_tco2e absolute_tco2e propagated_percent simulated_percent",
    "mart_province_inventory_year": "reference_year province_code method_code emission_tco2e"
    " not_estimated_count is_partial",
    "mart_national_inventory_year": "reference_year method_code emission_tco2e province_count"
    " not_estimated_count is_partial",
    "mart_unverified_year": "reference_year figure_level_code area_code park_code boundary_code method_code"
    " scope_code scope2_basis_code component_code gas_group_code is_memo absolute_tco2e unverified_tco2e"
    " unverified_row_count",
    "mart_unverified_energy_year": "reference_year park_code boundary_code energy_method_code side_code"
    " unverified_row_count",
}


def _type(column: str) -> str:
    if column.startswith(("is_", "has_")):
        return "boolean"
    return _TYPES.get(column, "bigint" if "_count" in column else "varchar")


def write_tables(folder: Path, tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> Path:
    """One Parquet file a table; a column that a row leaves out is null, a decimal may be given as text."""
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as connection:
        for name, listed in COLUMNS.items():
            columns = listed.split()
            connection.execute(f"create table {name} ({', '.join(f'{c} {_type(c)}' for c in columns)})")
            rows = [[_exact(row.get(column)) for column in columns] for row in tables.get(name, ())]
            if rows:
                places = ", ".join(f"cast(? as {_type(column)})" for column in columns)
                connection.executemany(f"insert into {name} values ({places})", rows)
            connection.execute(f"copy {name} to '{folder / name}.parquet' (format parquet)")
    return folder


def _exact(value: Any) -> Any:
    return str(value) if isinstance(value, Decimal) else value
