-- Each park method of the plan with the boundaries it knows and the bases of its
-- scope 2; a method without a scope 2 has the one basis NA.
with
    bases as (
        select distinct method_code, cast(method_version as string) as method_version, scope2_basis_code
        from {{ ref("method_terms") }}
        where scope_code = '2'
    )

select
    planned.method_code,
    planned.method_version,
    boundaries.code as boundary_code,
    coalesce(bases.scope2_basis_code, 'NA') as scope2_basis_code
from {{ ref("int_methods__planned") }} as planned
inner join
    {{ ref("methods") }} as methods
    on planned.method_code = methods.method_code
    and planned.method_version = cast(methods.method_version as string)
inner join
    {{ ref("code_lists") }} as boundaries
    on boundaries.list_code = 'boundaries'
    and methods.boundary_codes like '%' || boundaries.code || '%'
left join bases on planned.method_code = bases.method_code and planned.method_version = bases.method_version
where planned.is_park_method
