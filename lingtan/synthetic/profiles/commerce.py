"""Parks that mostly buy power and heat: data centres, electronics, food."""

from lingtan.synthetic.builder import Counterparty, ReturnBuilder
from lingtan.synthetic.model import Steam


def data_centre(b: ReturnBuilder) -> None:
    """Grid power, green trade, a nuclear contract, a direct line; waste heat sold; batteries."""
    hall = b.unit("数据中心", "6450")
    cloud = b.unit("云计算公司", "6450", share=("0.35", "0.75"))
    operator = b.unit("园区运营公司", "7211", role="operator")
    b.power(hall, "received", "E-GRID", "0.52", "100GWh")
    b.green(hall, "E-GT", "0.14", "100GWh", ("1", "0.82", "1", "0")[b.park.variant % 4])
    b.power(hall, "received", "E-NUC", "0.06", "100GWh")
    b.power(hall, "received", "E-DL", "410", "10MWh", counterparty=("outside_unit", "示例光伏电站001"))
    b.power(cloud, "received", "E-GRID", "560", "10MWh")
    b.power(operator, "received", "E-GRID", "96000", "kWh", places=1)
    b.transfer(operator, hall, "E-GRID", "31", "MWh", places=3)
    b.power(
        hall, "sent", "H-WH", "1400", "GJ", counterparty=("heat_network", None), places=2,
        origin=None if b.park.variant == 2 else "own_generation",
    )  # fmt: skip
    chilled = b.draw.between("0.018", "0.044", 4) if b.park.variant % 3 else None
    b.power(
        cloud, "received", "H-COLD", "900", "GJ", counterparty=("heat_network", None), places=2,
        measured_factor=chilled,
    )  # fmt: skip
    if b.park.variant % 2:
        b.power(hall, "received", "E-STO", "26", "MWh", places=3)
        roof: Counterparty = ("outside_unit", "示例屋顶光伏公司001")
        b.power(hall, "received", "E-SELF-RE", "31", "MWh", counterparty=roof, places=3)
    b.fuel(hall, "diesel", "FIN", "7.4", "t", places=3, use="building")
    b.plant(operator, "solar", "12", to_grid="0.1")
    b.battery(hall, "26")
    b.gas_balance(hall, "fire_protection", "HFC-227ea", "320")
    b.gas_balance(hall, "refrigeration", "HFC-134a", "510", shrinks=b.park.variant % 4 == 1)
    b.scope3(hall, "S3-02", "服务器", "5100", None, "0.31")
    b.buy_power(hall, "E-DL")
    b.rest()


def electronics(b: ReturnBuilder) -> None:
    """Fabrication with boilers of a neighbour unit, some solar of its own, solvents as non-energy use."""
    fab = b.unit("集成电路厂", "3973")
    panel = b.unit("显示器件厂", "3974")
    assembly = b.unit("整机装配厂", "3911", share=("0.25", "0.65"))
    boiler = b.unit("供热站", "4430", role="utility")
    b.power(fab, "received", "E-GRID", "0.39", "100GWh")
    b.green(fab, "E-GT", "0.05", "100GWh", "0.9" if b.park.variant % 5 == 2 else "1")
    b.power(panel, "received", "E-GRID", "1900", "10MWh")
    b.power(assembly, "received", "E-GRID", "210", "10MWh")
    b.plant(fab, "solar", "95", attribute_sold="0.3" if b.park.variant % 3 == 1 else "0")
    for gas, tonnes in (("CF4", "0.0021"), ("C2F6", "0.0009"), ("SF6", "0.0004"), ("NF3", "0.0011")):
        b.gas_emitted(fab, "electronics", gas, tonnes)
    fed = {"heel": ("10", "percent"), "abatement": ("0.87", "ratio")}
    cleaned = {"by_product_abatement": ("0.9", "ratio")} if b.park.variant % 3 else {}
    for gas, kilograms, treatment in (("NF3", "310", "remote"), ("C2F6", "44", None), ("SF6", "12", None)):
        b.gas_formula(panel, "electronics", gas, kilograms, "kg", {**fed, **cleaned}, treatment=treatment)
    # No use rate of it is listed: its own, or not estimated.
    rate = {"use_rate": ("0.55", "ratio")} if b.park.variant % 2 else {}
    b.gas_formula(panel, "electronics", "HFC-41", "9", "kg", {**fed, **rate})
    b.gas_emitted(panel, "electronics", "N2O", "0.021")
    b.gas_emitted(panel, "electronics", "HFC-23", "0.0002")
    b.gas_balance(fab, "electrical_equipment", "SF6", "240")
    b.scope3(fab, "S3-01", "硅片和靶材", "3200", None, "0.42")
    b.scope3(fab, "S3-04", "原料运输", "41", "t", "0.11", supplier="示例物流公司001")
    b.not_relevant(fab, "S3-14")
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
    b.buy_power(dairy, "E-GRID")
    b.gas_balance(dairy, "refrigeration", "HFC-32", "90")
    b.gas_balance(meat, "refrigeration", "HCFC-22", "70")
    b.gas_activity(brewery, "wastewater", "CH4", "31", "10km3", "0.000118" if b.park.variant % 4 else None)
    nitrogen = {"nitrogen_discharged": "0.8"} if b.park.variant % 2 else {}
    b.gas_formula(
        meat, "wastewater", "CH4", "37", "t", {"n2o_per_nitrogen": ("0.0047", "kg/kg")},
        treatment="aerobic_industrial",
        flows={"sludge_organics": "9", "methane_recovered": "0", **nitrogen},
    )  # fmt: skip
    b.own_fuel(
        brewery, "biogas", "FIN", "19", "1000m3", b.laboratory(("20.1", "23.4")), use="industrial_boiler"
    )
    b.rest()
