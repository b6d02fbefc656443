-- Every reference row cites a document of the list (L8).
{%- set citing = [
    "clean_energies",
    "combustion_factors",
    "emission_factors",
    "energy_methods",
    "formula_defaults",
    "formulas",
    "fuel_factor_fallbacks",
    "fuel_parameters",
    "gwp",
    "indicator_thresholds",
    "industries",
    "method_terms",
    "methods",
    "parameters",
    "park_types",
    "provinces",
    "scope3_categories",
    "stages",
    "standard_coal",
] -%}
{%- for seed in citing %}
    select '{{ seed }}' as seed_name, document_code
    from {{ ref(seed) }}
    where document_code not in (select document_code from {{ ref("documents") }})
    {%- if not loop.last %}
        union all
    {%- endif %}
{%- endfor %}
