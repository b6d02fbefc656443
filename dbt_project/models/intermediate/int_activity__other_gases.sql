{{ config(materialized="ephemeral") }}

{%- set items = ["opening_stock", "bought", "charge_increase", "recovered", "closing_stock"] -%}
{%- set signs = {
    "opening_stock": "",
    "bought": "+",
    "charge_increase": "-",
    "recovered": "-",
    "closing_stock": "-",
} -%}

-- Gases in t of the gas: a balance of stocks, a measured emission, or an activity with the unit's own
-- noted factor. Half a balance is a wrong number: with one item unknown it is not estimated (L7).
with
    lines as (
        select
            gases.submission_id,
            gases.line_id,
            gases.unit_code,
            gases.source_code,
            gases.gas_code,
            gases.calculation_method_code as role_code,
            case
                gases.calculation_method_code when 'activity' then units.canonical_unit_code else 't'
            end as canonical_unit_code,
            coalesce(gases.calculation_method_code = 'activity' or units.canonical_unit_code = 't', false)
            and units.unit_code is not null as is_convertible,
            units.multiplier,
            case
                gases.calculation_method_code
                when 'balance'
                then
                    {% for item in items %}
                        {{ signs[item] }} coalesce(gases.reported_{{ item }}, 0)
                    {% endfor %}
                when 'emitted'
                then gases.reported_emitted
                else gases.reported_activity
            end as exact_quantity,
            case
                gases.calculation_method_code
                when 'balance'
                then null
                when 'emitted'
                then gases.emitted_notation_key_code
                else gases.activity_notation_key_code
            end as notation_key_code,
            gases.calculation_method_code = 'balance'
            and (
                {% for item in items %}
                    (
                        gases.reported_{{ item }} is null
                        and coalesce(gases.{{ item }}_notation_key_code, 'NE') in ('NE', 'C')
                    )
                    {% if not loop.last %} or {% endif %}
                {% endfor %}
            ) as lacks_item,
            gases.calculation_method_code = 'activity' as needs_factor,
            gases.calculation_method_code = 'formula' as lacks_formula,
            case
                when
                    gases.calculation_method_code = 'activity'
                    and gases.factor_note is not null
                    and {{ lingtan.fits_decimal("gases.measured_factor", 17, 12) }}
                then {{ lingtan.round_half_up("gases.measured_factor", 17, 12) }}
            end as measured_factor
        from {{ ref("stg_park_return__other_gases") }} as gases
        left join {{ ref("units") }} as units on gases.reported_unit_code = units.unit_code
        left join
            {{ ref("int_formulas__lines") }} as formulas
            on gases.submission_id = formulas.submission_id
            and gases.line_id = formulas.line_id
        -- What has a formula is an activity of that formula's own model.
        where gases.row_disposition = 'used' and formulas.line_id is null
    ),

    sums as (
        select *, {{ lingtan.fitting_decimal("exact_quantity", 25, 12) }} as reported_quantity from lines
    ),

    quantities as (
        select *, {{ lingtan.canonical_quantity("reported_quantity", "multiplier") }} as quantity from sums
    ),

    -- Without a factor an activity is no mass of gas, whoever reads it.
    judged as (
        select
            *,
            'other_gases' as table_name,
            'other_gases/' || source_code as activity_code,
            case
                when is_convertible and notation_key_code is null and not lacks_item then quantity
            end as canonical_quantity,
            case
                when lacks_item
                then 'balance_item_missing'
                else
                    coalesce(
                        {{
                            lingtan.quantity_reason(
                                "notation_key_code", "reported_quantity", "is_convertible", "quantity"
                            )
                        }},
                        case
                            when needs_factor and measured_factor is null and quantity <> 0
                            then 'no_factor'
                            when lacks_formula and quantity <> 0
                            then 'no_formula'
                        end
                    )
            end as quantity_reason_code
        from quantities
    )

select {{ lingtan.activity_columns(["gas_code", "role_code", "source_code", "measured_factor"]) }}
from judged
