"""G-NATION: provinces and nation are the facts they claim to sum, exactly."""

from quality.gate_rule import Check, GateRule

_CELL = (
    "reference_year, boundary_code, method_code, scope_code, scope2_basis_code, component_code,"
    " gas_group_code"
)
_TEXT = (
    "cast(reference_year as varchar) || ' ' || boundary_code || ' ' || method_code || ' ' || scope_code"
    " || ' ' || scope2_basis_code || ' ' || component_code || ' ' || gas_group_code"
)
#: Scope 3 of one park is scope 1 of another; memo items and enterprise accounts are in no total.
_SUMMED = "not is_memo and scope_code not in ('3', 'account')"

RULE = GateRule(
    id="G-NATION",
    version="3",
    checks={
        "mart_province_year": Check(
            checked="select count(*) from mart_province_year",
            failing=(
                f"with source as (select province_code, {_CELL}, sum(emission_tco2e) as total"
                f" from fct_emissions where {_SUMMED} and view_code <> 'nation'"
                f" group by province_code, {_CELL})"
                f" select province_code || ' ' || {_TEXT} from source"
                f" full join mart_province_year as mart using (province_code, {_CELL})"
                " where coalesce(source.total, 0) <> coalesce(mart.emission_tco2e, 0) order by all"
            ),
        ),
        "mart_national_year": Check(
            checked="select count(*) from mart_national_year",
            failing=(
                # Provinces add up to the nation but for what parks of two provinces send each other.
                f"with between_provinces as (select {_CELL}, sum(emission_tco2e) as total"
                f" from fct_emissions where {_SUMMED} and view_code = 'nation' group by {_CELL}),"
                f" provinces as (select {_CELL}, sum(emission_tco2e) as total from mart_province_year"
                f" group by {_CELL}),"
                " counts as (select reference_year, boundary_code, method_code,"
                " sum(registered) as registered, sum(reported) as reported from (select distinct"
                " reference_year, province_code, boundary_code, method_code,"
                " park_count_registered as registered, park_count_reported as reported"
                " from mart_province_year) group by all)"
                f" select {_TEXT} from provinces full join between_provinces using ({_CELL})"
                f" full join mart_national_year as mart using ({_CELL})"
                " left join counts using (reference_year, boundary_code, method_code)"
                " where coalesce(provinces.total, 0) + coalesce(between_provinces.total, 0)"
                " <> coalesce(mart.emission_tco2e, 0)"
                # What a province lacks is null in CO2 there; the nation may have it in another gas alone.
                " or (mart.park_count_registered is not null"
                " and (counts.registered is distinct from mart.park_count_registered"
                " or counts.reported is distinct from mart.park_count_reported)) order by all"
            ),
        ),
        "mart_sector_year": Check(
            checked="select count(*) from mart_sector_year",
            failing=(
                "with source as (select reference_year, boundary_code, method_code, scope_code,"
                " sum(emission_tco2e) as total,"
                " sum(emission_tco2e) filter (where view_code <> 'nation') as of_provinces"
                " from fct_emissions where not is_memo and scope_code in ('NA', '1') group by all),"
                " nation as (select reference_year, boundary_code, method_code, scope_code,"
                " sum(emission_tco2e) filter (where province_code = 'CN') as total,"
                " sum(emission_tco2e) filter (where province_code <> 'CN') as of_provinces"
                " from mart_sector_year group by all)"
                " select cast(reference_year as varchar) || ' ' || boundary_code || ' ' || method_code"
                " from source full join nation using (reference_year, boundary_code, method_code, scope_code)"
                " where coalesce(source.total, 0) <> coalesce(nation.total, 0)"
                " or coalesce(source.of_provinces, 0) <> coalesce(nation.of_provinces, 0) order by all"
            ),
        ),
    },
    title_zh="省、全国和行业合计等于其所含事实之和",
    title_en="Provinces, nation and sectors are the sums of their facts",
    reason_zh="同一吨排放在每个合计中只计一次（L6）。",
    reason_en="A tonne is in each total once (L6).",
    action_zh="请检查省级、全国和行业汇总模型。",
    action_en="Check the models of the totals of provinces, nation and sectors.",
)
