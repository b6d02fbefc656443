{#- The part of a figure that rests on reference rows nobody has compared with their document, from rows by
    `reference_id` (NA where all are verified): absolute amounts, and which rows these are. -#}
{%- macro unverified_part(unit) -%}
    cast(sum(absolute_{{ unit }}) as decimal(38, 12)) as absolute_{{ unit }},
    cast(
        sum(case when reference_id <> 'NA' then absolute_{{ unit }} else 0 end) as decimal(38, 12)
    ) as unverified_{{ unit }},
    cast(sum(own_factor_{{ unit }}) as decimal(38, 12)) as own_factor_{{ unit }},
    {{
        lingtan.exact_ratio(
            lingtan.fitting_decimal(
                "sum(case when reference_id <> 'NA' then absolute_" ~ unit ~ " else 0 end)", 26, 12
            ),
            12,
            lingtan.fitting_decimal("sum(absolute_" ~ unit ~ ")", 26, 12),
            12,
            6,
            7,
        )
    }} as unverified_share_ratio,
    cast(count(case when reference_id <> 'NA' then 1 end) as bigint) as unverified_row_count,
    cast({{ lingtan.key_list("reference_id", "reference_id <> 'NA'") }} as string) as unverified_row_ids
{%- endmacro -%}
