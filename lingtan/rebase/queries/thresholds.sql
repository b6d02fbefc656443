-- Parks that cross the threshold of the core indicator, or become comparable with one or cease to be.
select
    {key},
    coalesce(mine.province_code, other.province_code) as province_code,
    mine.state_code as old_state_code,
    other.state_code as new_state_code,
    mine.carbon_per_energy as old_carbon_per_energy,
    other.carbon_per_energy as new_carbon_per_energy,
    mine.threshold_value as old_threshold_value,
    other.threshold_value as new_threshold_value
from old_states as mine
full join new_states as other using ({key})
where mine.state_code is distinct from other.state_code
order by {key}
