"""A combined heat and power plant that supplies its park and the one next door."""

from lingtan.synthetic.builder import Counterparty, ReturnBuilder


def utility(b: ReturnBuilder) -> None:
    """Coal, gas and straw in; power to the grid, steam to units of the park, a neighbour and a network."""
    plant = b.unit("热电厂", "4412", role="utility")
    textile = b.unit("纺织厂", "1713")
    paper = b.unit("造纸厂", "2221", share=("0.40", "0.80"))
    operator = b.unit("园区运营公司", "7211", role="operator")
    coal = b.laboratory(("18.4", "22.9"), ("25.9", "27.2"))
    straw = b.laboratory(("13.2", "15.1"))
    b.fuel(
        plant,
        "raw_coal",
        "T-PWR",
        "0.74",
        "10kt",
        places=4,
        use="power_boiler",
        measured=coal,
        tier="measured",
    )
    b.fuel(
        plant,
        "raw_coal",
        "T-HEAT",
        "0.68",
        "10kt",
        places=4,
        use="power_boiler",
        measured=coal,
        tier="measured",
    )
    b.fuel(plant, "coal_gangue", "T-HEAT", "330", "t", places=3, use="power_boiler")
    b.fuel(plant, "natural_gas", "T-PWR", "0.0031", "100Mm3", places=4, use="power_boiler")
    b.fuel(
        plant,
        "agri_residue",
        "T-PWR",
        "410",
        "t",
        places=3,
        use="power_boiler",
        measured=straw,
        tier="measured",
    )
    b.fuel(plant, "diesel", "T-PWR", "2.6", "t", places=3, use="power_boiler")
    # One plant sends more than its fuel can have made: its credit is larger than its emission.
    generated, exported = ("31000", "1") if b.park.variant % 12 == 5 else ("19000", "0.37")
    factor = b.measured_power_factor() if b.park.variant % 4 else None
    b.plant(plant, "fossil", generated, to_grid=exported, factor=factor)
    b.stock(plant, "raw_coal", "0.05", "10kt")
    b.gas_balance(plant, "electrical_equipment", "SF6", "330")
    b.transfer(plant, textile, "H-FOS", "6200", "GJ")
    b.transfer(plant, paper, "H-FOS", "5.1", "TJ")
    b.sell_heat(plant)
    # A factor of heat counts where it was measured: one that came with an invoice makes no number.
    b.power(
        plant, "sent", "H-FOS", "2100", "GJ", counterparty=("heat_network", None), places=2,
        measured_factor=b.measured_heat_factor(), origin="own_generation",
        tier="invoice" if b.park.variant % 8 == 3 else None,
    )  # fmt: skip
    if b.park.variant % 3 == 1:
        # Heat bought from the network and passed on outside: resold.
        network: Counterparty = ("heat_network", None)
        b.power(operator, "received", "H-FOS", "900", "GJ", counterparty=network, places=2)
        b.power(
            operator,
            "sent",
            "H-FOS",
            "700",
            "GJ",
            counterparty=("outside_unit", "示例医院001"),
            places=2,
            origin="resold",
        )
    b.power(textile, "received", "E-GRID", "510", "10MWh")
    b.power(paper, "received", "E-GRID", "640", "10MWh")
    b.power(operator, "received", "E-GRID", "21000", "kWh", places=1)
    b.plant(operator, "solar", "15", customer=textile, to_customer="0.8")
    b.fuel(paper, "other_washed_coal", "FIN", "300", "t", places=3, use="industrial_boiler")
    b.fuel(
        paper,
        "fuelwood",
        "FIN",
        "120",
        "t",
        places=2,
        measured=b.laboratory(("15.9", "17.2")),
        tier="measured",
    )
    b.rest()
