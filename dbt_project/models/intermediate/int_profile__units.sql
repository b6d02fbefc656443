{{ config(materialized="ephemeral") }}

-- Size of a park's economy inside a boundary. Output and value added are sums over the counted periods;
-- people are those of the newest period. A unit that does not say makes the figure unknown, but small
-- tenants reported together and utilities count like any other.
{%- set figures = ["gross_output_current_10k_cny", "value_added_current_10k_cny"] %}

select
    reference_year,
    park_code,
    boundary_code,
    cast(count(distinct case when is_newest then unit_code end) as bigint) as unit_count,
    cast(
        case
            when count(case when is_newest then 1 end) = count(case when is_newest then employees end)
            then sum(case when is_newest then employees end)
        end as bigint
    ) as employees,
    {%- for figure in figures %}
        cast(
            case when count(*) = count({{ figure }}) then sum({{ figure }}) end as decimal(38, 6)
        ) as {{ figure }}
        {%- if not loop.last %},{% endif %}
    {%- endfor %}
from {{ ref("fct_units") }}
group by reference_year, park_code, boundary_code
