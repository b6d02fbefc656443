"""The generator's values as rows of a park's return."""

from datetime import date
from decimal import Decimal
from typing import Final, Literal

from lingtan.contracts.form_rows import FormRows, Row
from lingtan.synthetic.line_rows import (
    gas_row,
    generation_row,
    indicator_row,
    instrument_row,
    parameter_rows,
    product_energy_row,
    removal_row,
    scope3_row,
    target_row,
)
from lingtan.synthetic.model import EnergyLine, ParkReturn, PowerHeatLine, ProcessLine, Unit

SubmissionKind = Literal["original", "correction", "withdrawal"]

_CLERK: Final = "示例填表人"
_SIGNER: Final = "示例审核人"
#: What is at constant prices is at those of this year.
_PRICE_YEAR: Final = 2020


def return_rows(park_return: ParkReturn, kind: SubmissionKind = "original") -> FormRows:
    """Rows of one return; a table that is not required and has no lines is left out."""
    rows: dict[str, list[Row]] = {
        "cover": [_cover(park_return, kind)],
        "units": [_unit_row(unit) for unit in park_return.units],
        "energy": [_energy_row(line) for line in park_return.energy],
        "power_heat": [_power_heat_row(line) for line in park_return.power_heat],
        "process": [_process_row(line) for line in park_return.process],
        "completeness": [
            {
                "source_category_code": line.source_category_code,
                "completeness_code": line.completeness_code,
                "included_where": line.included_where,
                "reason": line.reason,
            }
            for line in park_return.completeness
        ],
    }
    optional: dict[str, list[Row]] = {
        "generation": [generation_row(line) for line in park_return.generation],
        "other_gases": [gas_row(line) for line in park_return.other_gases],
        "parameters": parameter_rows(park_return.other_gases, park_return.uncertainties),
        "scope3": [scope3_row(line) for line in park_return.scope3],
        "removals": [removal_row(line) for line in park_return.removals],
        "instruments": [instrument_row(line) for line in park_return.instruments],
        "indicators": [indicator_row(line) for line in park_return.indicators],
        "product_energy": [product_energy_row(line) for line in park_return.product_energy],
        "targets": [target_row(line) for line in park_return.targets],
    }
    return rows | {name: lines for name, lines in optional.items() if lines}


def _cover(park_return: ParkReturn, kind: SubmissionKind) -> Row:
    park, year = park_return.park, park_return.year
    is_verified = park.number % 3 == 0 and kind != "withdrawal"
    return {
        "park_code": park.code,
        "park_name": park.name_zh,
        "period": park_return.period_code,
        "period_basis_code": park_return.period_basis,
        "submission_status_code": "final",
        "submission_kind_code": kind,
        "boundaries_reported_code": park.boundaries_reported_code,
        "prepared_by": _CLERK,
        "prepared_on": date(year + 1, 3, 5),
        "park_signed_by": _SIGNER,
        "park_signed_on": date(year + 1, 3, 12),
        "verification_body": "示例核查机构" if is_verified else None,
        "verification_opinion_code": "unqualified" if is_verified else None,
        "verification_date": date(year + 1, 3, 20) if is_verified else None,
        "remark": "合成数据",
    }


def _unit_row(unit: Unit) -> Row:
    # Prices rise by a tenth between the price year and the year reported.
    constant = Decimal("0.9")
    return {
        "unit_code": unit.code,
        "credit_code": unit.credit_code,
        "unit_name": unit.name,
        "unit_role_code": unit.role_code,
        "tenant_count": unit.tenant_count,
        "reporting_basis_code": "legal_person" if unit.is_legal_person else "located",
        "industry_code": unit.industry_code,
        "ultimate_owner": unit.owner,
        "physical_share_ratio": unit.physical_share,
        "administrative_share_ratio": unit.administrative_share,
        "share_basis_code": "gross_output" if unit.is_legal_person else None,
        "gross_output_current_10k_cny": unit.gross_output_10k_cny,
        "gross_output_constant_10k_cny": unit.gross_output_10k_cny * constant,
        "value_added_current_10k_cny": unit.value_added_10k_cny,
        "value_added_constant_10k_cny": unit.value_added_10k_cny * constant,
        "price_year": _PRICE_YEAR,
        "employees": unit.employees,
        "land_hectare": unit.land_hectare,
    }


def _energy_row(line: EnergyLine) -> Row:
    row: dict[str, object] = {
        "line_id": line.line_id,
        "unit_code": line.unit_code,
        "carrier_code": line.carrier_code,
        "flow_code": line.flow_code,
        "use_code": line.use_code,
        "quantity": line.notation or line.quantity,
        "quantity_unit": line.unit_of_measure,
        "biogenic_share_ratio": line.biogenic_share,
        "balance_code": line.balance_code,
        "carried_by_line": line.carried_by_line,
        "counterparty_kind_code": line.counterparty_kind_code,
        "counterparty_code": line.counterparty_code,
        "evidence_tier_code": line.tier_code,
    }
    if line.measured:
        row |= {
            "net_calorific_value": line.measured.net_calorific_value,
            "carbon_content": line.measured.carbon_content,
            "oxidation_ratio": line.measured.oxidation_ratio,
            "moisture_basis_code": line.measured.moisture_basis_code,
            "calorific_basis_code": line.measured.calorific_basis_code,
        }
    return row


def _power_heat_row(line: PowerHeatLine) -> Row:
    row: dict[str, object] = {
        "line_id": line.line_id,
        "unit_code": line.unit_code,
        "direction_code": line.direction,
        "kind_code": line.kind_code,
        "counterparty_kind_code": line.counterparty_kind_code,
        "counterparty_code": line.counterparty_code,
        "supply_origin_code": line.supply_origin_code,
        "quantity": line.notation or line.quantity,
        "quantity_unit": line.unit_of_measure,
        "measured_factor": line.measured_factor,
        "evidence_tier_code": line.tier_code,
    }
    if line.steam:
        row |= {
            "medium_code": "steam",
            "pressure_mpa": line.steam.pressure_mpa,
            "temperature_c": line.steam.temperature_c,
            "enthalpy_kj_per_kg": line.steam.enthalpy,
            "return_enthalpy_kj_per_kg": line.steam.return_enthalpy,
        }
    return row


def _process_row(line: ProcessLine) -> Row:
    is_product = line.role_code == "product"
    value: dict[str, object] = (
        {"qualified_output": line.notation or line.qualified_output, "own_use": line.notation or line.own_use}
        if is_product
        else {"activity": line.notation or line.activity}
    )
    return {
        "line_id": line.line_id,
        "unit_code": line.unit_code,
        "product_code": line.product_code,
        "route_code": line.route_code,
        "role_code": line.role_code,
        **value,
        "quantity_unit": line.unit_of_measure,
        "measured_factor": line.measured_factor,
        "factor_source_code": line.factor_source_code,
        "factor_note": "示例：企业自测因子" if line.measured_factor is not None else None,
        "balance_code": line.balance_code,
        "evidence_tier_code": line.tier_code,
    }
