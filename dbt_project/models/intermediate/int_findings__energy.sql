{{ config(materialized="ephemeral") }}

-- Where energy counted in two ways is not the same: by use and by supply in each measure; by use and as the
-- statistical forms make it, beyond the tolerance of checks, by calorific value alone: one cause, one
-- finding.
select
    reference_year,
    park_code,
    boundary_code,
    province_code,
    'energy_sides_differ' as finding_code,
    energy_method_code as subject_code,
    energy_tce as value_a,
    supply_tce as value_b,
    difference_tce as difference,
    'tce' as unit_code
from {{ ref("mart_park_energy_year") }}
where difference_tce <> 0
union all
select
    energy.reference_year,
    energy.park_code,
    energy.boundary_code,
    energy.province_code,
    'energy_forms_differ' as finding_code,
    energy.energy_method_code as subject_code,
    energy.energy_tce as value_a,
    energy.forms_tce as value_b,
    energy.forms_difference_tce as difference,
    'tce' as unit_code
from {{ ref("mart_park_energy_year") }} as energy
inner join {{ ref("parameters") }} as allowed on allowed.parameter_code = 'check_tolerance_ratio'
where
    energy.energy_method_code = 'EN-CAL-F'
    and case
        when {{ lingtan.fits_decimal("energy.energy_tce", 26, 12) }}
        then
            abs(energy.forms_difference_tce)
            > {{ lingtan.product("abs(energy.energy_tce)", 26, 12, "allowed.value", 10, 6) }}
    end
