{#- The lines of a source with the parameters of its formula side by side (null: missing or without room), and why
    the gas of these parameters is not estimated; `given` is parameter -> its type, `gases` is name of a reason ->
    the parameters that it looks at. -#}
{%- macro formula_lines(source, given, gases) -%}
    select
        lines.submission_id,
        lines.line_id,
        lines.unit_code,
        lines.gas_code,
        lines.notation_key_code,
        lines.canonical_quantity,
        lines.quantity_reason_code,
        {%- for parameter, type in given.items() %}
            max(
                case
                    when
                        parameters.parameter_code = '{{ parameter }}'
                        and {{ lingtan.fits_decimal("parameters.parameter_value", type[0], type[1]) }}
                    then cast(parameters.parameter_value as decimal({{ type[0] }}, {{ type[1] }}))
                end
            ) as {{ parameter }},
        {%- endfor %}
        {%- for gas, wanted in gases.items() %}
            case
                when
                    count(
                        case
                            when
                                parameters.parameter_code in ('{{ wanted | join("', '") }}')
                                and parameters.parameter_value is null
                            then 1
                        end
                    )
                    > 0
                then 'parameter_missing'
            end as {{ gas }}_reason_code
            {%- if not loop.last %},{% endif %}
        {%- endfor %}
    from {{ ref("int_formulas__lines") }} as lines
    inner join
        {{ ref("int_formulas__parameters") }} as parameters
        on lines.submission_id = parameters.submission_id
        and lines.line_id = parameters.line_id
    where lines.source_code = '{{ source }}'
    group by
        lines.submission_id,
        lines.line_id,
        lines.unit_code,
        lines.gas_code,
        lines.notation_key_code,
        lines.canonical_quantity,
        lines.quantity_reason_code
{%- endmacro -%}

{#- What a formula says in the shape of a line of other gases. Without its factor a `quantity` is no mass of gas;
    nothing that occurs needs none. -#}
{%- macro formula_activity(quantity="canonical_quantity") -%}
    'other_gases' as table_name,
    't' as canonical_unit_code,
    'formula' as role_code,
    coalesce(
        quantity_reason_code,
        case
            when notation_key_code is not null or {{ quantity }} = 0
            then null
            when parameter_reason_code is not null
            then parameter_reason_code
            when exact_factor is null or not {{ lingtan.fits_decimal("exact_factor", 17, 12) }}
            then 'parameter_out_of_range'
        end
    ) as quantity_reason_code,
    case
        when {{ lingtan.fits_decimal("exact_factor", 17, 12) }}
        then {{ lingtan.round_half_up("exact_factor", 17, 12) }}
    end as measured_factor
{%- endmacro -%}
