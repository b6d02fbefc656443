{{ config(materialized="ephemeral") }}

-- Every claim of a return once: certificates and offsets, credits sold, MWh of a direct line; what of it
-- counts, what is blocked and why; for power, the plant or supplier that it exceeds.
select
    lines.submission_id,
    'instruments' as table_name,
    lines.line_id,
    lines.unit_code,
    lines.instrument_type_code as claim_type_code,
    lines.serial_first,
    lines.serial_last,
    lines.claim_year,
    lines.canonical_unit_code,
    cleared.quantity as claimed_quantity,
    cleared.counted_quantity,
    cleared.blocked_quantity,
    cleared.claim_outcome_code,
    cleared.plant_key as source_key
from {{ ref("int_instruments__lines") }} as lines
inner join
    {{ ref("int_claims__cleared") }} as cleared
    on lines.submission_id = cleared.submission_id
    and lines.line_id = cleared.line_id
union all
-- A sale is added back whatever stands against it; a removal that is kept though its credits are
-- retired elsewhere counts nothing.
select
    removals.submission_id,
    'removals' as table_name,
    removals.line_id,
    removals.unit_code,
    'removal_credit' as claim_type_code,
    removals.credit_serial as serial_first,
    removals.credit_serial as serial_last,
    cast(null as integer) as claim_year,
    't' as canonical_unit_code,
    case when removals.is_kept then removals.quantity else removals.credit_quantity end as claimed_quantity,
    case
        when removals.is_kept or removals.role_code = 'not_stored' then 0 else removals.credit_quantity
    end as counted_quantity,
    case
        when removals.is_kept and pairs.is_claimed_twice = 1 then removals.quantity else 0
    end as blocked_quantity,
    case
        when removals.role_code = 'not_stored'
        then 'not_stored'
        when removals.credit_serial is null
        then 'no_serial'
        when pairs.is_claimed_twice = 1
        then 'claimed_twice'
        when pairs.line_id is not null
        then 'repeated'
        when removals.is_kept
        then 'not_sold'
        else 'counted'
    end as claim_outcome_code,
    cast(null as string) as source_key
from {{ ref("int_removals__lines") }} as removals
left join
    {{ ref("int_claims__collisions") }} as pairs
    on removals.submission_id = pairs.submission_id
    and removals.line_id = pairs.line_id
    and pairs.table_name = 'removals'
where removals.credit_serial is not null or removals.credit_quantity > 0
union all
select
    submission_id,
    'power_heat' as table_name,
    line_id,
    unit_code,
    'direct_line' as claim_type_code,
    cast(null as string) as serial_first,
    cast(null as string) as serial_last,
    cast(null as integer) as claim_year,
    'MWh' as canonical_unit_code,
    quantity as claimed_quantity,
    case when claim_outcome_code = 'counted' then quantity else 0 end as counted_quantity,
    case when claim_outcome_code = 'counted' then 0 else quantity end as blocked_quantity,
    claim_outcome_code,
    supplier_code as source_key
from {{ ref("int_claims__direct") }}
