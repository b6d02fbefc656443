"""G-NATION: provinces add up to the nation and parks to their provinces, exactly."""

from quality.gate_rule import Check, GateRule

_KEY = "reference_year, boundary_code, method_code, component_code"
_TEXT = "cast(reference_year as varchar) || ' ' || method_code || ' ' || component_code"

RULE = GateRule(
    id="G-NATION",
    version="1",
    checks={
        "mart_province_year": Check(
            checked="select count(*) from mart_province_year",
            failing=(
                f"with source as (select province_code, {_KEY}, sum(emission_tco2e) as total"
                f" from mart_park_component_year group by province_code, {_KEY})"
                f" select province_code || ' ' || {_TEXT} from source"
                f" full join mart_province_year as mart using (province_code, {_KEY})"
                " where coalesce(source.total, 0) <> coalesce(mart.emission_tco2e, 0) order by all"
            ),
        ),
        "mart_national_year": Check(
            checked="select count(*) from mart_national_year",
            failing=(
                f"with source as (select {_KEY}, sum(emission_tco2e) as total,"
                " sum(park_count_registered) as registered, sum(park_count_reported) as reported"
                f" from mart_province_year group by {_KEY})"
                f" select {_TEXT} from source full join mart_national_year as mart using ({_KEY})"
                " where coalesce(source.total, 0) <> coalesce(mart.emission_tco2e, 0)"
                " or source.registered is distinct from mart.park_count_registered"
                " or source.reported is distinct from mart.park_count_reported order by all"
            ),
        ),
    },
    title_zh="省级之和等于全国，园区之和等于省级",
    title_en="Parks add up to provinces and provinces to the nation",
    reason_zh="同一吨排放在每个合计中只计一次（L6）。",
    reason_en="A tonne is in each total once (L6).",
    action_zh="请检查省级和全国汇总模型。",
    action_en="Check the models of the provincial and national totals.",
)
