"""Parks of own sun, wind and biomass, and pilots that buy green power."""

from lingtan.synthetic.builder import Counterparty, ReturnBuilder
from lingtan.synthetic.lines import NotationKey


def solar(b: ReturnBuilder) -> None:
    """Sun and wind of its own: used, given to a unit, sold; some of the attributes are sold apart."""
    farm = b.unit("新能源公司", "4415", role="utility")
    module = b.unit("光伏组件厂", "3825")
    battery = b.unit("电池厂", "3841", share=("0.40", "0.90"))
    sold = ("0", "0.25", "0", "0.6")[b.park.variant % 4]
    b.plant(
        farm, "solar", "6200", to_grid="0.45", customer=module, to_customer="0.35",
        attribute_sold=sold, curtailed="0.04", to_park=True,
    )  # fmt: skip
    b.plant(farm, "wind", "3100", to_grid="0.6", customer=battery, to_customer="0.2", curtailed="0.06")
    if b.park.variant % 3 == 1:
        b.plant(farm, "hydro", "800", to_grid="0.9")
    b.battery(farm, "420")
    b.power(module, "received", "E-GRID", "2900", "MWh", places=3)
    b.power(battery, "received", "E-GRID", "3300", "MWh", places=3)
    b.green(battery, "E-GEC", "0.09", "GWh", ("1", "0.6", "1.4")[b.park.variant % 3])
    b.certificates(farm, b.amount("300", 3), "self_use", technology="solar", tradable=False)
    b.fuel(module, "natural_gas", "FIN", "31", "10km3", places=4, use="kiln")
    b.fuel(battery, "natural_gas", "FIN", "22", "10km3", places=4, use="industrial_boiler")
    b.fuel(farm, "diesel", "FIN", "3.2", "t", places=3, use="off_road")
    b.gas_balance(farm, "electrical_equipment", "SF6", "150")
    b.gas_emitted(module, "electronics", "NF3", "0.0012")
    b.gas_emitted(battery, "other", "HFC-134a", "0.0006")
    b.scope3(module, "S3-01", "多晶硅", "700", "t", "9.8", method="supplier", supplier="示例硅料公司001")
    b.rest()


def biomass(b: ReturnBuilder) -> None:
    """Straw, wood and biogas make power and heat; the gases of combustion are counted, the CO2 is a memo."""
    plant = b.unit("生物质热电厂", "4417", role="utility")
    board = b.unit("人造板厂", "2021")
    feed = b.unit("饲料厂", "1329", share=("0.50", "0.95"))
    straw = b.laboratory(("12.9", "15.4"))
    b.fuel(
        plant,
        "agri_residue",
        "T-PWR",
        "5200",
        "t",
        places=3,
        use="power_boiler",
        measured=straw,
        tier="measured",
    )
    b.fuel(
        plant, "fuelwood", "T-HEAT", "2300", "t", places=3, use="power_boiler",
        measured=b.laboratory(("14.9", "17.0")), tier="measured",
    )  # fmt: skip
    # Without a calorific value of its own the default is taken, where there is one.
    b.own_fuel(plant, "biogas", "T-PWR", "150", "1000m3", None, use="power_boiler")
    b.fuel(plant, "diesel", "T-PWR", "4", "t", places=3, use="power_boiler")
    b.plant(plant, "biomass", "4800", to_grid="0.55", customer=board, to_customer="0.3")
    b.transfer(plant, board, "H-NF", "9000", "GJ")
    network: Counterparty = ("heat_network", None)
    b.power(plant, "sent", "H-NF", "6100", "GJ", counterparty=network, places=2, origin="own_generation")
    b.power(feed, "received", "H-NF", "800", "GJ", counterparty=network, places=2)
    b.power(board, "received", "E-GRID", "1200", "MWh", places=3)
    b.power(feed, "received", "E-GRID", "900", "MWh", places=3)
    b.fuel(board, "industrial_waste", "FIN", "260", "t", places=3, use="industrial_boiler", biogenic="1")
    b.fuel(board, "charcoal", "FIN", "30", "t", places=3, use="kiln")
    b.gas_activity(plant, "waste", "CH4", "700", "t", "0.00071")
    b.removal(board, "soil", "biogenic", "soil", "120")
    b.rest()


def pilot(b: ReturnBuilder) -> None:
    """A zero-carbon pilot: green trade and certificates, some short, some too many; offsets."""
    works = b.unit("零碳示范工厂", "3831")
    second = b.unit("智能装备厂", "3491", share=("0.60", "0.95"))
    operator = b.unit("园区运营公司", "7211", role="operator", outside="administrative")
    covered = ("1", "0.8", "1", "1.2", "1")[b.park.variant % 5]
    b.green(works, "E-GT", "2100", "MWh", covered)
    b.power(works, "received", "E-GRID", "1400", "MWh", places=3)
    b.power(second, "received", "E-GRID", "1100", "MWh", places=3)
    # Unbundled certificates turn grid power into green power: enough, short, or more than was used.
    claimed = ("300", "1400", "700", "2600")[b.park.variant % 4]
    b.certificates(works, b.amount(claimed, 3), "unbundled")
    b.certificates(second, b.amount("1100", 3), "unbundled", has_serials=b.park.variant % 3 != 2)
    if b.park.variant % 4 == 1:
        b.certificates(second, b.amount("150", 3), "unbundled", consumption_year=b.year - 1)
    # Certificates bought for the whole year, and claimed in each of its quarters.
    if b.park.pattern == "quarterly":
        b.certificates(works, b.amount("210", 3), "unbundled", is_of_year=True)
    b.power(works, "received", "E-DL", "900", "MWh", counterparty=("outside_unit", "示例风电场001"), places=3)
    b.buy_power(works, "E-DL")
    # Where nobody knows what was sent on, no certificate clears what was received.
    secret: NotationKey | None = "C" if b.park.variant % 7 == 5 else None
    charging: Counterparty = ("outside_unit", "示例充电站001")
    b.power(works, "sent", "E-GRID", "210", "MWh", counterparty=charging, places=3, notation=secret)
    b.transfer(works, operator, "E-GRID", "60", "MWh", places=3)
    b.plant(operator, "solar", "700", customer=works, to_customer="0.7")
    b.battery(operator, "90")
    b.fuel(works, "natural_gas", "FIN", "9", "10km3", places=4, use="industrial_boiler")
    if b.park.variant % 5 == 2:
        # No set knows hydrogen: not estimated.
        b.fuel(operator, "hydrogen", "FIN", "2.1", "1000m3", places=3, use="road")
    is_there = b.park.variant % 3 == 0
    if not is_there:
        methanol = b.laboratory(("19.7", "19.9"), ("18.5", "18.7"))
        b.fuel(
            second, "methanol", "FIN", "4.2", "t", places=3, use="road", measured=methanol, tier="measured"
        )
    b.offset(operator, "310", is_retired=b.park.variant % 3 > 0)
    # Some pilots are there already: what is left is offset.
    b.offset(works, "9000" if is_there else "120")
    if b.park.variant % 3 == 1:
        b.removal(operator, "forest", "air", "biomass", "90")
    b.gas_balance(works, "electrical_equipment", "SF6", "60")
    for category in ("S3-01", "S3-04", "S3-06", "S3-07"):
        b.scope3(works, category, "示例活动", "90", None, "0.27", screened="25")
    b.scope3(works, "S3-11", "产品使用", "40", "MWh", "0.51", screened="21")
    # The office lists scrap by weight; not everyone names its code, and then it is not estimated.
    scrap = "scrapped_goods" if b.park.variant % 4 else None
    b.scope3(second, "S3-12", "产品报废", "33", "t", None, listed=scrap, screened="4")
    b.scope3(works, "S3-02", "设备", "30", None, None, listed="machinery", screened="14",
             price_year=b.year - 1 if b.park.variant % 5 == 1 else None)  # fmt: skip
    for category in ("S3-08", "S3-13", "S3-14", "S3-15"):
        b.not_relevant(works, category)
    if b.park.variant % 2 == 0:
        b.screen_the_rest(works)
    b.pledge()
    b.rest()
