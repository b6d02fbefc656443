{#- What every staging model of a form says about a row: whose it is and where it stood (L13).
    `lake` is the alias of the lake rows, `planned` of the submissions of the plan. -#}
{%- macro submitted() -%}
    lake.submission_id,
    lake.batch_id,
    lake.row_number,
    lake.sheet,
    lake.source_row,
    lake.row_disposition,
    planned.reference_year,
    planned.period_code,
    planned.reporting_unit_code
{%- endmacro -%}
