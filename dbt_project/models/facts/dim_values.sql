{%- set parts = {
    "net_calorific_value": "GJ per canonical unit",
    "per_tj_numerator": "t of gas per TJ x 12",
    "oxidation_ratio": "ratio",
} %}

-- What formulas use beside emission factors, so that a release explains itself without the seeds (L8, L13).
select
    'constant/' || parameter_code as value_id,
    'constant' as value_kind_code,
    cast(value as decimal(26, 12)) as value,
    unit,
    document_code,
    is_verified
from {{ ref("parameters") }}
union all
-- A multiple of a unit is a definition: no document measures it.
select
    'unit/' || unit_code as value_id,
    'unit' as value_kind_code,
    cast(multiplier as decimal(26, 12)) as value,
    canonical_unit_code || '/' || unit_code as unit,
    cast(null as string) as document_code,
    true as is_verified
from {{ ref("units") }}
union all
-- A version that serves several years has its potentials once.
select distinct
    'gwp/' || methods.method_code || '/' || methods.method_version || '/' || gwp.gas_code as value_id,
    'gwp' as value_kind_code,
    cast(gwp.gwp as decimal(26, 12)) as value,
    'tCO2e/t' as unit,
    gwp.document_code,
    gwp.is_verified
from {{ ref("int_methods__planned") }} as methods
inner join {{ ref("gwp") }} as gwp on methods.gwp_set_code = gwp.gwp_set_code
union all
select
    'coefficient/'
    || cast(reference_year as string)
    || '/'
    || energy_basis_code
    || '/'
    || carrier_code as value_id,
    'coefficient' as value_kind_code,
    cast(coefficient_tce as decimal(26, 12)) as value,
    'tce per canonical unit' as unit,
    document_code,
    is_verified
from {{ ref("int_energy__coefficients") }}
union all
select
    'threshold/' || indicator_code || '/' || size_class_code as value_id,
    'threshold' as value_kind_code,
    cast(threshold_value as decimal(26, 12)) as value,
    unit,
    document_code,
    is_verified
from {{ ref("indicator_thresholds") }}
where system_code = 'CN-NDRC-910'
{%- for part, unit in parts.items() %}
    union all
    select
        'part/' || factor_id || '/{{ part }}' as value_id,
        'factor_part' as value_kind_code,
        cast({{ part }} as decimal(26, 12)) as value,
        '{{ unit }}' as unit,
        document_code,
        is_verified
    from {{ ref("int_factors__derived") }}
    where {{ part }} is not null
{%- endfor %}
union all
-- What a formula takes where its unit gives nothing.
select
    'default/'
    || source_code
    || '/'
    || parameter_code
    || '/'
    || coalesce(gas_code, '*')
    || '/'
    || coalesce(treatment_code, '*') as value_id,
    'formula_default' as value_kind_code,
    cast(value as decimal(26, 12)) as value,
    'canonical unit of the parameter' as unit,
    document_code,
    is_verified
from {{ ref("formula_defaults") }}
union all
select
    'stage/' || stage_code || '/net_most_tco2e' as value_id,
    'stage' as value_kind_code,
    cast(net_most_tco2e as decimal(26, 12)) as value,
    'tCO2e' as unit,
    document_code,
    is_verified
from {{ ref("stages") }}
