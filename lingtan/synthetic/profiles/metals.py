"""Steel by both routes, aluminium, ferro-alloys and carbide."""

from decimal import Decimal

from lingtan.synthetic.builder import ReturnBuilder
from lingtan.synthetic.lines import NotationKey


def steel_furnace(b: ReturnBuilder) -> None:
    """An electric furnace with its materials and the carbon that stays in the steel."""
    mill = b.unit("电炉钢厂", "3120")
    rolling = b.unit("轧钢厂", "3130", share=("0.55", "0.95"))
    b.power(mill, "received", "E-GRID", "0.47", "100GWh")
    b.power(mill, "received", "E-NUC", "0.05", "100GWh", measured_factor=b.draw.between("0.011", "0.016", 4))
    b.buy_power(mill, "E-GRID")
    b.power(rolling, "received", "E-GRID", "620", "10MWh")
    b.fuel(mill, "natural_gas", "FIN", "0.0135", "100Mm3", places=4, use="industrial_boiler")
    b.fuel(rolling, "natural_gas", "FIN", "41", "10km3", places=4, use="kiln")
    b.fuel(rolling, "lpg", "FIN", "18", "t", places=3)
    b.fuel(mill, "natural_gas", "LOSS", "1.2", "1000m3", places=3)
    balance = "U01-EAF"
    b.material(mill, "steel_scrap", "material_in", "1.31", "10kt", balance=balance)
    b.material(mill, "steel_pig_iron", "material_in", "2700", "t", balance=balance)
    b.material(mill, "steel_electrode", "material_in", "21000", "kg", balance=balance, places=1)
    b.material(mill, "steel_limestone", "material_in", "640", "t", balance=balance)
    b.material(mill, "steel_high_c_ferrochrome", "material_in", "150", "t", balance=balance)
    b.material(mill, "crude_steel_carbon", "material_out", "1.22", "10kt", balance=balance)
    if b.park.variant % 2:
        # A reductant that no process line carries is not estimated.
        b.fuel(mill, "anthracite", "FEED-R", "60", "t", places=3)
    b.rest()


def steel_works(b: ReturnBuilder) -> None:
    """An integrated works: coke and coal go in, gases come back and are burnt or flared."""
    works = b.unit("钢铁厂", "3110")
    power = b.unit("自备电厂", "4411", role="utility")
    rolling = b.unit("轧钢厂", "3130")
    furnace = "U01-BF"
    coal = b.laboratory(("26.1", "28.3"), ("27.1", "27.9"))
    b.fuel(works, "coke", "C-IN", "0.56", "10kt", places=4, spread=2, balance=furnace)
    b.stock(works, "coke", "0.02", "10kt")
    b.fuel(
        works, "anthracite", "C-IN", "0.15", "10kt", places=4, spread=3,
        balance=furnace, measured=coal, tier="measured",
    )  # fmt: skip
    b.fuel(works, "blast_furnace_gas", "REC-G", "0.165", "100Mm3", places=4, spread=2, balance=furnace)
    b.fuel(works, "converter_gas", "REC-G", "0.010", "100Mm3", places=4, spread=2, balance=furnace)
    b.fuel(works, "blast_furnace_gas", "FIN", "0.07", "100Mm3", places=4, use="kiln")
    b.fuel(works, "blast_furnace_gas", "FLARE", "420", "1000m3", places=3)
    b.fuel(works, "blast_furnace_gas", "LOSS", "130", "1000m3", places=3)
    # Not metered before, so zero: also where nobody knows how much it is.
    flared: NotationKey | None = "NE" if b.park.variant % 2 else None
    b.fuel(works, "natural_gas", "FLARE", "0.8", "1000m3", places=3, notation=flared)
    b.fuel(power, "blast_furnace_gas", "T-PWR", "0.052", "100Mm3", places=4, use="power_boiler")
    b.fuel(power, "converter_gas", "T-HEAT", "0.009", "100Mm3", places=4, use="power_boiler")
    b.fuel(works, "waste_heat", "REC-W", "900", "GJ", places=2)
    steelmaking = "U01-BOF"
    b.material(works, "steel_limestone", "material_in", "0.07", "10kt", balance=steelmaking)
    b.material(works, "steel_dolomite", "material_in", "260", "t", balance=steelmaking)
    b.material(works, "steel_pig_iron", "material_in", "0.23", "10kt", balance=steelmaking)
    b.material(works, "steel_electrode", "material_in", "2.4", "t", balance=steelmaking)
    b.material(works, "crude_steel_carbon", "material_out", "1.25", "10kt", balance=steelmaking)
    b.power(works, "received", "E-GRID", "0.11", "100GWh")
    b.power(rolling, "received", "E-GRID", "520", "10MWh")
    b.plant(power, "fossil", "2500", customer=works, to_customer="0.84", factor=b.measured_power_factor())
    b.gas_balance(works, "electrical_equipment", "SF6", "410")
    b.plant(works, "waste_heat", "310", customer=rolling, to_customer="0.2")
    b.scope3(works, "S3-01", "铁矿石", "12000", "t", "0.0121", method="supplier", supplier="示例矿业公司001")
    b.scope3(works, "S3-10", "下游加工", "9100", "t", None)
    b.transfer(power, rolling, "H-FOS", "1100", "GJ")
    b.fuel(rolling, "coke_oven_gas", "FIN", "0.008", "100Mm3", places=4, use="kiln")
    # A gas with no input in its balance is not estimated, and its whole balance with it.
    b.fuel(rolling, "other_coal_gas", "REC-G", "35", "1000m3", places=3, balance="U03-ORPHAN")
    b.rest()


def aluminium(b: ReturnBuilder) -> None:
    """Aluminium smelting: much power, a factor per tonne of metal, some of the power by direct line."""
    smelter = b.unit("电解铝厂", "3216")
    casting = b.unit("铝材厂", "3252", share=("0.30", "0.70"))
    b.power(smelter, "received", "E-GRID", "0.55", "100GWh")
    b.power(smelter, "received", "E-DL", "0.12", "100GWh", counterparty=("outside_unit", "示例风电场001"))
    b.power(
        smelter, "received", "E-DLF", "0.04", "100GWh", counterparty=("outside_unit", "示例火电厂001"),
        measured_factor=b.measured_power_factor() if b.park.variant % 3 else None,
    )  # fmt: skip
    b.buy_power(smelter, "E-DL")
    b.green(smelter, "E-GT", "0.03", "100GWh", "1" if b.park.variant % 2 else "0.55")
    if b.park.variant % 4 in (0, 2):
        # Measured minutes, with its own slope or the listed one; without minutes not estimated.
        minutes = {"anode_effect_minutes": ("0.27", "min/cell-day")}
        slope = {"anode_effect_slope": ("0.1432", "kg/t/(min/cell-day)"), "c2f6_ratio": ("0.097", "kg/kg")}
        own = minutes | slope if b.park.variant % 8 == 0 else minutes if b.park.variant % 8 == 2 else {}
        b.gas_formula(smelter, "anode_effect", "CF4", "0.51", "10kt", own)
    else:
        # Its own count of anode effects replaces the factors of the product.
        b.gas_emitted(smelter, "anode_effect", "CF4", "0.021")
        b.gas_emitted(smelter, "anode_effect", "C2F6", "0.0024")
    b.power(casting, "received", "E-GRID", "260", "10MWh")
    b.fuel(casting, "natural_gas", "FIN", "0.011", "100Mm3", places=4, use="kiln")
    b.fuel(smelter, "petroleum_coke", "NEU", "130", "t", places=3)
    b.fuel(smelter, "diesel", "FIN", "11", "t", places=3, use="off_road")
    b.product(smelter, "primary_aluminium", "0.46", "10kt", own_use="0.05", route="prebake")
    b.buy_heat(casting)
    b.rest()


def ferroalloys(b: ReturnBuilder) -> None:
    """Submerged-arc furnaces: one product with a factor, others without; reductants carried by a product."""
    silicon = b.unit("铁合金厂", "3140")
    carbide = b.unit("电石厂", "2613")
    metal = b.unit("工业硅厂", "3218")
    line = b.product(silicon, "ferrosilicon", "0.09", "10kt")
    b.fuel(silicon, "coke", "FEED-R", "0.085", "10kt", places=4, carried_by=line)
    b.power(silicon, "received", "E-GRID", "0.43", "100GWh")
    b.buy_power(silicon, "E-DL")
    carbide_line = b.product(
        carbide, "calcium_carbide", "900", "t", own_use="14",
        source="provincial_guideline" if b.park.variant % 3 == 2 else None,
    )  # fmt: skip
    b.fuel(carbide, "anthracite", "FEED-R", "610", "t", places=3, carried_by=carbide_line)
    b.power(carbide, "received", "E-GRID", "310", "10MWh")
    b.fuel(carbide, "raw_coal", "FIN", "230", "t", places=3, use="kiln")
    own = Decimal("5.012") if b.park.variant % 2 else None
    metal_line = b.product(
        metal, "industrial_silicon", "260", "t", own_factor=own, source="own" if own is not None else None
    )
    b.fuel(metal, "petroleum_coke", "FEED-R", "190", "t", places=3, carried_by=metal_line)
    b.power(metal, "received", "E-GRID", "280", "10MWh")
    b.power(metal, "received", "E-DL", "40", "10MWh", counterparty=("outside_unit", "示例水电站001"))
    b.product(metal, "silicomanganese", "40", "t", notation="NE" if b.park.variant % 4 == 3 else "NO")
    b.rest()
