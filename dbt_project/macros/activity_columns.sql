{#- What a line of any family says (type none) or can say, with its type: the interface of `int_activity`. A
    family names what it has beyond the first; the rest is null, so that the families can be stacked by position
    on every engine. -#}
{%- macro activity_columns(given=[]) -%}
    {%- set types = {
        "submission_id": none,
        "table_name": none,
        "line_id": none,
        "unit_code": none,
        "activity_code": none,
        "carrier_code": "string",
        "use_code": "string",
        "kind_code": "string",
        "direction_code": "string",
        "counterparty_kind_code": "string",
        "counterparty_code": "string",
        "supply_origin_code": "string",
        "gas_code": "string",
        "product_code": "string",
        "route_code": "string",
        "role_code": "string",
        "source_code": "string",
        "listed_activity_code": "string",
        "canonical_unit_code": none,
        "canonical_quantity": none,
        "notation_key_code": none,
        "quantity_reason_code": none,
        "measured_net_calorific_value": "decimal(10, 6)",
        "measured_carbon_content": "decimal(10, 6)",
        "measured_oxidation_ratio": "decimal(7, 6)",
        "biogenic_share_ratio": "decimal(7, 6)",
        "measured_factor": "decimal(17, 12)",
        "factor_source_code": "string",
        "balance_code": "string",
        "carried_by_line": "string",
        "is_retired": "boolean",
    } -%}
    {%- for column in given if column not in types -%}
        {{ exceptions.raise_compiler_error("activity_columns: no column " ~ column) }}
    {%- endfor -%}
    {%- for column, type in types.items() -%}
        {%- if type is none or column in given %} {{ column }}
        {%- else %} cast(null as {{ type }}) as {{ column }}
        {%- endif -%}
        {%- if not loop.last %},{% endif %}
    {% endfor -%}
{%- endmacro -%}
