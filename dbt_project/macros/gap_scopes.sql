{#- In which results a gap is missing, over the terms it would have met: the total (gross), the nets after
    removals and offsets, the value chain. Memo terms are in no total, terms without a sign add nothing, and what
    only an office's factors would count is no gap of those who have none. -#}
{%- macro gap_scopes() -%}
    {%- set scopes = {"gross": ["NA", "1", "2"], "net": ["removal", "offset"], "value_chain": ["3"]} -%}
    {%- for name, codes in scopes.items() %}
        max(
            case
                when
                    scope_code in ('{{ codes | join("', '") }}')
                    and not is_memo
                    and sign <> 0
                    and factor_rule_code <> 'where_listed'
                then 1
                else 0
            end
        )
        = 1 as is_{{ name }}_gap
        {%- if not loop.last %},{% endif %}
    {%- endfor %}
{%- endmacro -%}
