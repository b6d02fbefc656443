{#- The emission of a group of entries and how many of them nobody could estimate. An elimination takes its own
    entry back, from the sum and from the count of what is missing: what stays inside is nothing, also where
    nobody knows it. -#}
{%- macro netted_entries() -%}
    cast(
        coalesce(
            sum(emission_tco2e),
            case when count(case when entry_kind_code = 'elimination' then 1 end) > 0 then 0 end
        ) as decimal(38, 12)
    ) as emission_tco2e,
    cast(
        sum(
            case
                when not_estimated_reason_code is null
                then 0
                when entry_kind_code = 'elimination'
                then -1
                else 1
            end
        ) as bigint
    ) as not_estimated_count
{%- endmacro -%}
