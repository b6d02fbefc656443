-- Where each park of one build ({side}) stands against the threshold of the core indicator, by energy measure: at most it,
-- above it, or the reason why that is not determined. Cross-multiplied: no quotient decides (DESIGN section 6).
select
    reference_year,
    park_code,
    boundary_code,
    method_code,
    energy_method_code,
    province_code,
    threshold_value,
    carbon_per_energy,
    case
        when not_determined_reason_code is not null
        then not_determined_reason_code
        when
            cast(emission_tco2e as decimal(26, 12))
            <= cast(threshold_value as decimal(10, 6)) * cast(energy_tce as decimal(26, 12))
        then 'at_most'
        else 'above'
    end as state_code
from {side}_mart_carbon_per_energy
