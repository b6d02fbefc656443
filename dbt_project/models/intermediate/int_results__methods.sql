-- Each park method of a year with the boundaries it knows and the bases of its
-- scope 2; a method without a scope 2 has the one basis NA.
with
    bases as (
        select distinct method_code, cast(method_version as string) as method_version, scope2_basis_code
        from {{ ref("method_terms") }}
        where scope_code = '2' and scope2_basis_code <> 'NA'
    )

select
    boundaries.reference_year,
    boundaries.method_code,
    boundaries.method_version,
    boundaries.boundary_code,
    coalesce(bases.scope2_basis_code, 'NA') as scope2_basis_code
from {{ ref("int_methods__boundaries") }} as boundaries
left join
    bases on boundaries.method_code = bases.method_code and boundaries.method_version = bases.method_version
