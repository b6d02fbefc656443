select
    {{ lingtan.uncertainty_level() }},
    levels.emission_tco2e,
    levels.absolute_tco2e,
    levels.known_tco2e,
    {{
        lingtan.exact_ratio(
            lingtan.fitting_decimal("levels.known_tco2e", 26, 12),
            12,
            lingtan.fitting_decimal("levels.absolute_tco2e", 26, 12),
            12,
            6,
            7,
        )
    }} as known_share_ratio,
    levels.not_estimated_count,
    levels.uncertainty_status_code,
    levels.half_width_squared_tco2e2,
    cast(simulated.propagated_percent as decimal(28, 6)) as propagated_percent,
    cast(simulated.simulated_percent as decimal(28, 6)) as simulated_percent,
    cast(simulated.simulated_lower_tco2e as decimal(38, 6)) as simulated_lower_tco2e,
    cast(simulated.simulated_upper_tco2e as decimal(38, 6)) as simulated_upper_tco2e
from {{ ref("int_uncertainty__levels") }} as levels
left join {{ source("stat", "stat_uncertainty") }} as simulated using ({{ lingtan.uncertainty_level() }})
