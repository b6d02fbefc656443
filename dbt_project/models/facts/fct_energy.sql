with
    multiplied as (
        select *, {{ lingtan.product("quantity", 20, 6, "coefficient_tce", 17, 12) }} as exact_energy
        from {{ ref("int_energy__matched") }}
    ),

    judged as (
        select
            *,
            case
                when notation_key_code in ('NO', 'NA', 'IE')
                then null
                when quantity_reason_code is not null
                then quantity_reason_code
                when coefficient_tce is null and quantity <> 0
                then 'no_energy_coefficient'
                when not {{ lingtan.fits_decimal("exact_energy", 26, 12) }}
                then 'value_out_of_range'
            end as reason_code
        from multiplied
    ),

    own as (
        select
            *,
            case
                when reason_code is not null or notation_key_code in ('NA', 'IE')
                then null
                when notation_key_code = 'NO' or quantity = 0
                then cast(0 as decimal(26, 12))
                else cast(sign * {{ lingtan.round_half_up("exact_energy", 26, 12) }} as decimal(26, 12))
            end as energy
        from judged
    ),

    -- What a nested park's unit states, the park around it states too.
    eliminated as (
        select
            own.*,
            case
                when own.elimination_view_code = 'park' then 'park' else nested.nesting_view_code
            end as left_view_code
        from own
        left join
            {{ ref("int_units__nested") }} as nested
            on own.submission_id = nested.submission_id
            and own.boundary_code = nested.boundary_code
            and own.unit_code = nested.unit_code
    ),

    -- Fanned out over two constant rows: two readings of `own` would keep all of it in memory.
    entries as (
        select 'own' as entry_kind_code, 1 as entry_sign
        union all
        select 'elimination' as entry_kind_code, -1 as entry_sign
    )

select
    submission_id,
    table_name,
    line_id,
    activity_code,
    boundary_code,
    case when entry_kind_code = 'own' then 'unit' else left_view_code end as view_code,
    entry_kind_code,
    energy_method_code,
    side_code,
    reference_year,
    period_code,
    park_code,
    province_code,
    unit_code,
    carrier_code,
    cast(entry_sign * sign as integer) as sign,
    quantity,
    canonical_unit_code,
    coefficient_tce,
    coefficient_source_code,
    cast(entry_sign * energy as decimal(26, 12)) as energy_tce,
    case
        when notation_key_code is not null then notation_key_code when reason_code is not null then 'NE'
    end as notation_key_code,
    reason_code as not_estimated_reason_code
from eliminated
cross join entries
where entry_kind_code = 'own' or left_view_code is not null
