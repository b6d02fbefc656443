"""Parks that pass on power, treat waste, or store carbon."""

from lingtan.synthetic.builder import Counterparty, ReturnBuilder


def tenancy(b: ReturnBuilder) -> None:
    """An operator buys the park's power and resells it: to tenants, to an outside unit, to another park."""
    operator = b.unit("园区运营公司", "7211", role="operator")
    tenants = [b.unit("标准厂房企业", industry) for industry in ("3399", "3922", "2770")]
    away = b.unit("园区外生产点", "3311", outside="physical")
    legal = b.unit("总部企业", "7211", share=("0.30", "0.80"))
    b.power(operator, "received", "E-GRID", "9800", "MWh", places=3)
    b.green(operator, "E-GEC", "1200", "MWh", "0.5" if b.park.variant % 4 == 1 else "1")
    for tenant in (*tenants, away, legal):
        b.transfer(operator, tenant, "E-GRID", "1300", "MWh", places=3)
    b.power(
        operator, "sent", "E-GRID", "700", "MWh", counterparty=("outside_unit", "示例商业体001"), places=3
    )
    b.power(operator, "sent", "E-GRID", "110", "MWh", counterparty=("resident", None), places=3)
    b.sell_power(operator, "E-GRID")
    network: Counterparty = ("heat_network", None)
    b.power(operator, "received", "H-FOS", "3100", "GJ", counterparty=network, places=2)
    for tenant in tenants[:2]:
        value = b.amount("800", 2)
        b.power(operator, "sent", "H-FOS", "1", "GJ", counterparty=("unit", tenant), quantity=value,
                measured_factor=b.measured_heat_factor(), origin="resold")  # fmt: skip
        b.power(tenant, "received", "H-FOS", "1", "GJ", counterparty=("unit", operator), quantity=value)
    b.power(operator, "sent", "H-FOS", "400", "GJ", counterparty=("outside_unit", "示例学校001"), places=2,
            measured_factor=b.measured_heat_factor(), origin="resold")  # fmt: skip
    for number, tenant in enumerate(tenants):
        b.fuel(tenant, "natural_gas", "FIN", "4.1", "10km3", places=4, use="industrial_boiler")
        b.gas_balance(tenant, "refrigeration", ("HFC-134a", "HFC-32", "HCFC-22")[number], "60")
    b.fuel(away, "diesel", "FIN", "6", "t", places=3, use="off_road")
    b.fuel(legal, "gasoline", "FIN", "8", "t", places=3, use="road")
    b.scope3(operator, "S3-13", "出租厂房", "200", "MWh", "0.52")
    b.rest()


def environment(b: ReturnBuilder) -> None:
    """Waste burnt for power, sewage, a landfill: gases of waste, fuels of mixed origin."""
    burner = b.unit("垃圾焚烧发电厂", "4417", role="utility")
    sewage = b.unit("污水处理厂", "4620", role="utility")
    recycling = b.unit("资源回收公司", "4220", share=("0.35", "0.85"))
    waste = b.laboratory(("6.1", "8.4"), ("24.0", "27.5"))
    b.fuel(burner, "municipal_waste", "T-PWR", "1900", "t", places=3, use="power_boiler",
           measured=waste, tier="measured", biogenic="0.55")  # fmt: skip
    b.fuel(burner, "msw_biogenic", "T-PWR", "2300", "t", places=3, use="power_boiler",
           measured=b.laboratory(("7.0", "9.1")), tier="measured")  # fmt: skip
    b.fuel(burner, "diesel", "T-PWR", "9", "t", places=3, use="power_boiler")
    b.plant(burner, "waste_to_energy", "2100", to_grid="0.7", customer=sewage, to_customer="0.15")
    b.power(burner, "sent", "H-NF", "1900", "GJ", counterparty=("heat_network", None), places=2,
            origin="own_generation")  # fmt: skip
    b.power(sewage, "received", "E-GRID", "600", "MWh", places=3)
    b.power(recycling, "received", "E-GRID", "410", "MWh", places=3)
    b.gas_activity(sewage, "wastewater", "CH4", "820", "1000m3", "0.000041")
    b.gas_activity(sewage, "wastewater", "N2O", "820", "1000m3", "0.0000078")
    if b.park.variant % 2:
        # More sludge and methane taken out than the organics give: held at zero.
        taken = {"sludge_organics": "20", "methane_recovered": "2.1" if b.park.variant % 4 == 1 else "41"}
        b.gas_formula(sewage, "wastewater", "CH4", "110", "t", {"methane_correction": ("31.5", "percent")},
                      treatment="anaerobic_domestic", flows=taken)  # fmt: skip
    dry = {"dry_matter": ("71.3", "percent")} if b.park.variant % 3 else {}
    b.gas_formula(recycling, "waste", "CO2", "130", "t", dry, treatment="hazardous_waste")
    b.gas_formula(
        recycling, "waste", "CO2", "90000", "kg", {**dry, "oxidation": ("0.971", "ratio")},
        treatment="municipal_waste",
    )  # fmt: skip
    b.gas_emitted(recycling, "waste", "CH4", "1.9")
    b.gas_activity(recycling, "waste", "N2O", "300", "t", None)
    b.gas_emitted(recycling, "refrigeration", "HCFC-22", "0.0041")
    b.fuel(recycling, "other_liquid_biofuel", "FIN", "12", "t", places=3, use="off_road",
           measured=b.laboratory(("26.5", "28.1")), tier="measured")  # fmt: skip
    b.fuel(recycling, "diesel", "FIN", "30", "t", places=3, use="road")
    b.scope3(recycling, "S3-05", "残渣处置", "600", "t", "0.033")
    b.rest()


def capture(b: ReturnBuilder) -> None:
    """A power plant that captures its CO2: stored, used, handed over; forest and soil; credits sold."""
    plant = b.unit("碳捕集示范电厂", "4411", role="utility")
    chemical = b.unit("二氧化碳化工厂", "2614")
    forest = b.unit("林业碳汇公司", "0220", share=("0.50", "0.95"))
    coal = b.laboratory(("19.4", "22.6"), ("25.8", "26.9"))
    b.fuel(plant, "bituminous", "T-PWR", "0.61", "10kt", places=4, use="power_boiler", measured=coal,
           tier="accredited_lab")  # fmt: skip
    b.fuel(plant, "agri_residue", "T-PWR", "900", "t", places=3, use="power_boiler",
           measured=b.laboratory(("13.3", "15.0")), tier="measured")  # fmt: skip
    b.plant(plant, "fossil", "13000", to_grid="0.5", customer=chemical, to_customer="0.2",
            factor=b.measured_power_factor())  # fmt: skip
    b.transfer(plant, chemical, "H-FOS", "2100", "GJ")
    b.power(chemical, "received", "E-GRID", "1500", "MWh", places=3)
    b.power(forest, "received", "E-GRID", "40", "MWh", places=3)
    b.removal(plant, "ccs", "fossil", "geological", "2600", sold="0.1" if b.park.variant % 2 else None)
    b.removal(plant, "ccs", "fossil", "mineralised", "310")
    b.removal(plant, "ccs", "biogenic", "geological", "260")
    # What goes into a product is not stored: credits sold of it give nothing back.
    b.removal(plant, "ccu", "fossil", "product", "420", sold="0.05" if b.park.variant % 4 == 2 else None)
    b.removal(plant, "ccu", "fossil", "transferred", "190")
    b.removal(forest, "forest", "air", "biomass", "510", sold="0.35")
    b.removal(forest, "wetland", "air", "soil", "60")
    if b.park.variant % 3 == 1:
        b.removal(forest, "soil", "air", "soil", "1", quantity="NE")
    b.offset(plant, "420", is_retired=b.park.variant % 2 == 1)
    b.fuel(forest, "diesel", "FIN", "7", "t", places=3, use="off_road")
    b.gas_balance(plant, "electrical_equipment", "SF6", "280")
    b.scope3(plant, "S3-03", "煤炭开采和运输", "6100", "t", "0.093")
    b.rest()
