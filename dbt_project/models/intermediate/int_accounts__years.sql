{{ config(materialized="table") }}

-- The carbon account of every unit inside a boundary in one row a year: its entries with the signs of the
-- method, what it opened with and what it closes with. An account goes on where the same enterprise (credit
-- code and unit code) had one in the same park and boundary the year before.
{%- set account = ["reference_year", "park_code", "boundary_code", "unit_code"] %}
{%- set enterprise = "park_code, boundary_code, unit_code, credit_code" %}
{%- set entries = ["direct", "indirect", "claims", "removals", "offsets"] %}
with
    accounts as (
        select distinct
            inside.{{ account | join(", inside.") }},
            kept.method_code,
            units.province_code,
            units.credit_code,
            units.unit_name,
            units.industry_code
        from {{ ref("fct_units") }} as inside
        inner join
            {{ ref("dim_units") }} as units
            on inside.reference_year = units.reference_year
            and inside.park_code = units.park_code
            and inside.unit_code = units.unit_code
        inner join
            {{ ref("int_methods__boundaries") }} as methods
            on inside.reference_year = methods.reference_year
            and inside.boundary_code = methods.boundary_code
        inner join
            (select distinct method_code from {{ ref("components") }} where scope_code = 'account') as kept
            on methods.method_code = kept.method_code
    ),

    -- What is not applicable or included elsewhere says nothing of the account.
    entries as (
        select *, emission_tco2e is not null or not_estimated_reason_code is not null as is_known_of
        from {{ ref("fct_emissions") }}
        where scope_code = 'account' and view_code = 'unit'
    ),

    sums as (
        select
            {{ account | join(", ") }},
            {%- for entry in entries %}
                cast(
                    sum(case when component_code = '{{ entry }}' then emission_tco2e end) as decimal(38, 12)
                ) as {{ entry }}_tco2e,
                count(
                    case when component_code = '{{ entry }}' and is_known_of then 1 end
                ) as {{ entry }}_line_count,
                count(
                    case when component_code = '{{ entry }}' then not_estimated_reason_code end
                ) as {{ entry }}_not_estimated_count,
            {%- endfor %}
            sum(emission_tco2e) as movement_tco2e,
            count(case when is_known_of then 1 end) as line_count,
            count(not_estimated_reason_code) as not_estimated_count
        from entries
        group by {{ account | join(", ") }}
    ),

    refused as (
        select distinct inside.{{ account | join(", inside.") }}
        from {{ ref("int_rows__refused") }} as rows
        inner join
            {{ ref("fct_units") }} as inside
            on rows.submission_id = inside.submission_id
            and rows.unit_code = inside.unit_code
    ),

    years as (
        select
            accounts.*,
            {%- for entry in entries %}
                sums.{{ entry }}_tco2e,
                coalesce(sums.{{ entry }}_line_count, 0) as {{ entry }}_line_count,
                coalesce(sums.{{ entry }}_not_estimated_count, 0) as {{ entry }}_not_estimated_count,
            {%- endfor %}
            coalesce(sums.line_count, 0) as line_count,
            coalesce(sums.movement_tco2e, 0) as movement_tco2e,
            coalesce(sums.not_estimated_count, 0) as not_estimated_count,
            case when refused.unit_code is not null then 1 else 0 end as has_refused,
            -- Years without a gap between them have one number.
            accounts.reference_year - row_number() over (
                partition by accounts.{{ enterprise.replace(", ", ", accounts.") }}
                order by accounts.reference_year nulls last
            ) as run_number
        from accounts
        {%- for table in ["sums", "refused"] %}
            left join
                {{ table }}
                on accounts.reference_year = {{ table }}.reference_year
                and accounts.park_code = {{ table }}.park_code
                and accounts.boundary_code = {{ table }}.boundary_code
                and accounts.unit_code = {{ table }}.unit_code
        {%- endfor %}
    )

select
    *,
    row_number() over (partition by {{ enterprise }}, run_number order by reference_year nulls last)
    = 1 as is_opened,
    {%- for balance, last in {"opening": "1 preceding", "closing": "current row"}.items() %}
        {%- for column in ["movement_tco2e", "not_estimated_count", "has_refused"] %}
            coalesce(
                sum({{ column }}) over (
                    partition by {{ enterprise }}, run_number
                    order by reference_year nulls last
                    rows between unbounded preceding and {{ last }}
                ),
                0
            ) as {{ balance }}_{{ column }}
            {%- if not loop.last or balance == "opening" %},{% endif %}
        {%- endfor %}
    {%- endfor %}
from years
