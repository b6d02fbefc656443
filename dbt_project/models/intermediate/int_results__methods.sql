-- Each park method of a year with the boundaries it knows and the bases of its scope 2; a method without a
-- scope 2 has the one basis NA. A method of enterprise accounts has no results of parks.
with
    bases as (
        select distinct
            method_code,
            cast(method_version as string) as method_version,
            case when scope_code = '2' then scope2_basis_code else 'NA' end as scope2_basis_code,
            max(case when scope_code = '2' and scope2_basis_code <> 'NA' then 1 else 0 end) over (
                partition by method_code, method_version
            ) as has_bases
        from {{ ref("method_terms") }}
        where scope_code <> 'account'
    )

select
    boundaries.reference_year,
    boundaries.method_code,
    boundaries.method_version,
    boundaries.boundary_code,
    bases.scope2_basis_code
from {{ ref("int_methods__boundaries") }} as boundaries
inner join
    bases on boundaries.method_code = bases.method_code and boundaries.method_version = bases.method_version
where bases.scope2_basis_code <> 'NA' or bases.has_bases = 0
