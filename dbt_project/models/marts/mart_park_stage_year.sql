-- A park reaches a stage where its net is no more than the stage allows, and nothing is missing that could
-- raise it. What is known of scope 3 alone may already be too much: then nothing more is asked.
with
    judged as (
        select
            *,
            cast(decides_gross_tco2e + removed_tco2e + offset_tco2e as decimal(38, 12)) as stage_net_tco2e,
            cast(decides_gross_tco2e + removed_tco2e as decimal(38, 12)) as stage_net_without_offsets_tco2e,
            cast(
                beside_gross_tco2e + removed_tco2e + offset_tco2e as decimal(38, 12)
            ) as stage_net_beside_tco2e,
            {%- for basis in ["decides", "beside"] %}
                case
                    when {{ basis }}_gross_tco2e is null
                    then coalesce(absent_reason_code, 'no_activity_reported')
                    when is_{{ basis }}_partial
                    then 'partial'
                end as {{ basis }}_reason_code,
            {%- endfor %}
            case
                when not has_scope3
                then null
                when is_screened_whole is null
                then 'no_scope3'
                when
                    not is_screened_whole
                    or covered_tco2e
                    < {{ lingtan.product("screened_tco2e", 26, 6, "least_coverage_ratio", 7, 6) }}
                then 'scope3_coverage_incomplete'
                when scope3_not_estimated_count > 0
                then 'scope3_not_estimated'
            end as scope3_reason_code
        from {{ ref("int_stages__nets") }}
    )

select
    reference_year,
    park_code,
    boundary_code,
    method_code,
    stage_code,
    province_code,
    decides_gross_tco2e as stage_gross_tco2e,
    removals_tco2e,
    offsets_tco2e,
    stage_net_tco2e,
    stage_net_without_offsets_tco2e,
    stage_net_beside_tco2e,
    {{ lingtan.stage_status("stage_net_tco2e") }} as status_code,
    {{ lingtan.stage_status("stage_net_without_offsets_tco2e") }} as status_without_offsets_code,
    {{ lingtan.stage_status("stage_net_beside_tco2e", "beside_reason_code") }} as status_beside_code,
    case
        when {{ lingtan.stage_status("stage_net_tco2e") }} = 'not_determined'
        then coalesce(decides_reason_code, scope3_reason_code)
    end as reason_code,
    scope3_coverage_ratio,
    case
        when {{ lingtan.stage_status("stage_net_tco2e") }} = 'reached'
        then
            case
                when stage_net_without_offsets_tco2e <= net_most_tco2e
                then cast(0 as decimal(26, 12))
                else
                    cast(
                        {{
                            lingtan.exact_ratio(
                                "stage_net_without_offsets_tco2e - net_most_tco2e",
                                12,
                                "decides_gross_tco2e",
                                12,
                                6,
                            )
                        }} as decimal(26, 12)
                    )
            end
    end as offset_share_ratio
from judged
