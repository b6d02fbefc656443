-- The carbon accounts of enterprises, entry by entry. What takes off is positive in its entry: opening +
-- direct + indirect - claims - removals - offsets = closing, what is null counted as nothing. In no result of
-- a park (L6).
{%- set signs = {"direct": "", "indirect": "", "claims": "- ", "removals": "- ", "offsets": "- "} %}
{%- set balances = ["opening", "closing"] %}
with
    entries as (
        {%- for entry, sign in signs.items() %}
            select
                *,
                '{{ entry }}' as account_entry_code,
                {{ sign }}{{ entry }}_tco2e as entry_tco2e,
                {{ entry }}_not_estimated_count as entry_not_estimated_count,
                case
                    when {{ entry }}_line_count = 0
                    then 'no_lines'
                    when {{ entry }}_not_estimated_count > 0
                    then 'not_estimated'
                end as account_reason_code
            from {{ ref("int_accounts__years") }}
            union all
        {%- endfor %}
        {%- for balance in balances %}
            select
                *,
                '{{ balance }}' as account_entry_code,
                {{ balance }}_movement_tco2e as entry_tco2e,
                {{ balance }}_not_estimated_count as entry_not_estimated_count,
                case
                    when {{ balance }}_not_estimated_count > 0
                    then 'not_estimated'
                    when {{ balance }}_has_refused > 0
                    then 'row_refused'
                    {%- if balance == "opening" %} when is_opened then 'account_opens'
                    {%- else %} when line_count = 0 then 'no_lines'
                    {%- endif %}
                end as account_reason_code
            from {{ ref("int_accounts__years") }}
            {%- if not loop.last %}
                union all
            {%- endif %}
        {%- endfor %}
    )

select
    entries.reference_year,
    entries.park_code,
    entries.boundary_code,
    entries.unit_code,
    entries.account_entry_code,
    cast(names.sort_order as integer) as account_entry_order,
    entries.method_code,
    entries.province_code,
    entries.credit_code,
    entries.unit_name,
    entries.industry_code,
    cast(entries.entry_tco2e as decimal(38, 12)) as emission_tco2e,
    cast(entries.entry_not_estimated_count as bigint) as not_estimated_count,
    case
        entries.account_reason_code
        when 'no_lines'
        then 'missing'
        when 'not_estimated'
        then 'partial'
        when 'row_refused'
        then 'partial'
        else 'complete'
    end as account_status_code,
    entries.account_reason_code
from entries
inner join
    {{ ref("code_lists") }} as names
    on names.list_code = 'account_entries'
    and entries.account_entry_code = names.code
