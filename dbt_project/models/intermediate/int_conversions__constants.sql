-- The documented constants of the formulas as one row: no number of theirs stands in SQL (L8).
with
    listed as (
        select parameter_code as code, cast(value as decimal(17, 12)) as value
        from {{ ref("parameters") }}
        union all
        select 'unit/' || unit_code as code, cast(multiplier as decimal(17, 12)) as value
        from {{ ref("units") }}
        where unit_code in ('kg', 'MJ', 'TJ')
    ),

    constants as (
        select
            max(case when code = 'carbon_to_co2_numerator' then value end) as carbon_to_co2_numerator,
            max(case when code = 'carbon_to_co2_denominator' then value end) as carbon_to_co2_denominator,
            max(case when code = 'tce_per_gj' then value end) as tce_per_gj,
            max(case when code = 'feed_water_enthalpy_kj_per_kg' then value end) as feed_water_enthalpy,
            max(case when code = 'certificate_mwh' then value end) as certificate_mwh,
            max(case when code = 'certificate_valid_years' then value end) as certificate_valid_years,
            max(
                case when code = 'certificate_extended_before_year' then value end
            ) as certificate_extended_before_year,
            max(
                case when code = 'certificate_extended_through_year' then value end
            ) as certificate_extended_through_year,
            max(case when code = 'check_tolerance_ratio' then value end) as check_tolerance_ratio,
            max(case when code = 'unit/kg' then value end) as t_per_kg,
            max(case when code = 'unit/MJ' then value end) as gj_per_mj,
            max(case when code = 'unit/TJ' then value end) as gj_per_tj
        from listed
    )

select
    cast(carbon_to_co2_numerator as decimal(3, 0)) as carbon_to_co2_numerator,
    cast(carbon_to_co2_denominator as decimal(3, 0)) as carbon_to_co2_denominator,
    tce_per_gj,
    cast(feed_water_enthalpy as decimal(10, 6)) as feed_water_enthalpy,
    cast(certificate_mwh as decimal(12, 6)) as certificate_mwh,
    cast(certificate_valid_years as integer) as certificate_valid_years,
    cast(certificate_extended_before_year as integer) as certificate_extended_before_year,
    cast(certificate_extended_through_year as integer) as certificate_extended_through_year,
    cast(check_tolerance_ratio as decimal(7, 6)) as check_tolerance_ratio,
    cast(t_per_kg as decimal(12, 6)) as t_per_kg,
    cast(gj_per_mj as decimal(12, 6)) as gj_per_mj,
    -- What every product of a fuel factor is divided by: t CO2/TJ x 12, with the GJ of a TJ.
    cast(
        {{ lingtan.product("carbon_to_co2_denominator", 3, 0, "gj_per_tj", 12, 6) }} as decimal(12, 0)
    ) as fuel_factor_denominator
from constants
