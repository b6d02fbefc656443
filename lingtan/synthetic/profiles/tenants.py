"""The tenants every park has beside its main works: power, boilers, trucks, cold, a little of everything."""

from dataclasses import dataclass
from typing import Final

from lingtan.synthetic.builder import Counterparty, ReturnBuilder


@dataclass(frozen=True)
class _Kind:
    """A kind of tenant; amounts are for a year, whatever the park's size."""

    name: str
    industry: str
    power_mwh: str
    gas_1000m3: str | None = None
    refrigerant: str | None = None


_KINDS: Final = (
    _Kind("机械加工厂", "3484", "2100"),
    _Kind("汽车零部件厂", "3670", "5200", "310", "HFC-134a"),
    _Kind("塑料制品厂", "2929", "3900", None, "HFC-32"),
    _Kind("包装印刷厂", "2319", "1400", "45"),
    _Kind("食品加工厂", "1432", "1900", "160", "HCFC-22"),
    _Kind("医药厂", "2710", "4300", "240", "HFC-134a"),
    _Kind("服装厂", "1810", "800"),
    _Kind("家具厂", "2110", "900"),
    _Kind("电气设备厂", "3823", "2600", "60", "HFC-125"),
    _Kind("仪器仪表厂", "4011", "700", None, "HFC-32"),
    _Kind("冷链仓库", "5930", "3100", None, "HFC-143a"),
    _Kind("研发中心", "7320", "1200", None, "HFC-134a"),
    _Kind("软件公司", "6513", "500"),
    _Kind("纸制品厂", "2231", "2800", "190"),
    _Kind("金属制品厂", "3311", "3300", "130"),
    _Kind("污水处理厂", "4620", "1700"),
)


def tenants(b: ReturnBuilder) -> None:
    """Add four to ten tenants; one in seven is a legal person, some lie outside one boundary."""
    for _ in range(b.shape.integer(4, 10)):
        kind = _KINDS[b.shape.integer(0, len(_KINDS) - 1)]
        _tenant(b, kind, b.shape.integer(1, 100), b.shape.integer(1, 400))


def _tenant(b: ReturnBuilder, kind: _Kind, drawn: int, oddity: int) -> None:
    share = ("0.20", "0.90") if drawn <= 14 or oddity == 25 else None
    outside = "physical" if 15 <= drawn <= 20 else "administrative" if 21 <= drawn <= 24 else None
    unit = b.unit(
        kind.name, kind.industry, share=share, outside=outside, share_missing=oddity == 25, is_small=True
    )
    b.power(unit, "received", "E-GRID", "1", "MWh", quantity=b.of_tenant(kind.power_mwh))
    if kind.gas_1000m3:
        quantity = b.of_tenant(kind.gas_1000m3)
        b.fuel(unit, "natural_gas", "FIN", "1", "1000m3", use="industrial_boiler", quantity=quantity)
    if kind.refrigerant:
        b.gas_balance(unit, "refrigeration", kind.refrigerant, "45", shrinks=drawn % 9 == 0)
    if kind.industry == "4620":
        b.gas_activity(unit, "wastewater", "CH4", "9", "1000m3", "0.000032")
        b.gas_activity(unit, "wastewater", "N2O", "9", "1000m3", "0.0000021")
    if drawn % 3 == 0:
        b.fuel(unit, "diesel", "FIN", "1", "t", use="road", quantity=b.of_tenant("24"))
    if drawn % 7 == 0:
        b.fuel(unit, "lpg", "FIN", "1", "t", use="building", quantity=b.of_tenant("6"))
    if drawn % 11 == 0:
        b.fuel(unit, "diesel", "FIN", "1", "t", use="off_road", quantity=b.of_tenant("9"))
    if drawn % 13 == 0:
        b.gas_balance(unit, "fire_protection", "HFC-227ea", "12")
    if drawn % 17 == 0:
        b.scope3(unit, "S3-07", "职工通勤", "30", "t", "0.19", screened="6")
    _oddities(b, unit, oddity)


def _oddities(b: ReturnBuilder, unit: str, oddity: int) -> None:
    """What a few tenants report: keys instead of numbers, gaps, substances outside the seven groups."""
    match oddity:
        case 30:
            b.fuel(unit, "kerosene", "FIN", "1", "t", notation="C")
        case 31:
            b.fuel(unit, "lubricant", "NEU", "1", "t", notation="IE")
        case 32:
            b.fuel(unit, "gasoline", "FIN", "1", "t", use="road", notation="NA")
        case 33:
            b.gas_balance(unit, "refrigeration", "HFC-32", "20", recovered="NO")
        case 43:
            # More comes back than is missing: the balance is negative.
            b.gas_balance(unit, "refrigeration", "HFC-32", "20", recovered=b.of_tenant("150"))
        case 34:
            b.gas_balance(unit, "refrigeration", "HFC-134a", "20", closing="NE")
        case 35:
            b.gas_emitted(unit, "other", "SO2F2", "0.0003")
        case 36:
            b.gas_key(unit, "foam_and_solvent", "HFC-245fa", "NE")
        case 37:
            b.gas_emitted(unit, "foam_and_solvent", "HFC-152a", "0.0011")
        case 38:
            b.power(unit, "received", "H-FOS", "1", "GJ", counterparty=("heat_network", None), notation="NE")
        case 39:
            b.fuel(unit, "lubricant", "NEU", "1", "t", quantity=b.of_tenant("3"))
        case 40:
            listed = "travel" if b.park.variant % 2 else None
            b.scope3(unit, "S3-06", "商务出行", "12", None, None, listed=listed, screened="2.6")
        case 41:
            b.scope3(unit, "S3-05", "工业垃圾外运", "20", "t", "0.41", has_document=False)
        case 42:
            cold = b.draw.between("0.021", "0.045", 4)
            network: Counterparty = ("heat_network", None)
            quantity = b.of_tenant("900")
            b.power(
                unit, "received", "H-COLD", "1", "GJ", counterparty=network, quantity=quantity,
                measured_factor=cold,
            )  # fmt: skip
        case _:
            pass
