"""G-COVERAGE: what is missing is named: silent parks and every term that is not estimated."""

from quality.gate_rule import Check, GateRule

RULE = GateRule(
    id="G-COVERAGE",
    version="1",
    checks={
        "mart_coverage": Check(
            checked="select count(*) from mart_coverage",
            failing=(
                "select 'silent ' || cast(reference_year as varchar) || ' ' || park_code from dim_parks as p"
                " where not has_return and not exists (select 1 from mart_coverage as c"
                " where c.reference_year = p.reference_year and c.park_code = p.park_code"
                " and c.reason_code = 'not_reported')"
                # Inside a park a line is none of the park's: its elimination takes it out of coverage, too.
                " union all select distinct 'NE ' || cast(reference_year as varchar) || ' ' || park_code"
                " || ' ' || term_code || ' ' || not_estimated_reason_code from fct_emissions as f"
                " where not_estimated_reason_code is not null and entry_kind_code = 'own' and not is_memo"
                " and not exists (select 1 from fct_emissions as e where e.entry_kind_code = 'elimination'"
                " and e.submission_id = f.submission_id and e.table_name = f.table_name"
                " and e.line_id = f.line_id and e.method_code = f.method_code and e.term_code = f.term_code)"
                " and not exists (select 1 from mart_coverage as c where c.reference_year = f.reference_year"
                " and c.park_code = f.park_code and c.method_code = f.method_code"
                " and c.term_code = f.term_code and c.reason_code = f.not_estimated_reason_code)"
                " order by all"
            ),
        ),
        "mart_province_year": Check(
            checked="select count(*) from mart_province_year",
            failing=(
                "with registered as (select reference_year, province_code, count(*) as registered,"
                " count(*) filter (where has_return) as reported from dim_parks group by all)"
                " select cast(m.reference_year as varchar) || ' ' || m.province_code"
                " from mart_province_year as m"
                " left join registered as r using (reference_year, province_code)"
                " where m.park_count_registered is distinct from coalesce(r.registered, 0)"
                " or m.park_count_reported is distinct from coalesce(r.reported, 0)"
                " order by all"
            ),
        ),
    },
    title_zh="缺什么、为什么缺均已列明",
    title_en="What is missing is named with its reason",
    reason_zh="缺报不得当作零，合计须说明覆盖多少（L7）。",
    reason_en="Absence is never read as zero, and a total says how much it covers (L7).",
    action_zh="请检查覆盖率模型。",
    action_en="Check the coverage model.",
)
