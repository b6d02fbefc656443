-- From the accounts of a park's enterprises to the park under the same method: what the accounts moved by in
-- the year, less what the units sent one another (each end by its own figures), with what lines of units say
-- that have no account. The park's figure is the sum of the facts themselves, whatever unit they name.
with
    accounts as (
        select
            reference_year,
            park_code,
            boundary_code,
            method_code,
            cast(count(case when account_entry_code = 'closing' then 1 end) as bigint) as account_count,
            cast(
                sum(
                    case
                        account_entry_code
                        when 'closing'
                        then emission_tco2e
                        when 'opening'
                        then - emission_tco2e
                    end
                ) as decimal(38, 12)
            ) as accounts_tco2e
        from {{ ref("mart_enterprise_account") }}
        group by reference_year, park_code, boundary_code, method_code
    ),

    facts as (
        select
            entries.reference_year,
            entries.park_code,
            entries.boundary_code,
            entries.method_code,
            {%- for name, carrier in {"power": "electricity", "heat": "heat"}.items() %}
                cast(
                    sum(
                        case
                            when entries.view_code = 'park' and entries.carrier_code = '{{ carrier }}'
                            then entries.emission_tco2e
                        end
                    ) as decimal(38, 12)
                ) as internal_{{ name }}_tco2e,
            {%- endfor %}
            cast(
                sum(
                    case
                        when entries.view_code = 'unit' and accounts.unit_code is null
                        then entries.emission_tco2e
                    end
                ) as decimal(38, 12)
            ) as without_account_tco2e,
            cast(
                count(
                    case when entries.view_code = 'unit' and accounts.unit_code is null then 1 end
                ) as bigint
            ) as without_account_line_count,
            cast(sum(entries.emission_tco2e) as decimal(38, 12)) as park_tco2e
        from {{ ref("fct_emissions") }} as entries
        left join
            {{ ref("int_accounts__years") }} as accounts
            on entries.reference_year = accounts.reference_year
            and entries.park_code = accounts.park_code
            and entries.boundary_code = accounts.boundary_code
            and entries.unit_code = accounts.unit_code
        where entries.scope_code = 'account'
        group by entries.reference_year, entries.park_code, entries.boundary_code, entries.method_code
    ),

    parks as (
        select reference_year, park_code, boundary_code, method_code
        from accounts
        union
        select reference_year, park_code, boundary_code, method_code
        from facts
    )

select
    parks.reference_year,
    parks.park_code,
    parks.boundary_code,
    parks.method_code,
    expected.province_code,
    coalesce(accounts.account_count, 0) as account_count,
    accounts.accounts_tco2e,
    facts.internal_power_tco2e,
    facts.internal_heat_tco2e,
    facts.without_account_tco2e,
    coalesce(facts.without_account_line_count, 0) as without_account_line_count,
    facts.park_tco2e,
    cast(
        coalesce(accounts.accounts_tco2e, 0)
        + coalesce(facts.internal_power_tco2e, 0)
        + coalesce(facts.internal_heat_tco2e, 0)
        + coalesce(facts.without_account_tco2e, 0)
        - coalesce(facts.park_tco2e, 0) as decimal(38, 12)
    ) as remainder_tco2e
from parks
inner join
    {{ ref("int_results__expected") }} as expected
    on parks.reference_year = expected.reference_year
    and parks.park_code = expected.park_code
    and parks.boundary_code = expected.boundary_code
{%- for table in ["accounts", "facts"] %}
    left join
        {{ table }}
        on parks.reference_year = {{ table }}.reference_year
        and parks.park_code = {{ table }}.park_code
        and parks.boundary_code = {{ table }}.boundary_code
        and parks.method_code = {{ table }}.method_code
{%- endfor %}
