{#- Whether a net reaches the stage of its row. Known to be too much it is not reached, whatever is missing of
    scope 3: that could only raise it. -#}
{%- macro stage_status(net, reason="decides_reason_code") -%}
    case
        when {{ reason }} is not null
        then 'not_determined'
        when {{ net }} > net_most_tco2e
        then 'not_reached'
        when scope3_reason_code is not null
        then 'not_determined'
        else 'reached'
    end
{%- endmacro -%}
