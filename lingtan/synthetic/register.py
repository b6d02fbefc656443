"""The parks of the synthetic nation: the same for every seed. Few are large; some are silent."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Final

from lingtan.synthetic.drawing import Draw
from lingtan.synthetic.model import Park
from lingtan.synthetic.names import park_name
from lingtan.synthetic.register_plan import HEAT_SALES, POWER_SALES, SILENT, plan
from lingtan.synthetic.reporting import with_reporting
from lingtan.synthetic.seeds import seed_frame

_TYPES: Final = {
    "chemicals": "CHEM",
    "refinery": "CHEM",
    "data_centre": "COMPUTE",
    "electronics": "HIDZ",
    "environment": "PROV_IND",
    "food": "MUNI",
    "logistics": "LOGISTICS",
    "pilot": "HIDZ",
    "port": "CBZ",
    "tenancy": "PROV_HIDZ",
    "utility": "ETDZ",
}
_OTHER_TYPES: Final = ("ETDZ", "PROV_ETDZ", "PROV_IND")
_HEAT_BUYERS: Final = {buyer: supplier for supplier, buyer in HEAT_SALES.items()}
_POWER_BUYERS: Final = {buyer: supplier for supplier, buyer in POWER_SALES.items()}


def park_code(province_code: str, number: int) -> str:
    """Code of a fictional park: the province and a number in it."""
    return f"SL{province_code}{number:02d}"


def place_of(code: str) -> tuple[str, int]:
    """The province and number that a code says."""
    return code[2:8], int(code[8:])


@cache
def parks() -> tuple[Park, ...]:
    """Every registered park of the nation, by province and number."""
    provinces = {row["province_code"]: row for row in seed_frame("provinces").iter_rows(named=True)}
    counted: dict[str, int] = {}
    found = []
    for province_code, planned in plan().items():
        for number, (profile, scale) in enumerate(planned, start=1):
            variant = counted.get(profile, 0)
            counted[profile] = variant + 1
            found.append(_park(provinces[province_code], number, profile, scale, variant))
    return with_reporting(found)


def _park(province: dict[str, str], number: int, profile: str, scale: str, variant: int) -> Park:
    province_code = province["province_code"]
    place = (province_code, number)
    draw = Draw("register", *place)
    name_zh, name_en = park_name(province["short_name_zh"], province["name_en"], number)
    return Park(
        code=park_code(*place),
        number=number,
        name_zh=name_zh,
        name_en=name_en,
        province_code=province_code,
        city_name=f"示例市{number:02d}",
        level_code="national" if Decimal(scale) >= 100 else "provincial",
        type_code=_TYPES.get(profile, _OTHER_TYPES[variant % len(_OTHER_TYPES)]),
        status_code="under_construction",
        profile=profile,
        scale=Decimal(scale),
        variant=variant,
        area_hectare=draw.between(120, 4200, 1),
        is_silent=place in SILENT,
        grid_code=f"GRID:{province['grid_region_code']}",
        heat_customer=_other(HEAT_SALES, place),
        heat_supplier=_other(_HEAT_BUYERS, place),
        power_customer=_other(POWER_SALES, place),
        power_supplier=_other(_POWER_BUYERS, place),
    )


def _other(trade: Mapping[tuple[str, int], tuple[str, int]], place: tuple[str, int]) -> str | None:
    return park_code(*trade[place]) if place in trade else None
