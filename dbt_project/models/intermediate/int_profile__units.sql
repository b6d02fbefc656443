-- Size of a park's economy inside a boundary. Output and value added are sums over the counted periods, of a
-- legal person its share; people are those of the newest period. A unit that does not say makes the
-- figure unknown, but small tenants reported together and utilities count like any other.
{%- set figures = ["gross_output_current_10k_cny", "value_added_current_10k_cny"] %}
with
    units as (
        select
            units.reference_year,
            units.park_code,
            inside.boundary_code,
            units.unit_code,
            units.employees,
            units.last_month = max(units.last_month) over (
                partition by units.reference_year, units.park_code, inside.boundary_code
            ) as is_newest,
            {%- for figure in figures %}
                case
                    when inside.share_reason_code is null
                    then
                        {{
                            lingtan.round_half_up(
                                lingtan.product(
                                    "units." ~ figure,
                                    25,
                                    12,
                                    "case when inside.is_shared then inside.share_ratio else 1 end",
                                    7,
                                    6,
                                ),
                                26,
                                6,
                            )
                        }}
                end as {{ figure }}
                {%- if not loop.last %},{% endif %}
            {%- endfor %}
        from {{ ref("int_units__current") }} as units
        inner join
            {{ ref("int_units__boundaries") }} as inside
            on units.submission_id = inside.submission_id
            and units.unit_code = inside.unit_code
            and not inside.is_outside
        inner join
            {{ ref("int_periods__boundaries") }} as periods
            on units.submission_id = periods.submission_id
            and inside.boundary_code = periods.boundary_code
            and periods.is_counted
    )

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
from units
group by reference_year, park_code, boundary_code
