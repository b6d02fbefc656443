-- The register of claims (L6): every certificate, offset, credit sold and MWh of a direct line of the returns
-- that are a park's year, what of it counts, what is blocked, why, and which other claims, or which plant or
-- supplier, stand against it. Whole units: no share inside a boundary is taken. What a unit of a nested park
-- claims counts, in the nation, in the park around it that states it too.
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
from {{ ref("int_claims__register") }} as claims
inner join
    {{ ref("int_periods__boundaries") }} as returns
    on claims.submission_id = returns.submission_id
    and returns.is_counted
left join
    {{ ref("int_units__nested") }} as nested
    on claims.submission_id = nested.submission_id
    and returns.boundary_code = nested.boundary_code
    and claims.unit_code = nested.unit_code
left join
    {{ ref("int_claims__collisions") }} as pairs
    on claims.submission_id = pairs.submission_id
    and claims.table_name = pairs.table_name
    and claims.line_id = pairs.line_id
