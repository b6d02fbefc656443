"""The parks of the synthetic nation: for every seed the same but for a few. Some are large, some silent."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from lingtan.synthetic.drawing import Draw
from lingtan.synthetic.model import Park
from lingtan.synthetic.names import park_name
from lingtan.synthetic.register_changes import (
    CHANGED_FROM,
    NESTED,
    RENAMED,
    SPLIT,
    STATUS,
    Place,
    gone,
    predecessors,
)
from lingtan.synthetic.register_plan import HEAT_SALES, POWER_SALES, SILENT, plan
from lingtan.synthetic.reporting import with_reporting
from lingtan.synthetic.seeds import seed_frame

#: The year of seed 1; its registers are the first.
FIRST_YEAR: Final = 2025
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
def every_park() -> tuple[Park, ...]:
    """Every park of any year: those of the plan by province and number, then nested ones, then new ones."""
    planned = {_place(park): park for park in _planned()}
    for place, nested in NESTED.items():
        planned[place] = replace(_like(planned[nested.around], place), parent_code=park_code(*nested.around))
    sizes = {new: size for several in SPLIT.values() for new, size in several.items()}
    for place, old in predecessors().items():
        merged = sum((planned[one].scale for one in old), Decimal(0))
        planned[place] = replace(
            _like(planned[old[0]], place),
            scale=Decimal(sizes[place]) if place in sizes else merged,
            predecessor_codes=tuple(park_code(*one) for one in old),
        )
    return tuple(planned.values())


def parks(year: int) -> tuple[Park, ...]:
    """The parks registered for a year."""
    if year < CHANGED_FROM:
        return tuple(park for park in every_park() if not park.predecessor_codes)
    return tuple(_changed(park) for park in every_park() if _place(park) not in gone())


def _changed(park: Park) -> Park:
    place = _place(park)
    if place in RENAMED:
        park = replace(park, name_zh=f"{park.name_zh}（新名）", name_en=f"{park.name_en} (new name)")
    if place in STATUS:
        park = replace(park, status_code=STATUS[place], status_from=date(CHANGED_FROM, 1, 1))
    return park


def _place(park: Park) -> Place:
    return park.province_code, park.number


def _like(park: Park, place: Place) -> Park:
    """A park of the same kind in the same province, under a code and a name of its own."""
    province = next(
        row for row in seed_frame("provinces").iter_rows(named=True) if row["province_code"] == place[0]
    )
    name_zh, name_en = park_name(province["short_name_zh"], province["name_en"], place[1])
    return replace(park, code=park_code(*place), number=place[1], name_zh=name_zh, name_en=name_en)


def _planned() -> tuple[Park, ...]:
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
