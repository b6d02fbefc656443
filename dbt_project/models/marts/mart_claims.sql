-- The register of claims (L6): every certificate, offset, credit sold and MWh of a direct line of the returns
-- that are a park's year, what of it counts, what is blocked, why, and which other claims, or which plant or
-- supplier, stand against it. Whole units: no share inside a boundary is taken. What a unit of a nested
-- park claims counts, in the nation, in the park
-- around it that states it too.
with
    pairs as (
        select
            submission_id,
            table_name,
            line_id,
            max(case when relation_code = 'claimed_twice' then 1 else 0 end) as is_claimed_twice,
            count(*) as collision_count,
            {{
                lingtan.key_list(
                    "other_park_code || '/' || other_unit_code || '/' || other_line_id || ' ' || overlap_first || '..' || overlap_last",
                    "true",
                )
            }}
            as collides_with
        from {{ ref("int_claims__pairs") }}
        group by submission_id, table_name, line_id
    ),

    claims as (
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
            case
                when removals.is_kept then removals.quantity else removals.credit_quantity
            end as claimed_quantity,
            case
                when removals.is_kept or removals.role_code = 'not_stored'
                then 0
                else removals.credit_quantity
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
            pairs
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
    ),

    returns as (
        select submission_id, boundary_code, reference_year, period_code, park_code, province_code
        from {{ ref("int_periods__boundaries") }}
        where is_counted
    )

select
    returns.reference_year,
    returns.park_code,
    returns.boundary_code,
    claims.submission_id,
    claims.table_name,
    claims.line_id,
    returns.period_code,
    returns.province_code,
    claims.unit_code,
    nested.counted_park_code,
    claims.claim_type_code,
    claims.serial_first,
    claims.serial_last,
    coalesce(
        claims.claim_year, case when claims.table_name <> 'instruments' then returns.reference_year end
    ) as claim_year,
    claims.canonical_unit_code,
    cast(claims.claimed_quantity as decimal(20, 6)) as claimed_quantity,
    cast(claims.counted_quantity as decimal(20, 6)) as counted_quantity,
    cast(claims.blocked_quantity as decimal(20, 6)) as blocked_quantity,
    claims.claim_outcome_code,
    cast(coalesce(pairs.collision_count, 0) as bigint) as collision_count,
    cast(coalesce(claims.source_key, pairs.collides_with, '') as string) as collides_with
from claims
inner join returns on claims.submission_id = returns.submission_id
left join
    {{ ref("int_units__nested") }} as nested
    on claims.submission_id = nested.submission_id
    and returns.boundary_code = nested.boundary_code
    and claims.unit_code = nested.unit_code
left join
    pairs
    on claims.submission_id = pairs.submission_id
    and claims.table_name = pairs.table_name
    and claims.line_id = pairs.line_id
