-- What the plants of a park generate and use themselves; one figure not known makes its sum unknown.
with
    plants as (
        select
            *,
            coalesce(generated_notation_key_code, '') in ('NA', 'IE') as generated_is_elsewhere,
            coalesce(self_used_notation_key_code, '') in ('NA', 'IE') as self_used_is_elsewhere
        from {{ ref("fct_generation") }}
    )

select
    reference_year,
    park_code,
    boundary_code,
    cast(
        case
            when count(*) = count(case when generated_is_elsewhere or generated_mwh is not null then 1 end)
            then sum(generated_mwh)
        end as decimal(38, 6)
    ) as own_generation_mwh,
    cast(
        case
            when count(*) = count(case when self_used_is_elsewhere or self_used_mwh is not null then 1 end)
            then sum(self_used_mwh)
        end as decimal(38, 6)
    ) as own_use_mwh,
    cast(
        case
            when
                count(case when is_non_fossil then 1 end) = count(
                    case
                        when is_non_fossil and (self_used_is_elsewhere or self_used_mwh is not null) then 1
                    end
                )
            then coalesce(sum(case when is_non_fossil then self_used_mwh end), 0)
        end as decimal(38, 6)
    ) as own_non_fossil_use_mwh
from plants
group by reference_year, park_code, boundary_code
