"""The generator's values as rows of the register and of the provincial inventory."""

from datetime import date
from typing import Final

from lingtan.contracts.form_rows import FormRows, Row
from lingtan.synthetic.model import Park, ProvinceInventory, ReportingPattern

#: What a park that sends more than one return a year is expected to send.
_PERIOD_TYPES: Final[dict[ReportingPattern, str]] = {
    "monthly": "month",
    "year_to_date": "month",
    "incomplete": "month",
    "monthly_and_annual": "month",
    "quarterly": "quarter",
    "year_to_date_quarters": "quarter",
    "mixed": "quarter",
}
_CLERK: Final = "示例填表人"
_SIGNER: Final = "示例审核人"


def register_rows(province_code: str, parks: tuple[Park, ...], effective: date) -> FormRows:
    """Rows of a province's park register that takes effect on this day."""
    return {
        "cover": [
            {
                "province_code": province_code,
                "period": effective.isoformat(),
                "submission_kind_code": "original",
                "prepared_by": _CLERK,
                "prepared_on": effective,
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
        "parent_park_code": park.parent_code,
        "predecessor_park_codes": "; ".join(park.predecessor_codes) or None,
        "park_status_code": park.status_code,
        "park_status_from": park.status_from,
        "expected_forms": f"park_return:{_PERIOD_TYPES.get(park.pattern, 'year')}",
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
