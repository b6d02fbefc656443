with
    placed as (
        select submission_id
        from {{ ref("fct_emissions") }}
        union
        select submission_id
        from {{ ref("fct_energy") }}
        union
        select submission_id
        from {{ ref("fct_province_emissions") }}
        union
        -- What was sent beside the year that counts is compared with it, or named in the coverage.
        select planned.submission_id
        from {{ ref("mart_coverage") }} as coverage
        inner join
            {{ ref("stg_plan__submissions") }} as planned
            on coverage.reference_year = planned.reference_year
            and coverage.park_code = planned.reporting_unit_code
        union
        select submission_id
        from {{ ref("int_periods__counted") }}
        where year_source_code <> 'incomplete' and not is_counted
    ),

    submissions_placed as (
        select planned.submission_id as check_key, placed.submission_id is null as is_failing
        from {{ ref("stg_plan__submissions") }} as planned
        left join placed on planned.submission_id = placed.submission_id
        where planned.form in ('park_return', 'province_inventory')
    )

    {{ lingtan.gate_check("W-SUBMISSIONS-PLACED", "submissions", "submissions_placed") }}
