-- Every own entry of every planned park method: the lines, and the floors of deductions, which are
-- amounts of their own. Parts of a year that are not counted are here too (is_counted).
{%- set shared = [
    "submission_id",
    "table_name",
    "line_id",
    "boundary_code",
    "method_code",
    "method_version",
    "term_code",
    "gas_code",
    "scope2_basis_code",
    "reference_year",
    "period_code",
    "park_code",
    "province_code",
    "is_counted",
    "unit_code",
    "industry_division_code",
    "component_code",
    "scope_code",
    "gas_group_code",
    "source_category_code",
    "activity_code",
    "gwp_value",
    "mass_t",
    "emission_tco2e",
    "is_memo",
] %}

select
    {%- for column in shared %} {{ column }}, {%- endfor %}
    coalesce(carrier_code, 'NA') as carrier_code,
    quantity,
    canonical_unit_code,
    factor_id,
    factor_value,
    factor_source_code,
    cast(counted_sign as integer) as sign,
    final_notation_key_code as notation_key_code,
    final_reason_code as not_estimated_reason_code,
    elimination_view_code
from {{ ref("int_emissions__balanced") }}
union all
select
    {%- for column in shared %} {{ column }}, {%- endfor %}
    'NA' as carrier_code,
    cast(null as decimal(20, 6)) as quantity,
    cast(null as string) as canonical_unit_code,
    cast(null as string) as factor_id,
    cast(null as decimal(17, 12)) as factor_value,
    cast(null as string) as factor_source_code,
    sign,
    cast(null as string) as notation_key_code,
    cast(null as string) as not_estimated_reason_code,
    cast(null as string) as elimination_view_code
from {{ ref("int_emissions__floors") }}
