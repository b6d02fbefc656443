-- Which parts of a year tile it, in each boundary they report: the longest year to date, then quarters wholly
-- after it, then months that are not covered yet; where these are no year, quarters and months alone. What
-- makes no year yet is the year as far as it is at hand, chosen in the first of these two ways.
{%- set year = "reference_year, park_code, boundary_code" %}
{%- set candidates = {"to_date": "months_to_date", "discrete": "0"} %}
with
    -- A month and a quarter may end together: the code decides.
    ranked as (
        select
            *,
            row_number() over (
                partition by {{ year }}, is_to_date
                order by last_month desc nulls last, period_code nulls last
            ) as length_rank,
            coalesce(
                max(case when is_to_date then last_month end) over (partition by {{ year }}), 0
            ) as months_to_date
        from {{ ref("int_periods__spans") }}
    ),

    with_quarters as (
        select
            *,
            {%- for candidate, after in candidates.items() %}
                max(case when is_quarter and first_month > {{ after }} then 1 else 0 end) over (
                    partition by {{ year }}, last_quarter
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
    ),

    covered as (
        select
            *,
            {%- for candidate in candidates %}
                sum(case when is_taken_{{ candidate }} then last_month - first_month + 1 else 0 end) over (
                    partition by {{ year }}
                )
                = 12 as is_year_{{ candidate }}{{ "," if not loop.last }}
            {%- endfor %}
        from taken
    )

select
    submission_id,
    boundary_code,
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
            when is_year_{{ candidate }} then is_taken_{{ candidate }}
        {%- endfor %}
        else false
    end as is_tile,
    case
        {%- for candidate in candidates %}
            when is_year_{{ candidate }} then is_taken_{{ candidate }}
        {%- endfor %}
        else is_taken_to_date
    end as is_at_hand
from covered
