{%- set figures = ["gross_output_current_10k_cny", "value_added_current_10k_cny"] %}

-- Size of each unit inside a boundary of a counted return: of a legal person its share. People are
-- those of the newest period.
select
    units.submission_id,
    units.unit_code,
    inside.boundary_code,
    units.reference_year,
    units.period_code,
    units.park_code,
    units.province_code,
    units.last_month = max(units.last_month) over (
        partition by units.reference_year, units.park_code, inside.boundary_code
    ) as is_newest,
    case when inside.is_shared then inside.share_ratio end as boundary_share_ratio,
    inside.share_reason_code as not_estimated_reason_code,
    nested.counted_park_code,
    nested.nesting_view_code,
    cast(units.employees as bigint) as employees,
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
left join
    {{ ref("int_units__nested") }} as nested
    on units.submission_id = nested.submission_id
    and inside.boundary_code = nested.boundary_code
    and units.unit_code = nested.unit_code
