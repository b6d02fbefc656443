"""Ammonia and methanol: feedstock that a process line carries, and feedstock that none does."""

from decimal import Decimal

from lingtan.synthetic.builder import ReturnBuilder


def chemicals(b: ReturnBuilder) -> None:
    """Coal-route ammonia with its factor, methanol with or without a factor of its own, a boiler for both."""
    ammonia = b.unit("合成氨厂", "2621")
    methanol = b.unit("甲醇厂", "2614")
    boiler = b.unit("供热站", "4430", role="utility")
    finishing = b.unit("精细化工厂", "2669", share=("0.50", "0.90"))
    line = b.product(ammonia, "ammonia", "0.36", "10kt", own_use="0.09", route="coal")
    b.fuel(ammonia, "anthracite", "FEED", "0.50", "10kt", places=4, carried_by=line)
    if b.park.variant % 2:
        gas_line = b.product(ammonia, "ammonia", "410", "t", own_use="20", route="natural_gas")
        b.fuel(ammonia, "natural_gas", "FEED", "33", "10km3", places=4, carried_by=gas_line)
    own = Decimal("2.061") if b.park.variant % 2 else None
    methanol_line = b.product(
        methanol, "methanol", "0.11", "10kt", route="coal", own_factor=own, source="own" if own else None
    )
    b.fuel(methanol, "raw_coal", "FEED", "0.19", "10kt", places=4, carried_by=methanol_line)
    if b.park.variant % 3 == 0:
        b.fuel(methanol, "natural_gas", "FEED", "6.2", "1000m3", places=3)
    if b.park.variant % 3 == 0:
        acid = b.unit("硝酸厂", "2611")
        route = ("dual_pressure", "high_pressure_nscr", None)[b.park.variant % 9 // 3]
        b.product(
            acid,
            "nitric_acid",
            "420",
            "t",
            own_use="30",
            route=route,
            source="provincial_guideline" if route else None,
        )
        b.power(acid, "received", "E-GRID", "90", "MWh", places=3)
    if b.park.variant % 4 == 2:
        nylon = b.unit("己二酸厂", "2614")
        b.product(nylon, "adipic_acid", "160", "t", route="abated" if b.park.variant % 8 == 2 else None)
        b.power(nylon, "received", "E-GRID", "70", "MWh", places=3)
    b.fuel(methanol, "lubricant", "NEU", "1.4", "t", places=3)
    measured = b.laboratory(("21.1", "23.4"))
    b.fuel(
        boiler,
        "raw_coal",
        "T-HEAT",
        "0.30",
        "10kt",
        places=4,
        use="power_boiler",
        measured=measured,
        tier="measured",
    )
    b.fuel(boiler, "raw_coal", "T-PWR", "0.07", "10kt", places=4, use="power_boiler")
    b.fuel(boiler, "raw_coal", "LOSS", "12", "t", places=3)
    b.fuel(boiler, "diesel", "FIN", "3.1", "t", places=3)
    b.transfer(boiler, ammonia, "H-FOS", "11000", "GJ")
    b.transfer(boiler, methanol, "H-FOS", "4.2", "TJ")
    b.transfer(boiler, finishing, "H-FOS", "1900", "GJ")
    b.power(ammonia, "received", "E-GRID", "0.075", "100GWh")
    b.power(methanol, "received", "E-GRID", "210", "10MWh")
    b.power(finishing, "received", "E-GRID", "88", "10MWh")
    b.green(finishing, "E-GEC", "12", "10MWh", "0.7" if b.park.variant % 3 == 1 else "1")
    b.gas_activity(boiler, "wastewater", "CH4", "5200", "m3", "0.0000121")
    b.gas_balance(finishing, "refrigeration", "HCFC-22", "160")
    if b.park.variant % 4 == 1:
        b.gas_key(methanol, "gas_system", "CH4", "NE")
    b.transfer(methanol, finishing, "E-GRID", "120", "MWh")
    b.fuel(finishing, "natural_gas", "FIN", "0.004", "100Mm3", places=4, use="industrial_boiler")
    b.fuel(finishing, "naphtha", "NEU", "25", "t", places=3)
    b.buy_heat(finishing)
    b.rest()
