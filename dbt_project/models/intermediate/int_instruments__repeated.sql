{{ config(materialized="table") }}

-- Claims on serials that an earlier claim of the park's year holds already, in whatever return or unit: they
-- count nothing (L6). Serials are compared as texts of one length, within one type of instrument; what is
-- counted and what is only at hand claim apart, as the two boundaries do.
{%- set group = [
    "reference_year",
    "park_code",
    "boundary_code",
    "is_counted",
    "instrument_type_code",
    "serial_length",
] %}
with
    claims as (
        select
            periods.reference_year,
            periods.park_code,
            periods.boundary_code,
            periods.is_counted,
            lines.instrument_type_code,
            length(lines.serial_first) as serial_length,
            lines.submission_id,
            lines.line_id,
            lines.serial_first,
            lines.serial_last,
            row_number() over (
                partition by
                    periods.reference_year,
                    periods.park_code,
                    periods.boundary_code,
                    periods.is_counted,
                    lines.instrument_type_code,
                    length(lines.serial_first)
                order by
                    periods.period_code nulls last, lines.submission_id nulls last, lines.line_id nulls last
            ) as claim_order
        from {{ ref("int_instruments__lines") }} as lines
        inner join {{ ref("int_periods__counted") }} as periods on lines.submission_id = periods.submission_id
        where lines.is_claim and (periods.is_counted or periods.is_at_hand)
    ),

    reached as (
        select
            *,
            max(serial_last) over (
                partition by {{ group | join(", ") }}
                order by serial_first nulls last, claim_order nulls last
                rows between unbounded preceding and 1 preceding
            ) as last_before
        from claims
    ),

    -- Claims of two clusters cannot overlap: serials between them are claimed by nobody.
    clusters as (
        select
            *,
            sum(case when serial_first <= last_before then 0 else 1 end) over (
                partition by {{ group | join(", ") }}
                order by serial_first nulls last, claim_order nulls last
                rows between unbounded preceding and current row
            ) as cluster_number
        from reached
    )

select distinct later.submission_id, later.line_id
from clusters as later
inner join
    clusters as earlier on later.cluster_number = earlier.cluster_number
    {%- for column in group %} and later.{{ column }} = earlier.{{ column }} {%- endfor %}
where
    earlier.claim_order < later.claim_order
    and earlier.serial_first <= later.serial_last
    and later.serial_first <= earlier.serial_last
