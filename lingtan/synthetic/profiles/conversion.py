"""Coking and refining: what goes in, what comes out, and balances that cannot be closed."""

from lingtan.synthetic.builder import ReturnBuilder


def coking(b: ReturnBuilder) -> None:
    """A coking park: washing before, gas recovered and burnt after."""
    ovens = b.unit("焦化厂", "2521")
    washery = b.unit("洗煤厂", "0610")
    power = b.unit("煤气发电站", "4411", role="utility", share=("0.60", "0.90"))
    balance = "U01-COKE"
    b.fuel(washery, "raw_coal", "PREP-IN", "3.9", "10kt", places=4, spread=2)
    b.fuel(washery, "washed_coal", "PREP-OUT", "2.9", "10kt", places=4, spread=2)
    b.fuel(washery, "coal_slurry", "PREP-OUT", "0.3", "10kt", places=4, spread=2)
    b.fuel(ovens, "washed_coal", "C-IN", "4.2", "10kt", places=4, spread=1, balance=balance)
    b.fuel(ovens, "coke", "C-OUT", "2.72", "10kt", places=4, spread=1, balance=balance)
    b.fuel(ovens, "tar", "C-OUT", "0.15", "10kt", places=4, spread=1, balance=balance)
    b.fuel(ovens, "coke_oven_gas", "REC-G", "0.115", "100Mm3", places=4, spread=1, balance=balance)
    b.fuel(ovens, "coke_oven_gas", "FIN", "0.06", "100Mm3", places=4, use="kiln")
    b.fuel(ovens, "coke_oven_gas", "FLARE", "0.0021", "100Mm3", places=4)
    b.fuel(ovens, "crude_benzene", "C-OUT", "9", "t", places=3, balance="U01-BENZENE", notation="NO")
    b.fuel(power, "coke_oven_gas", "T-PWR", "0.031", "100Mm3", places=4, use="power_boiler")
    b.plant(power, "fossil", "900", to_grid="0.6", factor=b.measured_power_factor())
    b.power(ovens, "received", "E-GRID", "0.045", "100GWh")
    b.power(washery, "received", "E-GRID", "110", "10MWh")
    b.power(
        ovens, "sent", "H-WH", "800", "GJ", counterparty=("heat_network", None), places=2,
        origin="own_generation",
    )  # fmt: skip
    b.gas_activity(washery, "coal_mining", "CH4", "30", "1000m3", "0.00067")
    b.fuel(washery, "coal_mine_gas", "FIN", "24", "1000m3", places=3, use="industrial_boiler")
    b.buy_heat(washery)
    b.rest()


def refinery(b: ReturnBuilder) -> None:
    """A refinery: eight products, one of them without a calorific value in some parks, flared gas."""
    plant = b.unit("炼油厂", "2511")
    bitumen = b.unit("沥青厂", "2511")
    tank = b.unit("油品储运公司", "5951")
    balance = "U01-REF"
    b.fuel(plant, "crude_oil", "C-IN", "6.0", "10kt", places=4, spread=1, balance=balance)
    for carrier, share in (
        ("gasoline", "1.44"),
        ("diesel", "1.98"),
        ("kerosene", "0.54"),
        ("lpg", "0.30"),
        ("naphtha", "0.54"),
        ("petroleum_coke", "0.30"),
        ("fuel_oil", "0.18"),
    ):
        b.fuel(plant, carrier, "C-OUT", share, "10kt", places=4, spread=1, balance=balance)
    b.fuel(plant, "refinery_gas", "REC-G", "0.21", "10kt", places=4, spread=2, balance=balance)
    b.fuel(plant, "refinery_gas", "FIN", "0.17", "10kt", places=4, use="kiln")
    b.fuel(plant, "refinery_gas", "FLARE", "31", "t", places=3)
    b.fuel(plant, "natural_gas", "FIN", "0.013", "100Mm3", places=4, use="industrial_boiler")
    b.fuel(plant, "natural_gas", "T-HEAT", "0.006", "100Mm3", places=4, use="power_boiler")
    b.stock(plant, "crude_oil", "0.12", "10kt")
    b.gas_activity(plant, "gas_system", "CH4", "18", "t", "0.0021", has_note=b.park.variant % 3 != 2)
    b.power(plant, "received", "E-GRID", "0.08", "100GWh")
    b.power(plant, "received", "H-FOS", "2900", "GJ", counterparty=("heat_network", None), places=2)
    if b.park.variant % 2:
        # Bitumen has a factor per TJ and no calorific value: it and its balance are not estimated.
        b.fuel(bitumen, "crude_oil", "C-IN", "0.12", "10kt", places=4, balance="U02-BIT")
        b.fuel(bitumen, "bitumen", "C-OUT", "0.11", "10kt", places=4, balance="U02-BIT")
    else:
        b.fuel(bitumen, "crude_oil", "C-IN", "0.12", "10kt", places=4, spread=2, balance="U02-BIT")
        b.fuel(bitumen, "fuel_oil", "C-OUT", "0.11", "10kt", places=4, spread=2, balance="U02-BIT")
    b.power(bitumen, "received", "E-GRID", "90", "MWh", places=3)
    b.fuel(tank, "diesel", "FIN", "9.5", "t", places=3, use="road")
    b.power(tank, "received", "E-GRID", "31", "MWh", places=3)
    b.rest()
