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
        select parks.submission_id
        from {{ ref("mart_coverage") }} as coverage
        inner join
            {{ ref("dim_parks") }} as parks
            on coverage.reference_year = parks.reference_year
            and coverage.park_code = parks.park_code
    ),

    submissions_placed as (
        select planned.submission_id as check_key, placed.submission_id is null as is_failing
        from {{ ref("stg_plan__submissions") }} as planned
        left join placed on planned.submission_id = placed.submission_id
        where planned.form in ('park_return', 'province_inventory')
    )

    {{ lingtan.gate_check("W-SUBMISSIONS-PLACED", "submissions", "submissions_placed") }}
