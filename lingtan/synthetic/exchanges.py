"""Gas that parks send each other through pipes, and CO2 that one captures and another takes over."""

from decimal import Decimal
from typing import Final

from lingtan.synthetic.builder import ReturnBuilder
from lingtan.synthetic.exchange_plan import CO2_SALES, GAS_SALES
from lingtan.synthetic.register import park_code

_GAS_UNIT: Final = "1000m3"
#: Carrier -> what the buyer burns it in.
_USES: Final = {"hydrogen": "road", "coke_oven_gas": "kiln", "natural_gas": "industrial_boiler"}
_GAS_BUYERS: Final = {buyer: (supplier, carrier) for supplier, (buyer, carrier, _) in GAS_SALES.items()}
_CO2_BUYERS: Final = {buyer: supplier for supplier, buyer in CO2_SALES.items()}


def exchange(b: ReturnBuilder) -> None:
    """Add what the park's first unit sells to another park, and what it buys and uses of one."""
    unit = "U01"
    if b.place in GAS_SALES:
        customer, carrier, came = GAS_SALES[b.place]
        value = _gas_sold(b, b.park.code)
        company = ("outside_unit", "示例管网公司001") if came == "PUR" else None
        b.fuel(unit, carrier, came, "1", _GAS_UNIT, quantity=value, counterparty=company)
        b.fuel(
            unit, carrier, "SAL", "1", _GAS_UNIT, quantity=value, counterparty=("park", park_code(*customer))
        )
    if b.place in _GAS_BUYERS:
        place, carrier = _GAS_BUYERS[b.place]
        supplier = park_code(*place)
        received = b.receipt(carrier, supplier, _gas_sold(b, supplier), _GAS_UNIT)
        if isinstance(received, Decimal):
            b.fuel(unit, carrier, "PUR", "1", _GAS_UNIT, quantity=received, counterparty=("park", supplier))
            b.fuel(unit, carrier, "FIN", "1", _GAS_UNIT, quantity=received, use=_USES[carrier])
    if b.place in CO2_SALES:
        customer_code = park_code(*CO2_SALES[b.place])
        value = _co2_sold(b, b.park.code)
        b.removal(unit, "ccu", "fossil", "transferred", "1", quantity=value, to=customer_code)
    if b.place in _CO2_BUYERS:
        supplier = park_code(*_CO2_BUYERS[b.place])
        received = b.receipt("CO2", supplier, _co2_sold(b, supplier), "t")
        if isinstance(received, Decimal):
            b.removal(unit, "ccu", "fossil", "product", "1", quantity=received, received_from=supplier)


def _gas_sold(b: ReturnBuilder, supplier: str) -> Decimal:
    return b.sold("sold gas", supplier, 60, 400, 3)


def _co2_sold(b: ReturnBuilder, supplier: str) -> Decimal:
    return b.sold("sold CO2", supplier, 2000, 9000, 3)
