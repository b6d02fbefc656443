"""Parks that mostly buy power and heat: data centres, electronics, food."""

from lingtan.synthetic.builder import Counterparty, ReturnBuilder
from lingtan.synthetic.model import Steam


def data_centre(b: ReturnBuilder) -> None:
    """Grid power, green trade, a nuclear contract, a direct line; waste heat sold; batteries."""
    hall = b.unit("数据中心", "6450")
    cloud = b.unit("云计算公司", "6450", share=("0.35", "0.75"))
    operator = b.unit("园区运营公司", "7211", role="operator")
    b.power(hall, "received", "E-GRID", "0.52", "100GWh")
    b.power(hall, "received", "E-GT", "0.14", "100GWh")
    b.power(hall, "received", "E-NUC", "0.06", "100GWh")
    b.power(hall, "received", "E-DL", "410", "10MWh", counterparty=("outside_unit", "示例光伏电站001"))
    b.power(cloud, "received", "E-GRID", "560", "10MWh")
    b.power(operator, "received", "E-GRID", "96000", "kWh", places=1)
    b.transfer(operator, hall, "E-GRID", "31", "MWh", places=3)
    b.power(hall, "sent", "H-WH", "1400", "GJ", counterparty=("heat_network", None), places=2)
    b.power(cloud, "received", "H-COLD", "900", "GJ", counterparty=("heat_network", None), places=2)
    if b.park.variant % 2:
        b.power(hall, "received", "E-STO", "26", "MWh", places=3)
    b.fuel(hall, "diesel", "FIN", "7.4", "t", places=3, use="building")
    b.fuel(operator, "electricity", "PRD", "12", "MWh", places=3)
    b.rest()


def electronics(b: ReturnBuilder) -> None:
    """Fabrication with boilers of a neighbour unit, some solar of its own, solvents as non-energy use."""
    fab = b.unit("集成电路厂", "3973")
    panel = b.unit("显示器件厂", "3974")
    assembly = b.unit("整机装配厂", "3911", share=("0.25", "0.65"))
    boiler = b.unit("供热站", "4430", role="utility")
    b.power(fab, "received", "E-GRID", "0.39", "100GWh")
    b.power(fab, "received", "E-GT", "0.05", "100GWh")
    b.power(panel, "received", "E-GRID", "1900", "10MWh")
    b.power(assembly, "received", "E-GRID", "210", "10MWh")
    b.power(fab, "received", "E-SELF-RE", "90", "MWh")
    b.fuel(fab, "electricity", "PRD", "95", "MWh", places=3)
    b.fuel(boiler, "natural_gas", "FIN", "0.0092", "100Mm3", places=4, use="industrial_boiler")
    b.transfer(boiler, fab, "H-FOS", "1700", "GJ")
    b.transfer(boiler, panel, "H-FOS", "0.9", "TJ", places=4)
    b.fuel(panel, "natural_gas", "FIN", "11", "10km3", places=4, use="industrial_boiler")
    b.fuel(panel, "other_petroleum", "NEU", "3.2", "t", places=3)
    b.fuel(assembly, "lpg", "FIN", "2900", "kg", places=2, use="building")
    b.fuel(assembly, "kerosene", "FIN", "1", "t", notation="NO")
    if b.park.variant % 4 == 2:
        b.fuel(assembly, "fuel_oil", "FIN", "1", "t", notation="NE")
    b.buy_heat(panel)
    b.rest()


def food(b: ReturnBuilder) -> None:
    """Small plants on gas, straw and steam bought by the tonne, with and without its enthalpy."""
    dairy = b.unit("乳品厂", "1440")
    meat = b.unit("肉制品厂", "1353", share=("0.50", "0.90"))
    brewery = b.unit("饮料厂", "1523")
    b.power(dairy, "received", "E-GRID", "900", "10MWh")
    b.power(meat, "received", "E-GRID", "740", "10MWh")
    b.power(brewery, "received", "E-GRID", "5200", "MWh", places=3)
    steam = Steam(
        enthalpy=b.draw.between("2772", "2836", 1),
        return_enthalpy=b.draw.between("251", "335", 1) if b.park.variant % 2 else None,
        pressure_mpa=b.draw.between("0.8", "1.2", 2),
        temperature_c=b.draw.between("185", "215", 1),
    )
    network: Counterparty = ("heat_network", None)
    b.power(dairy, "received", "H-FOS", "9200", "t", counterparty=network, steam=steam, places=3)
    b.power(meat, "received", "H-NF", "7100", "GJ", counterparty=network, places=2)
    if b.park.variant % 3 == 2:
        # Steam by mass without an enthalpy has no heat: not estimated.
        bare = Steam(None, None, steam.pressure_mpa, steam.temperature_c)
        b.power(brewery, "received", "H-FOS", "600", "t", counterparty=network, steam=bare, places=3)
    b.fuel(dairy, "natural_gas", "FIN", "95", "10km3", places=4, use="industrial_boiler")
    b.fuel(meat, "briquette", "FIN", "780", "t", places=3, use="industrial_boiler")
    straw = b.laboratory(("13.9", "15.8"))
    b.fuel(
        brewery,
        "agri_residue",
        "FIN",
        "2100",
        "t",
        places=3,
        use="industrial_boiler",
        measured=straw,
        tier="measured",
    )
    # An estimate is no measurement: the default is taken.
    guess = b.laboratory(("19.0", "21.0"), ("26.0", "27.0")) if b.park.variant == 0 else None
    b.fuel(brewery, "lignite", "FIN", "260", "t", places=3, use="kiln", measured=guess, tier="estimate")
    b.fuel(dairy, "gasoline", "FIN", "21", "t", places=3, use="road")
    b.rest()
