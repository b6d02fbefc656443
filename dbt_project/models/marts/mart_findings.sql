-- What the build noticed and left as it is; the words are those of the code list (L10).
with
    -- Totals by location where a method has bases: they are alternatives, a sum takes one.
    periods as (
        select
            reference_year,
            park_code,
            boundary_code,
            province_code,
            'periods_differ' as finding_code,
            method_code as subject_code,
            cast(
                sum(
                    case
                        when scope_code in ('NA', '1', '2') and scope2_basis_code <> 'market'
                        then annual_tco2e
                    end
                ) as decimal(38, 12)
            ) as value_a,
            cast(
                sum(
                    case
                        when scope_code in ('NA', '1', '2') and scope2_basis_code <> 'market'
                        then periods_tco2e
                    end
                ) as decimal(38, 12)
            ) as value_b,
            'tCO2e' as unit_code
        from {{ ref("mart_period_differences") }}
        group by reference_year, park_code, boundary_code, province_code, method_code
        having count(case when difference_tco2e <> 0 then 1 end) > 0
    ),

    found as (
        select *
        from {{ ref("int_findings__lines") }}
        union all
        select *
        from {{ ref("int_findings__units") }}
        union all
        select *
        from {{ ref("int_findings__claims") }}
        union all
        select *
        from {{ ref("int_findings__collisions") }}
        union all
        select *
        from {{ ref("int_findings__plants") }}
        union all
        select *
        from {{ ref("int_findings__direct") }}
        union all
        select *
        from {{ ref("int_findings__periods") }}
        union all
        select *
        from {{ ref("int_findings__balances") }}
        union all
        select *
        from {{ ref("int_findings__flows") }}
        union all
        select *
        from {{ ref("int_findings__nesting") }}
        union all
        select *
        from {{ ref("int_findings__predecessors") }}
        union all
        select
            reference_year,
            park_code,
            boundary_code,
            province_code,
            finding_code,
            subject_code,
            value_a,
            value_b,
            cast(coalesce(value_a, 0) - coalesce(value_b, 0) as decimal(38, 12)) as difference,
            unit_code
        from periods
        union all
        select *
        from {{ ref("int_findings__energy") }}
    )

select
    found.reference_year,
    found.park_code,
    found.boundary_code,
    found.finding_code,
    found.subject_code,
    found.province_code,
    found.value_a,
    found.value_b,
    found.difference,
    found.unit_code,
    messages.name_zh as message_zh,
    messages.name_en as message_en
from found
left join
    {{ ref("code_lists") }} as messages
    on found.finding_code = messages.code
    and messages.list_code = 'build_findings'
