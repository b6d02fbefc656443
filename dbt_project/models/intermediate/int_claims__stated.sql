{{ config(materialized="table") }}

-- Every claim on serials that a return of a park's year makes, once for each boundary, in clusters of
-- ranges that may overlap: certificates among themselves; retired offsets with credits sold of removals.
{%- set group = ["ledger_code", "serial_length"] %}
with
    lines as (
        select
            submission_id,
            'instruments' as table_name,
            line_id,
            unit_code,
            instrument_type_code as claim_type_code,
            case instrument_type_code when 'offset' then 'offset' else 'certificate' end as ledger_code,
            claim_year,
            serial_first,
            serial_last,
            quantity,
            false as is_kept
        from {{ ref("int_instruments__lines") }}
        where is_stated
        union all
        -- A credit has one serial, and no year but that of its return.
        select
            submission_id,
            'removals' as table_name,
            line_id,
            unit_code,
            'removal_credit' as claim_type_code,
            'offset' as ledger_code,
            null as claim_year,
            credit_serial as serial_first,
            credit_serial as serial_last,
            case when is_kept then quantity else credit_quantity end as quantity,
            is_kept
        from {{ ref("int_removals__lines") }}
        where credit_serial is not null
    ),

    -- What a nested park's unit claims, the park around it may state too: one consumer.
    consumers as (
        select submission_id, unit_code, max(counted_park_code) as park_code
        from {{ ref("int_units__nested") }}
        group by submission_id, unit_code
    ),

    claims as (
        select
            periods.reference_year,
            periods.park_code,
            consumers.park_code as counted_park_code,
            periods.boundary_code,
            periods.is_counted,
            lines.submission_id,
            lines.table_name,
            lines.line_id,
            lines.unit_code,
            lines.claim_type_code,
            lines.ledger_code,
            coalesce(lines.claim_year, periods.reference_year) as claim_year,
            lines.serial_first,
            lines.serial_last,
            length(lines.serial_first) as serial_length,
            lines.quantity,
            lines.is_kept,
            row_number() over (
                order by
                    periods.period_code nulls last,
                    lines.submission_id nulls last,
                    lines.line_id nulls last,
                    lines.table_name nulls last,
                    periods.boundary_code nulls last
            ) as claim_order
        from lines
        inner join {{ ref("int_periods__counted") }} as periods on lines.submission_id = periods.submission_id
        left join
            consumers
            on lines.submission_id = consumers.submission_id
            and lines.unit_code = consumers.unit_code
        where periods.is_counted or periods.is_at_hand
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
    )

-- Claims of two clusters cannot overlap: serials between them are claimed by nobody.
select
    *,
    sum(case when serial_first <= last_before then 0 else 1 end) over (
        partition by {{ group | join(", ") }}
        order by serial_first nulls last, claim_order nulls last
        rows between unbounded preceding and current row
    ) as cluster_number
from reached
