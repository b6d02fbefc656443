-- The periods that each park return covers, and which of them tile its year: the longest year to date, then
-- quarters wholly after it, then months that are not covered yet; where these are no year, quarters and
-- months
-- alone.
{%- set candidates = {"to_date": "months_to_date", "discrete": "0"} %}
with
    covers as (
        select submission_id, min(period_basis_code) as period_basis_code
        from {{ ref("stg_park_return__cover") }}
        group by submission_id
    ),

    named as (
        select
            planned.submission_id,
            planned.reference_year,
            planned.reporting_unit_code as park_code,
            planned.period_code,
            covers.period_basis_code,
            case
                when length(planned.period_code) = 4
                then 'year'
                when substr(planned.period_code, 6, 1) = 'Q'
                then 'quarter'
                else 'month'
            end as period_type_code,
            case
                when length(planned.period_code) = 4
                then 12
                when substr(planned.period_code, 6, 1) = 'Q'
                then 3 * cast(substr(planned.period_code, 7, 1) as integer)
                else cast(substr(planned.period_code, 6, 2) as integer)
            end as last_month
        from {{ ref("stg_plan__submissions") }} as planned
        left join covers on planned.submission_id = covers.submission_id
        where planned.form = 'park_return'
    ),

    spans as (
        select
            *,
            period_type_code <> 'year' and coalesce(period_basis_code, '') = 'year_to_date' as is_to_date,
            period_type_code = 'quarter' and coalesce(period_basis_code, '') <> 'year_to_date' as is_quarter,
            case
                when period_type_code = 'year' or period_basis_code = 'year_to_date'
                then 1
                when period_type_code = 'quarter'
                then last_month - 2
                else last_month
            end as first_month,
            case
                when last_month <= 3 then 1 when last_month <= 6 then 2 when last_month <= 9 then 3 else 4
            end as last_quarter
        from named
    ),

    -- A month and a quarter may end together: the code decides.
    ranked as (
        select
            *,
            row_number() over (
                partition by reference_year, park_code, is_to_date
                order by last_month desc nulls last, period_code nulls last
            ) as length_rank,
            coalesce(
                max(case when is_to_date then last_month end) over (partition by reference_year, park_code), 0
            ) as months_to_date
        from spans
    ),

    with_quarters as (
        select
            *,
            {%- for candidate, after in candidates.items() %}
                max(case when is_quarter and first_month > {{ after }} then 1 else 0 end) over (
                    partition by reference_year, park_code, last_quarter
                )
                = 1 as has_quarter_{{ candidate }}{{ "," if not loop.last }}
            {%- endfor %}
        from ranked
    ),

    taken as (
        select
            *,
            {%- for candidate, after in candidates.items() %}
                case
                    when is_to_date
                    then {{ candidate == "to_date" }} and length_rank = 1
                    else
                        period_type_code <> 'year'
                        and first_month > {{ after }}
                        and (is_quarter or not has_quarter_{{ candidate }})
                end as is_taken_{{ candidate }}{{ "," if not loop.last }}
            {%- endfor %}
        from with_quarters
    )

select
    submission_id,
    reference_year,
    park_code,
    period_code,
    period_basis_code,
    period_type_code,
    first_month,
    last_month,
    months_to_date,
    case
        {%- for candidate in candidates %}
            when
                sum(case when is_taken_{{ candidate }} then last_month - first_month + 1 else 0 end) over (
                    partition by reference_year, park_code
                )
                = 12
            then is_taken_{{ candidate }}
        {%- endfor %}
        else false
    end as is_tile
from taken
