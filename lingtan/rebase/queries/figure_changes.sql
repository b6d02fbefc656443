-- Figures that differ between two neighbouring builds.
select
    {key},
    mine.amount as old_amount,
    other.amount as new_amount,
    cast(coalesce(other.amount, 0) - coalesce(mine.amount, 0) as decimal(38, 12)) as difference
from old_figures as mine
full join new_figures as other using ({key})
where mine.amount is distinct from other.amount
