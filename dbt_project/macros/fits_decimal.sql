{#- Whether a value has room in DECIMAL(precision, scale) after rounding. A
    submitted number that is too large must become "not estimated" with a reason;
    a cast that fails would stop the nation's build for one clerk's slip. -#}
{%- macro fits_decimal(expression, precision, scale) -%}
    (abs({{ expression }}) < {{ 10 ** (precision - scale) - 1 }})
{%- endmacro -%}

{#- The value where it has room, else null: for a cast that must
    not fail on a row that a later condition leaves out. -#}
{%- macro fitting_decimal(expression, precision, scale) -%}
    case
        when {{ lingtan.fits_decimal(expression, precision, scale) }}
        then cast({{ expression }} as decimal({{ precision }}, {{ scale }}))
    end
{%- endmacro -%}
