-- zh: 绿色电力占用电量的比例：绿电交易与绿证（已核销）、直连、自发自用
-- en: The share of green power in power use: cleared trades and certificates, direct lines, own generation
select
    parks.park_code, parks.park_name_zh, profile.power_use_mwh, profile.green_power_mwh,
    profile.direct_power_mwh, profile.own_non_fossil_use_mwh,
    cast(profile.green_power_mwh / nullif(profile.power_use_mwh, 0) as decimal(38, 6)) as green_share_ratio,
    profile.direct_supply_share_ratio
from mart_park_profile as profile
inner join dim_parks as parks using (reference_year, park_code)
where
    profile.reference_year = 2025
    and profile.boundary_code = 'physical'
    and profile.power_use_mwh is not null
order by green_share_ratio desc nulls last, parks.park_code;
