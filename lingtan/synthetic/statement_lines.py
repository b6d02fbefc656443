"""What a park states beside its activity: indicators, energy of products, targets, completeness."""

from dataclasses import dataclass
from decimal import Decimal

from lingtan.synthetic.lines import Value


@dataclass(frozen=True)
class IndicatorLine:
    """One indicator of the park: numerator and denominator, with the components of waste and water."""

    line_id: str
    indicator_code: str
    numerator: Value
    denominator: Value
    waste_generated_t: Decimal | None = None
    waste_old_stock_used_t: Decimal | None = None
    waste_used_t: Decimal | None = None
    water_fresh_10k_m3: Decimal | None = None
    water_reused_10k_m3: Decimal | None = None


@dataclass(frozen=True)
class ProductEnergyLine:
    """Energy per unit of a product against the second level of its standard, kgce per unit of output."""

    line_id: str
    unit_code: str
    product_name: str
    output: Value
    output_unit: str
    energy_per_unit: Decimal
    standard_number: str
    second_level_limit: Decimal | None


@dataclass(frozen=True)
class TargetLine:
    """One target of the park."""

    line_id: str
    target_type_code: str
    target_scope_code: str
    base_year: int
    base_value: Decimal
    target_year: int
    target_value: Decimal
    value_unit: str
    interim_year: int | None = None
    interim_value: Decimal | None = None
    recalculation_reason: str | None = None


@dataclass(frozen=True)
class CompletenessLine:
    """What a park says about one source category; `included_where` goes with IE."""

    source_category_code: str
    completeness_code: str
    reason: str | None
    included_where: str | None = None
