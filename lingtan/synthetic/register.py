"""The parks of the synthetic nation: the same for every seed. Few are large; some are silent."""

from decimal import Decimal
from functools import cache
from typing import Final

from lingtan.synthetic.drawing import Draw
from lingtan.synthetic.model import Park
from lingtan.synthetic.names import park_name
from lingtan.synthetic.seeds import seed_frame

#: Province -> its parks as (profile, rough size in 10 kt of standard coal).
PLAN: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "110000": (("data_centre", "7"), ("electronics", "14")),
    "120000": (("port", "3"), ("steel_furnace", "46")),
    "130000": (("steel_works", "260"), ("cement", "38"), ("food", "4")),
    "140000": (("coking", "150"), ("utility", "62"), ("aluminium", "105")),
    "150000": (("ferroalloys", "82"), ("utility", "130"), ("data_centre", "24")),
    "210000": (("refinery", "185"), ("electronics", "9"), ("food", "5")),
    "220000": (("chemicals", "27"), ("food", "3.2")),
    "230000": (("food", "5"), ("logistics", "2.6")),
    "310000": (("electronics", "23"), ("refinery", "112"), ("port", "6")),
    "320000": (("chemicals", "58"), ("steel_furnace", "33"), ("utility", "41")),
    "330000": (("port", "8"), ("electronics", "12"), ("utility", "25")),
    "340000": (("cement", "44"), ("electronics", "6")),
    "350000": (("electronics", "10"), ("port", "4")),
    "360000": (("cement", "24"), ("electronics", "5")),
    "370000": (("chemicals", "140"), ("refinery", "230"), ("aluminium", "160")),
    "410000": (("food", "7"), ("aluminium", "64")),
    "420000": (("electronics", "16"), ("cement", "28")),
    "430000": (("ferroalloys", "25"), ("food", "3")),
    "440000": (("electronics", "26"), ("port", "11"), ("refinery", "125")),
    "450000": (("ferroalloys", "36"), ("cement", "31")),
    "460000": (("logistics", "2.7"), ("data_centre", "3")),
    "500000": (("electronics", "8"), ("utility", "33")),
    "510000": (("electronics", "13"), ("steel_furnace", "28")),
    "520000": (("data_centre", "15"), ("ferroalloys", "27")),
    "530000": (("ferroalloys", "29"), ("food", "2.8")),
    "540000": (("logistics", "2.5"), ("food", "2.6")),
    "610000": (("chemicals", "210"), ("utility", "48"), ("coking", "54")),
    "620000": (("data_centre", "9"), ("ferroalloys", "26")),
    "630000": (("electronics", "17"), ("data_centre", "4"), ("logistics", "2.9")),
    "640000": (("chemicals", "118"), ("data_centre", "18"), ("utility", "36")),
    "650000": (("chemicals", "66"), ("steel_furnace", "30"), ("logistics", "3.3")),
}

#: Registered, due to report, and never heard of.
SILENT: Final = frozenset({("210000", 3), ("310000", 3), ("430000", 2), ("510000", 1), ("630000", 3)})

#: Supplier of heat -> the park next door that buys it (province, number).
HEAT_SALES: Final[dict[tuple[str, int], tuple[str, int]]] = {
    ("140000", 2): ("140000", 3),
    ("320000", 3): ("320000", 1),
    ("330000", 3): ("330000", 2),
    ("500000", 2): ("500000", 1),
    ("610000", 2): ("610000", 3),
    ("640000", 3): ("640000", 1),
}

_TYPES: Final = {
    "chemicals": "CHEM",
    "refinery": "CHEM",
    "data_centre": "COMPUTE",
    "electronics": "HIDZ",
    "food": "MUNI",
    "logistics": "LOGISTICS",
    "port": "CBZ",
    "utility": "ETDZ",
}
_OTHER_TYPES: Final = ("ETDZ", "PROV_ETDZ", "PROV_IND")
_BUYERS: Final = {buyer: supplier for supplier, buyer in HEAT_SALES.items()}


def park_code(province_code: str, number: int) -> str:
    """Code of a fictional park: the province and a number in it."""
    return f"SL{province_code}{number:02d}"


@cache
def parks() -> tuple[Park, ...]:
    """Every registered park of the nation, by province and number."""
    provinces = {row["province_code"]: row for row in seed_frame("provinces").iter_rows(named=True)}
    counted: dict[str, int] = {}
    found = []
    for province_code, plan in PLAN.items():
        for number, (profile, scale) in enumerate(plan, start=1):
            variant = counted.get(profile, 0)
            counted[profile] = variant + 1
            found.append(_park(provinces[province_code], number, profile, scale, variant))
    return tuple(found)


def _park(province: dict[str, str], number: int, profile: str, scale: str, variant: int) -> Park:
    province_code = province["province_code"]
    place = (province_code, number)
    draw = Draw("register", *place)
    name_zh, name_en = park_name(province["short_name_zh"], province["name_en"], number)
    buyer, supplier = HEAT_SALES.get(place), _BUYERS.get(place)
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
        heat_customer=park_code(*buyer) if buyer else None,
        heat_supplier=park_code(*supplier) if supplier else None,
    )
