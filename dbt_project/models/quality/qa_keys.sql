{%- set line = ["submission_id", "period_code", "table_name", "line_id", "activity_code", "boundary_code"] %}
{%- set keys = {
    "fct_emissions": line
    + [
        "view_code",
        "entry_kind_code",
        "method_code",
        "method_version",
        "term_code",
        "gas_code",
        "scope2_basis_code",
    ],
    "fct_energy": line + ["view_code", "entry_kind_code", "energy_method_code", "side_code"],
    "fct_power_heat": [
        "submission_id",
        "period_code",
        "line_id",
        "activity_code",
        "boundary_code",
    ],
    "fct_flows": [
        "submission_id",
        "period_code",
        "table_name",
        "line_id",
        "reported_by_code",
        "boundary_code",
    ],
    "fct_parameters": ["submission_id", "period_code", "table_name", "line_id", "parameter_code"],
    "fct_province_emissions": [
        "submission_id",
        "period_code",
        "row_code",
        "carrier_code",
        "method_code",
    ],
    "fct_activity": line + ["gas_code"],
    "fct_inventory_cells": ["submission_id", "row_code", "carrier_code"],
    "fct_clearing": ["submission_id", "line_id"],
    "fct_instruments": ["submission_id", "line_id"],
    "fct_generation": ["submission_id", "line_id", "boundary_code"],
    "fct_units": ["submission_id", "unit_code", "boundary_code"],
    "fct_gaps": [
        "reference_year",
        "park_code",
        "boundary_code",
        "method_code",
        "term_code",
        "reason_code",
        "submission_id",
        "table_name",
        "line_id",
        "activity_code",
    ],
    "fct_uncounted_emissions": line
    + ["method_code", "method_version", "term_code", "gas_code", "scope2_basis_code"],
} %}

-- Counted once here; the dbt test reads this table, so
-- that a key of 80 million rows is not grouped twice.
with
    {% for table, columns in keys.items() %}
        {{ table }}_keys as (
            select
                {% for column in columns %}
                    coalesce(cast({{ column }} as string), '?'){% if not loop.last %} || '/' || {% endif %}
                {% endfor %} as check_key,
                count(*) > 1
                {%- for column in columns %} or {{ column }} is null{%- endfor %} as is_failing
            from {{ ref(table) }}
            group by {{ columns | join(", ") }}
        )
        {% if not loop.last %},{% endif %}
    {% endfor %}
{% for table in keys %}
        {{ lingtan.gate_check("W-KEYS-UNIQUE", table, table ~ "_keys") }}
    {% if not loop.last %}
        union all
    {% endif %}
{% endfor %}
