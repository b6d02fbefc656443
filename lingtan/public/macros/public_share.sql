-- zh: 供其他宏使用：两个已公开数值之比，精确到六位小数；任何一个未公布，或分母不为正，结果为空。
-- en: Used by the other macros: a published figure over another, exact, half up at six decimals; none where either is
-- en: withheld, or where the denominator is not positive.
-- kind: helper
-- call: select public_share(1.00, 3.00)
create macro public_share(part, whole) as (
    select
        case
            when said.d > 0
                then cast(
                    cast(
                        sign(said.n) * divide(2 * abs(said.n) * 1000000 + said.d, 2 * said.d) as decimal(32, 0)
                    ) * cast('0.000001' as decimal(7, 6)) as decimal(38, 6)
                )
        end
    from
        (
            select
                cast(replace(cast(cast(part as decimal(38, 6)) as varchar), '.', '') as hugeint) as n,
                cast(replace(cast(cast(whole as decimal(38, 6)) as varchar), '.', '') as hugeint) as d
        ) as said
)
