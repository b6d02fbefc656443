"""Cement and lime: kilns, clinker with deductions, a deduction larger than its clinker."""

from lingtan.synthetic.builder import ReturnBuilder


def cement(b: ReturnBuilder) -> None:
    """A cement park: one large kiln with laboratory values, a mill as legal person, lime, small tenants."""
    kiln = b.unit("水泥厂", "3011")
    mill = b.unit("粉磨站", "3011", share=("0.45", "0.85"))
    lime = b.unit("石灰厂", "3012")
    laboratory = b.laboratory(("20.5", "24.5"), ("25.6", "26.9"))
    b.fuel(
        kiln,
        "bituminous",
        "FIN",
        "1.08",
        "10kt",
        places=4,
        use="kiln",
        measured=laboratory,
        tier="accredited_lab",
    )
    b.stock(kiln, "diesel", "4", "t", places=3)
    # Waste as a fuel is partly of biogenic origin; no set knows its values.
    waste = b.laboratory(("12.1", "15.4"), ("21.5", "24.8")) if b.park.variant % 4 else None
    for carrier, amount, biogenic in (
        ("industrial_waste", "310", "0.35"),
        ("municipal_waste", "120", "0.52"),
    ):
        b.fuel(
            kiln, carrier, "FIN", amount, "t", use="kiln", places=3, biogenic=biogenic, measured=waste,
            tier="measured" if waste else "invoice",
        )  # fmt: skip
    b.buy_power(kiln, "E-DL")
    biomass = b.laboratory(("13.5", "15.5"))
    b.fuel(kiln, "agri_residue", "FIN", "0.9", "kg", use="kiln", places=1, measured=biomass, tier="measured")
    b.fuel(kiln, "diesel", "FIN", "31", "t", use="off_road", places=3)
    b.fuel(mill, "diesel", "FIN", "4100", "kg", use="off_road", places=3)
    b.fuel(mill, "kerosene", "FIN", "1", "t", notation="NO")
    b.fuel(lime, "raw_coal", "FIN", "760", "t", use="kiln", places=3)
    # Values on another basis are no measurement of the method.
    if b.park.variant % 3 == 0:
        dry = b.laboratory(("24.1", "26.0"), ("25.2", "26.4"), moisture="dry")
        b.fuel(lime, "bituminous", "FIN", "210", "t", use="kiln", places=3, measured=dry, tier="measured")
    elif b.park.variant % 3 == 1:
        gross = b.laboratory(("22.1", "24.0"), calorific="gross")
        b.fuel(mill, "bituminous", "FIN", "90", "t", use="kiln", places=3, measured=gross, tier="measured")
    b.fuel(lime, "petroleum_coke", "FIN", "90", "t", use="kiln", places=2)
    b.power(kiln, "received", "E-GRID", "0.086", "100GWh", places=4)
    b.power(mill, "received", "E-GRID", "24", "10MWh", places=4)
    b.power(lime, "received", "E-GRID", "310", "MWh", places=3)
    b.product(kiln, "portland_clinker", "7.6", "10kt", own_use="0.4", balance="KILN-1")
    b.material(kiln, "noncarbonate_substitute_03", "deduction", "0.35", "10kt", balance="KILN-1")
    b.material(kiln, "noncarbonate_substitute_19", "deduction", "800", "t", places=3, balance="KILN-1")
    guideline = "provincial_guideline" if b.park.variant % 2 else None
    route = None if guideline else "high_calcium"
    b.product(lime, "lime", "2300", "t", route=route, source=guideline)
    if b.park.variant % 2 == 0:
        # The deduction exceeds the clinker it belongs to: the floor holds the product at zero.
        b.product(lime, "white_clinker", "120", "t", own_use="3", balance="KILN-W")
        b.material(lime, "noncarbonate_substitute_01", "deduction", "210", "t", balance="KILN-W")
    if b.park.variant % 3 == 1:
        b.plant(kiln, "waste_heat", "900", customer=mill, to_customer="0.4")
    b.rest()
