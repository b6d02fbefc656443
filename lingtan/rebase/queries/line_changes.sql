-- Lines whose amount differs between two neighbouring builds: how, and by which reference rows.
select
    {key},
    coalesce(mine.component_code, other.component_code) as component_code,
    coalesce(mine.scope_code, other.scope_code) as scope_code,
    case
        when mine.line_kind_code is null
        then 'term_added'
        when other.line_kind_code is null
        then 'term_gone'
        when mine.factor_id is distinct from other.factor_id
        then 'factor_row'
        when mine.factor_value is distinct from other.factor_value
        then 'factor_value'
        when mine.gwp_value is distinct from other.gwp_value
        then 'warming_potential'
        when mine.quantity is distinct from other.quantity or mine.sign is distinct from other.sign
        then 'quantity'
        else 'other_lines'
    end as change_code,
    mine.factor_id as old_factor_id,
    other.factor_id as new_factor_id,
    mine.factor_value as old_factor_value,
    other.factor_value as new_factor_value,
    old_documents.document_code as old_document_code,
    new_documents.document_code as new_document_code,
    mine.gwp_value as old_gwp_value,
    other.gwp_value as new_gwp_value,
    mine.not_estimated_reason_code as old_reason_code,
    other.not_estimated_reason_code as new_reason_code,
    mine.amount as old_amount,
    other.amount as new_amount,
    cast(coalesce(other.amount, 0) - coalesce(mine.amount, 0) as decimal(38, 12)) as difference
from old_lines as mine
full join new_lines as other using ({key})
left join old_documents on mine.factor_id = old_documents.factor_id
left join new_documents on other.factor_id = new_documents.factor_id
where mine.amount is distinct from other.amount
