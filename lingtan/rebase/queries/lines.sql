-- Every line of emissions, energy and inventories of one build ({side}), with the reference row behind its amount.
select
    'emission' as line_kind_code,
    'tCO2e' as unit,
    reference_year,
    province_code,
    park_code,
    submission_id,
    period_code,
    table_name,
    line_id,
    activity_code,
    boundary_code,
    view_code,
    entry_kind_code,
    method_code,
    term_code,
    component_code,
    scope_code,
    gas_code,
    scope2_basis_code,
    carrier_code,
    quantity,
    sign,
    factor_id,
    factor_value,
    gwp_value,
    not_estimated_reason_code,
    emission_tco2e as amount
from {side}_fct_emissions
union all by name
select
    'inventory' as line_kind_code,
    'tCO2e' as unit,
    reference_year,
    province_code,
    'NA' as park_code,
    submission_id,
    period_code,
    'energy' as table_name,
    row_code as line_id,
    'NA' as activity_code,
    'NA' as boundary_code,
    'province' as view_code,
    'own' as entry_kind_code,
    method_code,
    term_code,
    component_code,
    scope_code,
    'CO2' as gas_code,
    'NA' as scope2_basis_code,
    carrier_code,
    counted_quantity as quantity,
    sign,
    factor_id,
    factor_value,
    not_estimated_reason_code,
    emission_tco2e as amount
from {side}_fct_province_emissions
union all by name
select
    'energy' as line_kind_code,
    'tce' as unit,
    facts.reference_year,
    facts.province_code,
    facts.park_code,
    facts.submission_id,
    facts.period_code,
    facts.table_name,
    facts.line_id,
    facts.activity_code,
    facts.boundary_code,
    facts.view_code,
    facts.entry_kind_code,
    facts.energy_method_code as method_code,
    facts.side_code as term_code,
    'energy' as component_code,
    'NA' as scope_code,
    'NA' as gas_code,
    'NA' as scope2_basis_code,
    facts.carrier_code,
    facts.quantity,
    facts.sign,
    case when facts.coefficient_source_code = 'measured' then 'own' else listed.coefficient_id end as factor_id,
    facts.coefficient_tce as factor_value,
    facts.not_estimated_reason_code,
    facts.energy_tce as amount
from {side}_fct_energy as facts
inner join seed_energy_methods as methods on facts.energy_method_code = methods.energy_method_code
left join
    {side}_dim_coefficients as listed
    on facts.reference_year = listed.reference_year
    and methods.energy_basis_code = listed.energy_basis_code
    and facts.carrier_code = listed.carrier_code
