{{ config(materialized="table") }}

-- Plants of the parks whose certificates are claimed for more power than they sent to the grid in the year,
-- with what was sold of the attributes of their own use: the rest of the claims are on power that was used
-- or supplied directly, and has its claim there. A plant that two parks report, or of which the grid's part
-- is not known, is not judged; of what differs by boundary the larger amount is taken. Units of nested parks
-- speak through the park around them.
with
    generation as (
        select
            periods.reference_year,
            lines.plant_code,
            periods.park_code,
            periods.boundary_code,
            {%- for column in ("sent_to_grid", "attribute_sold") %}
                sum(
                    case
                        when lines.{{ column }}_notation_key_code is null
                        then {{ lingtan.canonical_quantity("lines.reported_" ~ column, "units.multiplier") }}
                    end
                ) as {{ column }}_mwh,
            {%- endfor %}
            max(
                case
                    when
                        lines.sent_to_grid_notation_key_code in ('NE', 'C', 'IE')
                        or lines.attribute_sold_notation_key_code in ('NE', 'C', 'IE')
                        or (
                            lines.reported_sent_to_grid is null
                            and lines.sent_to_grid_notation_key_code is null
                        )
                        or units.unit_code is null
                    then 1
                    else 0
                end
            )
            = 1 as is_unknown
        from {{ ref("stg_park_return__generation") }} as lines
        inner join
            {{ ref("int_periods__counted") }} as periods
            on lines.submission_id = periods.submission_id
            and periods.is_counted
        left join
            {{ ref("units") }} as units
            on lines.reported_unit_code = units.unit_code
            and units.canonical_unit_code = 'MWh'
        left join
            {{ ref("int_units__nested") }} as nested
            on lines.submission_id = nested.submission_id
            and periods.boundary_code = nested.boundary_code
            and lines.unit_code = nested.unit_code
        where lines.row_disposition = 'used' and nested.unit_code is null
        group by periods.reference_year, lines.plant_code, periods.park_code, periods.boundary_code
    ),

    plants as (
        select
            reference_year,
            plant_code,
            max(park_code) as park_code,
            max(coalesce(sent_to_grid_mwh, 0) + coalesce(attribute_sold_mwh, 0)) as tradable_mwh
        from generation
        group by reference_year, plant_code
        having min(park_code) = max(park_code) and max(case when is_unknown then 1 else 0 end) = 0
    ),

    claimed as (
        select
            claims.plant_code,
            claims.generation_year,
            periods.park_code,
            periods.boundary_code,
            sum(claims.valid_quantity) as claimed_mwh
        from {{ ref("int_claims__judged") }} as claims
        inner join
            {{ ref("int_periods__counted") }} as periods
            on claims.submission_id = periods.submission_id
            and periods.is_counted
        left join
            {{ ref("int_units__nested") }} as nested
            on claims.submission_id = nested.submission_id
            and periods.boundary_code = nested.boundary_code
            and claims.unit_code = nested.unit_code
        where
            claims.instrument_type_code = 'green_certificate'
            and claims.plant_code is not null
            and claims.valid_quantity > 0
            and nested.unit_code is null
        group by claims.plant_code, claims.generation_year, periods.park_code, periods.boundary_code
    ),

    claimed_by_park as (
        select plant_code, generation_year, park_code, max(claimed_mwh) as claimed_mwh
        from claimed
        group by plant_code, generation_year, park_code
    ),

    claimed_of_plant as (
        select plant_code, generation_year, sum(claimed_mwh) as claimed_mwh
        from claimed_by_park
        group by plant_code, generation_year
    )

select
    plants.reference_year as generation_year,
    plants.plant_code,
    plants.park_code,
    claimed_of_plant.claimed_mwh,
    plants.tradable_mwh
from plants
inner join
    claimed_of_plant
    on plants.plant_code = claimed_of_plant.plant_code
    and plants.reference_year = claimed_of_plant.generation_year
where claimed_of_plant.claimed_mwh > plants.tradable_mwh
