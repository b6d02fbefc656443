-- A refused row makes the province partial, also where its cell is not known.
with
    refused as (
        select distinct submission_id
        from {{ ref("stg_plan__submissions") }}
        where form = 'province_inventory' and rows_refused > 0
    )

select
    facts.reference_year,
    facts.province_code,
    facts.method_code,
    cast(sum(facts.emission_tco2e) as decimal(38, 12)) as emission_tco2e,
    cast(count(facts.not_estimated_reason_code) as bigint) as not_estimated_count,
    count(facts.not_estimated_reason_code) > 0 or count(refused.submission_id) > 0 as is_partial
from {{ ref("fct_province_emissions") }} as facts
left join refused on facts.submission_id = refused.submission_id
group by facts.reference_year, facts.province_code, facts.method_code
