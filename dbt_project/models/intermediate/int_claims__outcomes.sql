{{ config(materialized="table") }}

-- What becomes of every certificate and offset before it meets the power of its unit: what may count, what
-- is blocked, and why. Blocked is a whole line: because somebody else claims its serials, or because more of
-- its plant's certificates are claimed than the plant sent to the grid, and the returns cannot say which of
-- them are too many.
with
    judged as (
        select
            claims.*,
            plants.park_code as plant_park_code,
            case
                when plants.plant_code is not null then 'exceeds_grid_power' else claims.claim_outcome_code
            end as outcome_code
        from {{ ref("int_claims__judged") }} as claims
        left join
            {{ ref("int_claims__plants") }} as plants
            on claims.plant_code = plants.plant_code
            and claims.generation_year = plants.generation_year
            and claims.instrument_type_code = 'green_certificate'
            and claims.valid_quantity > 0
    )

select
    submission_id,
    line_id,
    unit_code,
    instrument_type_code,
    bundle_code,
    plant_code,
    generation_year,
    plant_park_code,
    canonical_unit_code,
    is_generated_later,
    quantity,
    held_quantity,
    outcome_code as claim_outcome_code,
    case when outcome_code = 'exceeds_grid_power' then 0 else valid_quantity end as valid_quantity,
    case
        when outcome_code in ('claimed_twice', 'exceeds_grid_power') then quantity else 0
    end as blocked_quantity
from judged
