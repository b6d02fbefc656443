{{ config(materialized="table") }}

-- The gases that each product emits, and by route the activity under which their factor is listed:
-- the row of the route, else the row for any route. CO2 stays without a factor where none is known.
with
    gases as (
        select product_code, 'CO2' as gas_code
        from {{ ref("process_products") }}
        where has_co2
        union
        select product_code, gas_code
        from {{ ref("process_product_factors") }}
    ),

    routes as (
        select code as route_code
        from {{ ref("code_lists") }}
        where list_code = 'process_routes'
        union all
        select '' as route_code
    )

select
    gases.product_code,
    products.role_code,
    gases.gas_code,
    routes.route_code,
    coalesce(of_route.activity_code, of_any.activity_code) as activity_code,
    coalesce(guideline_of_route.activity_code, guideline_of_any.activity_code) as guideline_activity_code
from gases
cross join routes
inner join {{ ref("process_products") }} as products on gases.product_code = products.product_code
{%- for alias, purpose in (
        ("of_route", "process"),
        ("of_any", "process"),
        ("guideline_of_route", "process_provincial_guideline"),
        ("guideline_of_any", "process_provincial_guideline"),
    ) %}
    left join
        {{ ref("process_product_factors") }} as {{ alias }}
        on gases.product_code = {{ alias }}.product_code
        and gases.gas_code = {{ alias }}.gas_code
        and products.role_code = {{ alias }}.role_code
        and {{ alias }}.purpose_code = '{{ purpose }}'
        {%- if alias.endswith("route") %} and routes.route_code = {{ alias }}.route_code
        {%- else %} and {{ alias }}.route_code is null
        {%- endif %}
{%- endfor %}
