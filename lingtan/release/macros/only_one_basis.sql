-- zh: 供其他宏使用：范围二的一种口径，须是发布中有的。
-- en: Used by the other macros: one scope 2 basis that the release has.
-- kind: helper
-- call: select only_one_basis('location')
create macro only_one_basis(basis) as only_one(
    basis,
    (select list(distinct scope2_basis_code) from mart_park_year where scope2_basis_code <> 'NA'),
    '基于位置与基于市场是同一电力的两种算法，请分别查询',
    'location and market basis count the same power twice: ask for each'
)
