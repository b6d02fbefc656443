{{ config(materialized="table") }}

{%- set columns = {
    "line_id": "string",
    "unit_code": "string",
    "activity_code": "string",
    "carrier_code": "string",
    "kind_code": "string",
    "direction_code": "string",
    "counterparty_kind_code": "string",
    "counterparty_code": "string",
    "product_code": "string",
    "route_code": "string",
    "role_code": "string",
    "canonical_unit_code": "string",
    "canonical_quantity": "decimal(20, 6)",
    "notation_key_code": "string",
    "quantity_reason_code": "string",
    "measured_net_calorific_value": "decimal(10, 6)",
    "measured_carbon_content": "decimal(10, 6)",
    "measured_oxidation_ratio": "decimal(7, 6)",
    "biogenic_share_ratio": "decimal(7, 6)",
    "measured_factor": "decimal(17, 12)",
    "factor_source_code": "string",
    "balance_code": "string",
    "carried_by_line": "string",
} %}
{%- set families = {
    "energy": [
        "line_id",
        "unit_code",
        "activity_code",
        "carrier_code",
        "canonical_unit_code",
        "canonical_quantity",
        "notation_key_code",
        "quantity_reason_code",
        "measured_net_calorific_value",
        "measured_carbon_content",
        "measured_oxidation_ratio",
        "biogenic_share_ratio",
        "balance_code",
        "carried_by_line",
    ],
    "power_heat": [
        "line_id",
        "unit_code",
        "activity_code",
        "carrier_code",
        "kind_code",
        "direction_code",
        "counterparty_kind_code",
        "counterparty_code",
        "canonical_unit_code",
        "canonical_quantity",
        "notation_key_code",
        "quantity_reason_code",
        "measured_factor",
    ],
    "process": [
        "line_id",
        "unit_code",
        "activity_code",
        "product_code",
        "route_code",
        "role_code",
        "canonical_unit_code",
        "canonical_quantity",
        "notation_key_code",
        "quantity_reason_code",
        "measured_factor",
        "factor_source_code",
        "balance_code",
    ],
} %}

-- Every used line of every planned park return, whatever
-- its table; methods and energy measures start from here.
with
    lines as (
        {% for family, has in families.items() %}
            select
                submission_id,
                '{{ family }}' as table_name
                {%- for column, type in columns.items() %}
                    ,
                    {% if column in has %} {{ column }}
                    {% else %} cast(null as {{ type }}) as {{ column }}
                    {% endif %}
                {%- endfor %}
            from {{ ref("int_activity__" ~ family) }}
            {% if not loop.last %}
                union all
            {% endif %}
        {% endfor %}
    ),

    -- A unit whose row was refused stays a unit of its park:
    -- what neighbours exchange with it is internal all the same.
    listed_units as (
        select distinct submission_id, unit_code
        from {{ ref("stg_park_return__units") }}
        where unit_code is not null
    ),

    shared as (
        select
            lines.*,
            planned.reference_year,
            planned.period_code,
            planned.reporting_unit_code as park_code,
            -- Of the park, not of the unit: a line of a refused unit belongs to the same province.
            parks.province_code,
            units.industry_division_code,
            case
                when listed.unit_code is null
                then 'unit_not_listed'
                when units.unit_code is null
                then 'unit_refused'
                when units.is_shared and units.physical_share_ratio is null
                then 'share_missing'
            end as share_reason_code,
            case
                when units.is_shared
                then
                    {{
                        lingtan.round_half_up(
                            lingtan.product(
                                "lines.canonical_quantity", 20, 6, "units.physical_share_ratio", 7, 6
                            ),
                            20,
                            6,
                        )
                    }}
                else lines.canonical_quantity
            end as shared_quantity,
            counterparties.unit_code is not null as is_internal
        from lines
        inner join
            {{ ref("stg_plan__submissions") }} as planned on lines.submission_id = planned.submission_id
        left join
            {{ ref("int_parks__registered") }} as parks
            on planned.reference_year = parks.reference_year
            and planned.reporting_unit_code = parks.park_code
        left join
            {{ ref("int_units__current") }} as units
            on lines.submission_id = units.submission_id
            and lines.unit_code = units.unit_code
        left join
            listed_units as listed
            on lines.submission_id = listed.submission_id
            and lines.unit_code = listed.unit_code
        left join
            listed_units as counterparties
            on lines.submission_id = counterparties.submission_id
            -- A condition on the lines alone would keep the engine from joining by key.
            and case when lines.counterparty_kind_code = 'unit' then lines.counterparty_code end
            = counterparties.unit_code
    )

select
    submission_id,
    reference_year,
    period_code,
    park_code,
    coalesce(province_code, 'NA') as province_code,
    table_name,
    line_id,
    unit_code,
    coalesce(industry_division_code, 'NA') as industry_division_code,
    activity_code,
    carrier_code,
    kind_code,
    direction_code,
    counterparty_kind_code,
    counterparty_code,
    is_internal,
    product_code,
    route_code,
    role_code,
    canonical_unit_code,
    case when share_reason_code is null then shared_quantity end as quantity,
    notation_key_code,
    coalesce(
        quantity_reason_code, case when notation_key_code is null then share_reason_code end
    ) as quantity_reason_code,
    measured_net_calorific_value,
    measured_carbon_content,
    measured_oxidation_ratio,
    biogenic_share_ratio,
    measured_factor,
    factor_source_code,
    balance_code,
    carried_by_line
from shared
