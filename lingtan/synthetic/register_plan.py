"""Which parks there are: named ones with the cases that need care, and drawn ones that fill the provinces."""

from functools import cache
from typing import Final

from lingtan.synthetic.drawing import Draw

Planned = tuple[str, str]
"""A park: its profile and its rough size in 10 kt of standard coal."""

#: Province -> its first parks.
NAMED: Final[dict[str, tuple[Planned, ...]]] = {
    "110000": (("data_centre", "7"), ("electronics", "14"), ("pilot", "3.1")),
    "120000": (("port", "3"), ("steel_furnace", "46"), ("tenancy", "4")),
    "130000": (("steel_works", "260"), ("cement", "38"), ("food", "4"), ("capture", "21")),
    "140000": (("coking", "150"), ("utility", "62"), ("aluminium", "105"), ("tenancy", "6")),
    "150000": (("ferroalloys", "82"), ("utility", "130"), ("data_centre", "24"), ("solar", "12")),
    "210000": (("refinery", "185"), ("electronics", "9"), ("food", "5"), ("port", "5")),
    "220000": (("chemicals", "27"), ("food", "3.2"), ("biomass", "6")),
    "230000": (("food", "5"), ("logistics", "2.6"), ("biomass", "9")),
    "310000": (("electronics", "23"), ("refinery", "112"), ("port", "6"), ("pilot", "5")),
    "320000": (("chemicals", "58"), ("steel_furnace", "33"), ("utility", "41"), ("solar", "7")),
    "330000": (("port", "8"), ("electronics", "12"), ("utility", "25"), ("environment", "5")),
    "340000": (("cement", "44"), ("electronics", "6"), ("solar", "8")),
    "350000": (("electronics", "10"), ("port", "4"), ("environment", "4")),
    "360000": (("cement", "24"), ("electronics", "5"), ("biomass", "5")),
    "370000": (("chemicals", "140"), ("refinery", "230"), ("aluminium", "160"), ("capture", "60")),
    "410000": (("food", "7"), ("aluminium", "64"), ("tenancy", "8")),
    "420000": (("electronics", "16"), ("cement", "28"), ("steel_works", "120")),
    "430000": (("ferroalloys", "25"), ("food", "3"), ("environment", "3.5")),
    "440000": (("electronics", "26"), ("port", "11"), ("refinery", "125"), ("pilot", "7")),
    "450000": (("ferroalloys", "36"), ("cement", "31"), ("aluminium", "48")),
    "460000": (("logistics", "2.7"), ("data_centre", "3"), ("port", "3")),
    "500000": (("electronics", "8"), ("utility", "33"), ("tenancy", "5")),
    "510000": (("electronics", "13"), ("steel_furnace", "28"), ("pilot", "4")),
    "520000": (("data_centre", "15"), ("ferroalloys", "27"), ("chemicals", "40")),
    "530000": (("ferroalloys", "29"), ("food", "2.8"), ("aluminium", "90")),
    "540000": (("logistics", "2.5"), ("food", "2.6"), ("solar", "3")),
    "610000": (("chemicals", "210"), ("utility", "48"), ("coking", "54"), ("capture", "34")),
    "620000": (("data_centre", "9"), ("ferroalloys", "26"), ("solar", "15")),
    "630000": (("electronics", "17"), ("data_centre", "4"), ("logistics", "2.9"), ("solar", "20")),
    "640000": (("chemicals", "118"), ("data_centre", "18"), ("utility", "36")),
    "650000": (("chemicals", "66"), ("steel_furnace", "30"), ("logistics", "3.3"), ("coking", "75")),
}

#: How many parks a province has, where it is not `_PARKS_ELSEWHERE`.
_PARKS: Final = {
    "130000": 12, "150000": 12, "320000": 16, "330000": 14, "370000": 16, "410000": 12, "420000": 11,
    "440000": 16, "460000": 6, "510000": 11, "540000": 5, "620000": 8, "630000": 7, "640000": 8,
}  # fmt: skip
_PARKS_ELSEWHERE: Final = 10
#: Profile -> (weight among the drawn parks, smallest and largest usual size).
_DRAWN: Final = {
    "food": (9, "2", "8"),
    "electronics": (9, "3", "24"),
    "logistics": (7, "2", "5"),
    "data_centre": (6, "2", "26"),
    "tenancy": (8, "2", "14"),
    "pilot": (7, "2", "9"),
    "solar": (6, "2", "22"),
    "biomass": (5, "2", "12"),
    "environment": (5, "2", "8"),
    "utility": (6, "12", "90"),
    "cement": (6, "12", "60"),
    "chemicals": (6, "14", "110"),
    "steel_furnace": (4, "14", "50"),
    "ferroalloys": (3, "12", "60"),
    "capture": (3, "8", "60"),
    "aluminium": (2, "20", "90"),
    "coking": (2, "20", "90"),
}


@cache
def plan() -> dict[str, tuple[Planned, ...]]:
    """Province -> all its parks, the named ones first; the same for every seed."""
    return {province_code: _filled(province_code, named) for province_code, named in NAMED.items()}


def _filled(province_code: str, named: tuple[Planned, ...]) -> tuple[Planned, ...]:
    draw = Draw("plan", province_code)
    tickets = [profile for profile, (weight, _, _) in _DRAWN.items() for _ in range(weight)]
    parks = list(named)
    while len(parks) < _PARKS.get(province_code, _PARKS_ELSEWHERE):
        profile = tickets[draw.integer(0, len(tickets) - 1)]
        _, low, high = _DRAWN[profile]
        # The smaller of two: most parks are small, few are large.
        scale = min(draw.between(low, high, 1), draw.between(low, high, 1))
        parks.append((profile, str(scale)))
    return tuple(parks)


#: Registered, due to report, and never heard of: (province, number).
SILENT: Final = frozenset(
    {
        ("210000", 3), ("310000", 3), ("430000", 2), ("510000", 1), ("630000", 3), ("110000", 9),
        ("150000", 11), ("320000", 15), ("330000", 11), ("350000", 8), ("370000", 14), ("410000", 12),
        ("440000", 13), ("520000", 7), ("610000", 10), ("650000", 9),
    }
)  # fmt: skip

#: Supplier of heat -> the park next door that buys it (province, number); one buyer is silent.
HEAT_SALES: Final[dict[tuple[str, int], tuple[str, int]]] = {
    ("140000", 2): ("140000", 3),
    ("320000", 3): ("320000", 1),
    ("330000", 3): ("330000", 2),
    ("500000", 2): ("500000", 1),
    ("610000", 2): ("610000", 3),
    ("640000", 3): ("640000", 1),
    ("150000", 2): ("150000", 11),
}
#: Supplier of power over a line of its own -> the park that buys it: in the province, or in another one.
POWER_SALES: Final[dict[tuple[str, int], tuple[str, int]]] = {
    ("150000", 4): ("110000", 1),
    ("320000", 4): ("310000", 4),
    ("340000", 3): ("340000", 1),
    ("540000", 3): ("510000", 3),
    ("620000", 3): ("620000", 2),
    ("630000", 4): ("410000", 2),
    ("120000", 3): ("120000", 2),
    ("140000", 4): ("130000", 2),
    ("410000", 3): ("410000", 1),
    ("500000", 3): ("510000", 1),
}
