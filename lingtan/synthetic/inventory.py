"""The energy inventory of a province: sectors and transformation by carrier, with plausible zeros."""

from decimal import Decimal
from typing import Final

from lingtan.synthetic.drawing import Draw
from lingtan.synthetic.model import InventoryCell, ProvinceInventory

#: Carrier -> (unit it is published in, size of a province's largest sectors in that unit).
CARRIERS: Final[dict[str, tuple[str, str]]] = {
    "raw_coal": ("10kt", "900"),
    "washed_coal": ("10kt", "260"),
    "other_washed_coal": ("10kt", "90"),
    "briquette": ("10kt", "30"),
    "coke": ("10kt", "420"),
    "coke_oven_gas": ("100Mm3", "18"),
    "other_gas": ("100Mm3", "120"),
    "other_coking_products": ("10kt", "35"),
    "crude_oil": ("10kt", "60"),
    "gasoline": ("10kt", "110"),
    "kerosene": ("10kt", "45"),
    "diesel": ("10kt", "160"),
    "fuel_oil": ("10kt", "70"),
    "lpg": ("10kt", "40"),
    "refinery_gas": ("10kt", "55"),
    "other_petroleum": ("10kt", "130"),
    "natural_gas": ("100Mm3", "24"),
    "heat": ("10TJ", "2100"),
    "electricity": ("100GWh", "190"),
    "other_energy": ("10ktce", "40"),
}
SECTORS: Final = tuple(f"S{number:02d}" for number in range(1, 48))
_HEAVY: Final = frozenset({"S21", "S22", "S27", "S28", "S29", "S39", "S43"})
_CHEMISTRY: Final = ("S22", "S23", "S24", "S25", "S26")
#: Carriers that hardly any sector uses.
_RARE: Final = frozenset(
    {"other_washed_coal", "briquette", "coke_oven_gas", "other_coking_products", "crude_oil", "refinery_gas"}
)
#: Transformation row -> carriers, each with its size and sign: inputs positive, outputs negative.
_TRANSFORMATION: Final = {
    "TP": "raw_coal 3.1 coke_oven_gas 0.2 other_gas 0.7 diesel 0.02 natural_gas 0.9 other_petroleum 0.03"
    " electricity -5",
    "HS": "raw_coal 0.6 natural_gas 0.3 fuel_oil 0.02 other_petroleum 0.05 heat -2.6",
    "CW": "raw_coal 0.9 washed_coal -1.4 other_washed_coal -0.4",
    "CK": "washed_coal 2.4 coke -1.1 coke_oven_gas -1.6 other_coking_products -0.9",
    "RF": "crude_oil 14 gasoline -1.9 diesel -1.7 kerosene -1.2 fuel_oil -0.3 lpg -1.1 refinery_gas -0.8"
    " other_petroleum -1.6",
    "GW": "coke 0.01 other_gas -0.03",
    "CI": "coke -0.01",
    "BQ": "raw_coal 0.03 briquette -0.8",
    "LOSS": "raw_coal 0.01 natural_gas 0.05 electricity 0.4 heat 0.02",
    "BUNKER-CN": "kerosene 0.3 fuel_oil 0.4",
    "BUNKER-FOREIGN": "kerosene 0.2",
}
#: Carriers with non-energy use, as a part of what the five chemical sectors consume.
_NON_ENERGY: Final = "raw_coal 0.25 lpg 0.5 natural_gas 0.3 other_petroleum 0.6 coke 0.1"
#: Provinces with little industry.
_SMALL: Final = {"460000": "0.2", "540000": "0.05", "630000": "0.4"}
#: Where a final cell is negative, and where non-energy use exceeds the sectors it belongs to.
NEGATIVE_CELL: Final = ("330000", "S47", "other_coking_products")
EXCESSIVE_NON_ENERGY: Final = ("370000", "lpg")
#: Non-energy use of a carrier that none of the five sectors consumes.
NO_DENOMINATOR: Final = ("120000", "refinery_gas")

Cells = dict[tuple[str, str], InventoryCell]


def inventory(province_code: str, seed: int, year: int) -> ProvinceInventory:
    """The inventory of one province: every sector and transformation row by all 20 carriers."""
    shape = Draw("inventory shape", province_code)
    draw = Draw(seed, "inventory", province_code)
    size = shape.between("0.4", "2.4", 3) * Decimal(_SMALL.get(province_code, "1"))
    cells: Cells = {}
    for carrier, (unit, largest) in CARRIERS.items():
        for sector in SECTORS:
            _final(cells, (sector, carrier), unit, Decimal(largest) * size, shape, draw)
    for row, entries in _TRANSFORMATION.items():
        signs = _sizes(entries)
        for carrier, (unit, largest) in CARRIERS.items():
            centre = Decimal(largest) * size * signs.get(carrier, Decimal(0))
            value = draw.around(abs(centre), 4) * (-1 if centre < 0 else 1) if centre else Decimal(0)
            cells[row, carrier] = InventoryCell(value, unit)
    _special(cells, province_code, draw)
    _non_energy_use(cells, province_code, draw)
    return ProvinceInventory(province_code, year, cells)


def _sizes(text: str) -> dict[str, Decimal]:
    words = text.split()
    return dict(zip(words[::2], map(Decimal, words[1::2]), strict=True))


def _final(cells: Cells, key: tuple[str, str], unit: str, largest: Decimal, shape: Draw, draw: Draw) -> None:
    sector, carrier = key
    # The shape decides for every seed alike which cells are zero or do not occur.
    chance = shape.integer(1, 100)
    weight = shape.integer(40, 100) if sector in _HEAVY else shape.integer(1, 12)
    value = draw.around(largest * weight / 100, 2 if chance % 3 else 4)
    if chance <= (75 if carrier in _RARE else 18):
        cells[key] = InventoryCell(Decimal(0), unit)
    elif chance == 100:
        cells[key] = InventoryCell(None, unit)
    else:
        cells[key] = InventoryCell(value, unit)


def _special(cells: Cells, province_code: str, draw: Draw) -> None:
    if province_code == NEGATIVE_CELL[0]:
        cells[NEGATIVE_CELL[1:]] = InventoryCell(
            -draw.between("0.01", "0.20", 2), CARRIERS[NEGATIVE_CELL[2]][0]
        )
    if province_code == NO_DENOMINATOR[0]:
        for sector in _CHEMISTRY:
            cells[sector, NO_DENOMINATOR[1]] = InventoryCell(Decimal(0), CARRIERS[NO_DENOMINATOR[1]][0])


def _non_energy_use(cells: Cells, province_code: str, draw: Draw) -> None:
    parts = _sizes(_NON_ENERGY)
    for carrier, (unit, _) in CARRIERS.items():
        consumed = sum((cells[sector, carrier].quantity or Decimal(0) for sector in _CHEMISTRY), Decimal(0))
        centre = consumed * parts.get(carrier, Decimal(0))
        if (province_code, carrier) == EXCESSIVE_NON_ENERGY:
            centre = consumed * Decimal("1.4")
        if (province_code, carrier) == NO_DENOMINATOR:
            centre = Decimal("3.2")
        cells["NEU", carrier] = InventoryCell(draw.around(centre, 2) if centre else Decimal(0), unit)
