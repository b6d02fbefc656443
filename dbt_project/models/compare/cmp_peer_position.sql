select
    cast(peers.reference_year as integer) as reference_year,
    peers.park_code,
    peers.boundary_code,
    peers.method_code,
    peers.energy_method_code,
    peers.size_class_code,
    ratios.province_code,
    ratios.carbon_per_energy,
    cast(peers.peer_count as bigint) as peer_count,
    cast(peers.peer_median as decimal(26, 12)) as peer_median,
    cast(peers.peer_median_absolute_deviation as decimal(26, 12)) as peer_median_absolute_deviation,
    cast(peers.deviation_in_mad as decimal(26, 12)) as deviation_in_mad,
    cast(peers.rank_in_class as bigint) as rank_in_class,
    peers.reason_code
from {{ source("stat", "stat_peer_position") }} as peers
inner join
    {{ ref("mart_carbon_per_energy") }} as ratios
    on peers.reference_year = ratios.reference_year
    and peers.park_code = ratios.park_code
    and peers.boundary_code = ratios.boundary_code
    and peers.method_code = ratios.method_code
    and peers.energy_method_code = ratios.energy_method_code
