"""G-COVERAGE: what is missing is named: silent parks, boundaries not reported, terms not estimated."""

from quality.gate_rule import Check, GateRule

_ABSENT = "('not_reported', 'periods_incomplete', 'boundary_not_reported')"
_PLACE = "reference_year, park_code, boundary_code, method_code"
_ONE_REASON = (
    # Registered parks are those with a result and those with one reason for none: no park twice, none lost.
    f" with results as (select distinct {_PLACE} from mart_park_year),"
    f" reasons as (select {_PLACE} from mart_coverage where reason_code in {_ABSENT}),"
    f" told as (select {_PLACE}, count(*) as told_count"
    " from (select * from results union all select * from reasons) group by all)"
    " select 'told ' || coalesce(told_count, 0) || ' times ' || cast(p.reference_year as varchar) || ' '"
    " || p.park_code || ' ' || m.boundary_code || ' ' || m.method_code"
    " from dim_parks as p"
    " cross join (select distinct boundary_code, method_code from mart_national_year) as m"
    f" left join told using ({_PLACE}) where coalesce(told_count, 0) <> 1"
)
_NOT_REPORTED = (
    # Only a park that sent nothing for the year did not report.
    " select 'sent ' || cast(c.reference_year as varchar) || ' ' || c.park_code || ' ' || c.reason_code"
    " from mart_coverage as c left join (select distinct reference_year, reporting_unit_code"
    " from dim_submissions where form = 'park_return') as s"
    " on c.reference_year = s.reference_year and c.park_code = s.reporting_unit_code"
    f" where c.reason_code in {_ABSENT}"
    " and (c.reason_code = 'not_reported') <> (s.reporting_unit_code is null)"
)
_LINE = (
    "submission_id, table_name, line_id, activity_code, boundary_code, method_code, term_code, gas_code,"
    " scope2_basis_code"
)
_NOT_ESTIMATED = (
    # Inside a park a line is none of the park's: its elimination takes it out of coverage, too.
    f" with gaps as (select reference_year, park_code, {_LINE}, min(not_estimated_reason_code) as reason_code"
    " from fct_emissions where not_estimated_reason_code is not null and not is_memo"
    f" and view_code in ('unit', 'park') group by reference_year, park_code, {_LINE} having count(*) = 1)"
    " select distinct 'NE ' || cast(reference_year as varchar) || ' ' || park_code || ' ' || boundary_code"
    " || ' ' || term_code || ' ' || reason_code from gaps as f"
    " where not exists (select 1 from mart_coverage as c where c.reference_year = f.reference_year"
    " and c.park_code = f.park_code and c.boundary_code = f.boundary_code and c.method_code = f.method_code"
    " and c.term_code = f.term_code and c.reason_code = f.reason_code)"
)
_UNNAMED = (
    " select 'unnamed ' || park_code || ' ' || reason_code from mart_coverage"
    " where reason_zh is null or reason_en is null or reason_code is null"
)

RULE = GateRule(
    id="G-COVERAGE",
    version="3",
    checks={
        "mart_coverage": Check(
            checked="select count(*) from mart_coverage",
            failing=(
                f"({_ONE_REASON}) union all ({_NOT_REPORTED}) union all ({_NOT_ESTIMATED})"
                f" union all ({_UNNAMED}) order by all"
            ),
        ),
        "mart_province_year": Check(
            checked="select count(*) from mart_province_year",
            failing=(
                "with registered as (select reference_year, province_code, count(*) as registered"
                " from dim_parks group by all),"
                " reported as (select reference_year, province_code, boundary_code, method_code,"
                " count(distinct park_code) as reported,"
                " count(distinct park_code) filter (where is_partial) as partial"
                " from mart_park_year group by all)"
                " select cast(m.reference_year as varchar) || ' ' || m.province_code || ' '"
                " || m.boundary_code || ' ' || m.component_code from mart_province_year as m"
                " left join registered as r using (reference_year, province_code)"
                " left join reported as d using (reference_year, province_code, boundary_code, method_code)"
                " where m.park_count_registered is distinct from coalesce(r.registered, 0)"
                " or m.park_count_reported is distinct from coalesce(d.reported, 0)"
                " or m.park_count_partial is distinct from coalesce(d.partial, 0)"
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
