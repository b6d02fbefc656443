-- A key that stands twice in a fact would count its tonnes twice (L6).
select * from {{ ref("qa_keys") }} where failing_count > 0
