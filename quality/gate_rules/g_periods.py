"""G-PERIODS: a park's year is one annual return or the periods that tile it, and only that is counted."""

from typing import Final

from quality.gate_rule import Check, GateRule


def _counted(table: str) -> Check:
    return Check(
        checked=f"select count(distinct submission_id) from {table}",
        failing=(
            f"select distinct f.submission_id from {table} as f"
            " left join dim_submissions as s on f.submission_id = s.submission_id"
            " where s.submission_id is null or not s.is_counted or f.period_code <> s.period_code"
            " or f.park_code <> s.reporting_unit_code order by all"
        ),
    )


#: Each boundary has a year of its own: a year that is counted has no part of it counted as well. What
#: `dim_parks` says is one boundary's; the returns counted beside it must be those of the other one.
_YEARS: Final = """
    with placed as (
        select reference_year, park_code, boundary_code, submission_id from fct_emissions
        union
        select reference_year, park_code, boundary_code, submission_id from fct_energy
    ),
    boundary_years as (
        select
            f.reference_year, f.park_code, f.boundary_code, count(*) as counted_count,
            count(*) filter (where length(s.period_code) = 4) as annual_count,
            count(distinct s.period_code) as period_count,
            count(*) filter (where s.period_basis_code = 'year_to_date' and length(s.period_code) > 4)
                as to_date_count
        from placed as f inner join dim_submissions as s on f.submission_id = s.submission_id
        group by all
    ),
    years as (
        select
            reference_year, reporting_unit_code as park_code, count(*) as counted_count,
            count(*) filter (where length(period_code) = 4) as annual_count,
            count(distinct period_code) as period_count
        from dim_submissions where form = 'park_return' and is_counted group by all
    ),
    sent as (
        select distinct reference_year, reporting_unit_code as park_code
        from dim_submissions where form = 'park_return'
    ),
    placed_counts as (
        select reference_year, park_code, count(distinct submission_id) as placed_count
        from placed group by all
    )
    select cast(reference_year as varchar) || ' ' || park_code || ' ' || boundary_code from boundary_years
    where annual_count > 1 or (annual_count = 1 and counted_count > 1) or period_count <> counted_count
        or to_date_count > 1
    union all
    select 'source ' || cast(p.reference_year as varchar) || ' ' || p.park_code
    from dim_parks as p
    left join years using (reference_year, park_code)
    left join sent using (reference_year, park_code)
    left join placed_counts using (reference_year, park_code)
    where p.has_return <> (coalesce(counted_count, 0) > 0)
        or p.has_return = (p.year_source_code in ('incomplete', 'none'))
        or (p.year_source_code = 'none') <> (sent.park_code is null)
        or period_count <> counted_count
        or p.submission_count > coalesce(counted_count, 0)
        or (p.submission_count < counted_count and counted_count <> coalesce(placed_count, 0))
        or (p.year_source_code = 'annual' and not (coalesce(annual_count, 0) = 1 and p.submission_count = 1))
        or (p.year_source_code <> 'annual' and annual_count > 0 and p.submission_count = counted_count)
    order by all
"""

RULE = GateRule(
    id="G-PERIODS",
    version="3",
    checks={
        "dim_submissions": Check(
            checked="select count(*) from dim_submissions where form = 'park_return'",
            failing=_YEARS,
        ),
        "fct_emissions": _counted("fct_emissions"),
        "fct_energy": _counted("fct_energy"),
        "mart_period_differences": Check(
            checked="select count(*) from mart_period_differences",
            failing=(
                "select 'difference ' || park_code || ' ' || component_code from mart_period_differences"
                " where difference_tco2e <> coalesce(annual_tco2e, 0) - coalesce(periods_tco2e, 0)"
                # What is counted is the annual return, and a difference is told.
                " union all select 'annual ' || d.park_code || ' ' || d.component_code"
                " from mart_period_differences as d left join mart_park_component_year as c using"
                " (reference_year, park_code, boundary_code, method_code, scope_code, scope2_basis_code,"
                " component_code, gas_group_code)"
                " where coalesce(d.annual_tco2e, 0) <> coalesce(c.emission_tco2e, 0)"
                " union all select 'finding ' || d.park_code || ' ' || d.method_code"
                " from mart_period_differences as d where d.difference_tco2e <> 0 and not exists"
                " (select 1 from mart_findings as f where f.reference_year = d.reference_year"
                " and f.park_code = d.park_code and f.boundary_code = d.boundary_code"
                " and f.finding_code = 'periods_differ' and f.subject_code = d.method_code) order by all"
            ),
        ),
    },
    title_zh="园区的一年只计一次",
    title_en="A park's year is counted once",
    reason_zh="年报与月报、季报不得重复计入；差异须作为提示列出（L6）。",
    reason_en="An annual return and its periods must not both count; a difference is a finding (L6).",
    action_zh="请检查报告期模型和该园区的报送。",
    action_en="Check the model of periods and the park's returns.",
)
