"""The generator's values as rows of the three forms."""

from datetime import date
from decimal import Decimal
from typing import Final

from lingtan.contracts.form_rows import FormRows, Row
from lingtan.synthetic.model import (
    EnergyLine,
    Park,
    ParkReturn,
    PowerHeatLine,
    ProcessLine,
    ProvinceInventory,
    Unit,
)

#: The register is valid from here on, for every seed: it is sent once.
REGISTER_EFFECTIVE: Final = date(2025, 1, 1)
_CLERK: Final = "示例填表人"
_SIGNER: Final = "示例审核人"


def register_rows(province_code: str, parks: tuple[Park, ...]) -> FormRows:
    """Rows of a province's park register."""
    return {
        "cover": [
            {
                "province_code": province_code,
                "period": REGISTER_EFFECTIVE.isoformat(),
                "submission_kind_code": "original",
                "prepared_by": _CLERK,
                "prepared_on": REGISTER_EFFECTIVE,
                "remark": "合成数据",
            }
        ],
        "parks": [_park_row(park) for park in parks],
    }


def _park_row(park: Park) -> Row:
    return {
        "park_code": park.code,
        "park_name_zh": park.name_zh,
        "park_name_en": park.name_en,
        "city_name": park.city_name,
        "park_level_code": park.level_code,
        "park_type_code": park.type_code,
        "physical_boundary": "示例四至",
        "physical_area_hectare": park.area_hectare,
        "park_status_code": park.status_code,
        "park_status_from": REGISTER_EFFECTIVE,
        "expected_forms": "park_return:year",
        "is_publishable": park.variant % 2 == 0,
        "is_synthetic": True,
    }


def inventory_rows(inventory: ProvinceInventory) -> FormRows:
    """Rows of a provincial inventory."""
    return {
        "cover": [
            {
                "province_code": inventory.province_code,
                "period": str(inventory.year),
                "period_basis_code": "discrete",
                "submission_status_code": "final",
                "submission_kind_code": "original",
                "source_note": "合成数据",
                "prepared_by": _CLERK,
                "prepared_on": date(inventory.year + 1, 6, 10),
            }
        ],
        "energy": [
            {
                "row_code": row_code,
                "carrier_code": carrier_code,
                "quantity": "NO" if cell.quantity is None else cell.quantity,
                "quantity_unit": cell.unit_of_measure,
            }
            for (row_code, carrier_code), cell in inventory.cells.items()
        ],
    }


def return_rows(park_return: ParkReturn) -> FormRows:
    """Rows of a park's annual return."""
    park, year = park_return.park, park_return.year
    return {
        "cover": [
            {
                "park_code": park.code,
                "park_name": park.name_zh,
                "period": str(year),
                "period_basis_code": "discrete",
                "submission_status_code": "final",
                "submission_kind_code": "original",
                "boundaries_reported_code": "physical",
                "prepared_by": _CLERK,
                "prepared_on": date(year + 1, 3, 5),
                "park_signed_by": _SIGNER,
                "park_signed_on": date(year + 1, 3, 12),
                "remark": "合成数据",
            }
        ],
        "units": [_unit_row(unit) for unit in park_return.units],
        "energy": [_energy_row(line) for line in park_return.energy],
        "power_heat": [_power_heat_row(line) for line in park_return.power_heat],
        "process": [_process_row(line) for line in park_return.process],
        "completeness": [
            {
                "source_category_code": line.source_category_code,
                "completeness_code": line.completeness_code,
                "reason": line.reason,
            }
            for line in park_return.completeness
        ],
    }


def _unit_row(unit: Unit) -> Row:
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
        "share_basis_code": "gross_output" if unit.is_legal_person else None,
        "gross_output_current_10k_cny": unit.gross_output_10k_cny,
        "value_added_current_10k_cny": unit.value_added_10k_cny,
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
        "balance_code": line.balance_code,
        "carried_by_line": line.carried_by_line,
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
    value: dict[str, object | Decimal] = (
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
