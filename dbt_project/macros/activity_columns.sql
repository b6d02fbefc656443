{#- What a line of any family can say, with its type: the interface of `int_activity`. A family names what
    it has; the rest is null, so that the families can be stacked by position on every engine. -#}
{%- macro activity_columns(given) -%}
    {%- set types = {
        "submission_id": "string",
        "table_name": "string",
        "line_id": "string",
        "unit_code": "string",
        "activity_code": "string",
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
        "is_retired": "boolean",
    } -%}
    {%- for column in given if column not in types -%}
        {{ exceptions.raise_compiler_error("activity_columns: no column " ~ column) }}
    {%- endfor -%}
    {%- for column, type in types.items() -%}
        {%- if column in given %} {{ column }}
        {%- else %} cast(null as {{ type }}) as {{ column }}
        {%- endif -%}
        {%- if not loop.last %},{% endif %}
    {% endfor -%}
{%- endmacro -%}
