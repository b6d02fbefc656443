-- A month of a park is in its year of a boundary once: either the annual return or the periods
-- that tile it, and facts come from nothing else (L6).
with
    spans as (
        select
            reference_year,
            park_code,
            boundary_code,
            first_month,
            last_month,
            coalesce(
                max(last_month) over (
                    partition by reference_year, park_code, boundary_code
                    order by first_month nulls last, last_month nulls last, submission_id nulls last
                    rows between unbounded preceding and 1 preceding
                ),
                0
            ) as months_before
        from {{ ref("int_periods__counted") }}
        where is_counted
    ),

    years as (
        select
            cast(reference_year as string) || '/' || park_code || '/' || boundary_code as check_key,
            count(case when first_month <> months_before + 1 then 1 end) > 0
            or max(last_month) <> 12
            or count(case when first_month is null or last_month is null then 1 end) > 0 as is_failing
        from spans
        group by reference_year, park_code, boundary_code
    ),

    counted as (
        select submission_id, boundary_code from {{ ref("int_periods__boundaries") }} where is_counted
    ),

    used as (
        select distinct submission_id, boundary_code
        from {{ ref("fct_emissions") }}
        union
        select distinct submission_id, boundary_code
        from {{ ref("fct_energy") }}
        union
        select distinct submission_id, boundary_code
        from {{ ref("fct_power_heat") }}
    ),

    facts as (
        select
            used.submission_id || '/' || used.boundary_code as check_key,
            counted.submission_id is null as is_failing
        from used
        left join
            counted
            on used.submission_id = counted.submission_id
            and used.boundary_code = counted.boundary_code
    )

    {{ lingtan.gate_check("W-YEAR-COUNTED-ONCE", "dim_submissions", "years") }}
union all
{{ lingtan.gate_check("W-FACTS-COUNTED", "fct_emissions", "facts") }}
