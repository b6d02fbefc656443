{{ config(materialized="ephemeral") }}

-- Plants of which more certificates are claimed than they sent to the grid (int_claims__plants): one row for
-- the park of the plant, and one for every line that is blocked by it.
with
    sides as (
        select
            periods.submission_id,
            'plant ' || plants.plant_code as subject_code,
            cast(null as string) as unit_code,
            plants.claimed_mwh,
            plants.tradable_mwh
        from {{ ref("int_claims__plants") }} as plants
        inner join
            {{ ref("int_periods__counted") }} as periods
            on plants.park_code = periods.park_code
            and plants.generation_year = periods.reference_year
            and periods.is_counted
        union all
        select
            claims.submission_id,
            claims.unit_code
            || '/'
            || claims.line_id
            || ' = plant '
            || plants.park_code
            || '/'
            || plants.plant_code as subject_code,
            claims.unit_code,
            plants.claimed_mwh,
            plants.tradable_mwh
        from {{ ref("int_claims__plants") }} as plants
        inner join
            {{ ref("int_claims__outcomes") }} as claims
            on plants.plant_code = claims.plant_code
            and plants.generation_year = claims.generation_year
            and claims.claim_outcome_code = 'exceeds_grid_power'
    )

    {{ lingtan.claims_beyond_source("certificates_exceed_grid_power", "tradable_mwh") }}
