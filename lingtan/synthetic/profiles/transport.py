"""Logistics and ports: road fuels, liquefied gas, bunkers as an of-which."""

from lingtan.synthetic.builder import ReturnBuilder


def logistics(b: ReturnBuilder) -> None:
    """Fleets on diesel, petrol and liquefied gas, cold stores on the grid."""
    fleet = b.unit("货运公司", "5431", share=("0.30", "0.70"))
    store = b.unit("冷链仓储公司", "5940")
    airline = b.unit("航空货运公司", "5612")
    b.fuel(fleet, "diesel", "FIN", "3900", "t", places=3, use="road")
    b.fuel(fleet, "lng", "FIN", "1500", "t", places=3, use="road")
    b.fuel(fleet, "gasoline", "FIN", "620", "t", places=3, use="road")
    b.fuel(store, "diesel", "FIN", "41000", "kg", places=2, use="off_road")
    b.power(store, "received", "E-GRID", "1900", "10MWh")
    b.plant(store, "solar", "140", attribute_sold="0.5" if b.park.variant % 2 else "0")
    b.gas_balance(store, "refrigeration", "HFC-143a", "610", shrinks=b.park.variant % 3 == 1)
    b.gas_balance(store, "refrigeration", "HCFC-22", "380")
    b.scope3(fleet, "S3-09", "下游配送", "2100", "t", "0.094")
    b.fuel(
        fleet,
        "biodiesel",
        "FIN",
        "110",
        "t",
        places=3,
        use="road",
        measured=b.laboratory(("36.8", "38.1")),
        tier="measured",
    )
    b.power(airline, "received", "E-GRID", "260", "MWh", places=3)
    # Jet kerosene has a factor per TJ and no calorific value in any set: not estimated unless measured.
    is_measured = b.park.variant % 3 == 1
    b.fuel(
        airline,
        "kerosene" if b.park.variant % 3 == 2 else "jet_kerosene",
        "FIN",
        "75",
        "t",
        places=3,
        measured=b.laboratory(("43.9", "44.3")) if is_measured else None,
        tier="measured" if is_measured else "invoice",
    )
    b.rest()


def port(b: ReturnBuilder) -> None:
    """A bonded port: ships bunkered for abroad are an of-which of final use, shore power, heavy trucks."""
    terminal = b.unit("港口装卸公司", "5532")
    shipping = b.unit("航运公司", "5521", share=("0.55", "0.85"))
    bonded = b.unit("保税仓储公司", "5990")
    b.fuel(shipping, "fuel_oil", "FIN", "0.24", "10kt", places=4)
    b.fuel(shipping, "fuel_oil", "BNK", "0.15", "10kt", places=4)
    b.fuel(shipping, "diesel", "FIN", "340", "t", places=3)
    b.fuel(terminal, "diesel", "FIN", "760", "t", places=3, use="off_road")
    b.fuel(terminal, "lng", "FIN", "310", "t", places=3, use="off_road")
    b.fuel(terminal, "gasoline", "FIN", "24", "t", places=3, use="road")
    b.power(terminal, "received", "E-GRID", "0.19", "100GWh")
    b.transfer(terminal, bonded, "E-GRID", "240", "MWh", places=3)
    b.power(terminal, "sent", "E-GRID", "310", "MWh", counterparty=("outside_unit", "示例船舶001"), places=3)
    b.power(bonded, "received", "E-GRID", "330", "10MWh")
    b.gas_balance(bonded, "refrigeration", "HFC-134a", "240")
    b.fuel(bonded, "natural_gas", "FIN", "0.0021", "100Mm3", places=4, use="building")
    b.rest()
