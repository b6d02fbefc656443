"""The lines that cells of public tables count, as a table that derivations join."""

from collections.abc import Mapping
from typing import Final

from lingtan.disclosure.contributions import BETWEEN_PARKS, BETWEEN_PROVINCES, OTHER_PARKS
from lingtan.disclosure.public_tables import Measure, PublicTables
from lingtan.release.canonical import literal

#: What the gathered tables are called: the lines, and the measures that they belong to.
PUBLIC_LINES: Final = "public/lines"
PUBLIC_MEASURES: Final = "public/measures"
#: Reference lists that say to which coarser code a code belongs.
LISTS: Final = ("industries", "carriers")

_BOUNDARY: Final = """(select setting_value from "plan/settings" where setting_code = 'boundary_code')"""
#: What is eliminated between provinces is an area of its own below the nation (L6).
_AREA: Final = f"case when f.view_code = 'nation' then '{BETWEEN_PROVINCES}' else f.province_code end"
#: A park whose register allows it; what is eliminated between parks is of none.
_PARK: Final = f"case when d.is_publishable then f.park_code else '{OTHER_PARKS}' end"
_OWN_PARK: Final = f"case when f.view_code in ('province', 'nation') then '{BETWEEN_PARKS}' else {_PARK} end"
_OF_UNIT: Final[Mapping[str, str]] = {
    "section_code": "coalesce(i.section_code, 'unknown')",
    "industry_division_code": "coalesce(u.industry_division_code, 'unknown_division')",
}
#: Fact -> level of a public table -> what a line of the fact has there, beside what its park has.
_LEVELS: Final[Mapping[str, Mapping[str, str]]] = {
    "fct_emissions": {
        **_OF_UNIT,
        "province_code": _AREA,
        "park_code": _OWN_PARK,
        "component_code": "f.component_code",
        "gas_group_code": "f.gas_group_code",
        "scope3_category_code": "f.source_category_code",
    },
    "fct_energy": {
        **_OF_UNIT,
        "province_code": _AREA,
        "park_code": _OWN_PARK,
        "carrier_group_code": "coalesce(k.carrier_group_code, 'unknown')",
    },
    "fct_power_heat": {**_OF_UNIT, "province_code": "f.province_code", "power_kind_code": "f.kind_code"},
    "mart_park_stage_year": {"province_code": "f.province_code", "stage_status_code": "f.status_code"},
    "dim_parks": {"province_code": "f.province_code"},
}
_OF_PARK: Final[Mapping[str, str]] = {
    "park_type_code": "d.park_type_code",
    "park_level_code": "d.park_level_code",
    "year_source_code": "d.year_source_code",
    "park_code": _PARK,
    "size_class_code": "coalesce(r.size_class_code, 'unknown')",
    "energy_fifth_code": "coalesce(r.energy_fifth_code, 'unknown')",
    "emission_fifth_code": "coalesce(r.emission_fifth_code, 'unknown')",
}
#: Facts that are counted park by park: the respondent is the park.
_OF_PARKS: Final = ("mart_park_stage_year", "dim_parks")
_NO_BOUNDARY: Final = ("dim_parks",)


def public_measures_sql(public: PublicTables) -> str:
    """SQL of the measures: code, fact, decimals, and whether they are taken off a total."""
    rows = ", ".join(
        f"({literal(one.code)}, {literal(one.fact)}, {one.decimals}, {one.is_taken_off})"
        for one in public.measures
    )
    return f"select *, 0 as rn from (values {rows}) as m(measure_code, fact, decimals, is_taken_off)"


def public_lines_sql(public: PublicTables) -> str:
    """SQL of the lines of all measures.

    Args:
        public: says which lines of a fact a measure counts.

    Returns:
        A query of measure_code, reference_year, fact, line_rn (number of the line in its file), owner_code,
        amount, and codes: `level=code` of every level that public tables count by.
    """
    return " union all ".join(_lines_of(one) for one in public.measures)


def _lines_of(measure: Measure) -> str:
    levels = {**_OF_PARK, **_LEVELS[measure.fact]}
    codes = ", ".join(f"'{level}=' || coalesce({code}, 'NA')" for level, code in levels.items())
    is_of_parks = measure.fact in _OF_PARKS
    where = [
        f"cast(f.{column} as varchar) in ({', '.join(map(literal, (one,) if isinstance(one, str) else one))})"
        for column, one in measure.where.items()
    ]
    if measure.fact not in _NO_BOUNDARY:
        where.append(f"f.boundary_code = {_BOUNDARY}")
    owner = (
        "f.park_code"
        if is_of_parks
        else "coalesce(nullif(trim(u.ultimate_owner), ''), nullif(trim(u.credit_code), ''),"
        " f.park_code || '/' || f.unit_code)"
    )
    amount = "1" if measure.column is None else f"cast(coalesce(f.{measure.column}, 0) as decimal(26, 12))"
    units = """
        left join dim_units u
            on u.reference_year = f.reference_year and u.park_code = f.park_code and u.unit_code = f.unit_code
        left join "list/industries" i on i.industry_code = u.industry_division_code
    """
    carriers = 'left join "list/carriers" k on k.carrier_code = f.carrier_code'
    return f"""
        select {literal(measure.code)} as measure_code, f.reference_year, {literal(measure.fact)} as fact,
            f.rn as line_rn, {owner} as owner_code,
            {amount} as amount, [{codes}] as codes
        from {measure.fact} f
        join dim_parks d on d.reference_year = f.reference_year and d.park_code = f.park_code
        left join ({_results()}) r on r.reference_year = f.reference_year and r.park_code = f.park_code
        {"" if is_of_parks else units}
        {carriers if measure.fact == "fct_energy" else ""}
        where {" and ".join(where) or "true"}
    """


def _results() -> str:
    """Parks with the result that their size class and fifths follow."""
    fifth = "cast(ntile(5) over (partition by reference_year order by {column}, park_code) as varchar)"
    return f"""
        select reference_year, park_code, size_class_code,
            {fifth.format(column="energy_tce")} as energy_fifth_code,
            {fifth.format(column="emission_tco2e")} as emission_fifth_code
        from mart_carbon_per_energy
        where method_code = 'CN-NZCP-2025' and energy_method_code = 'EN-CAL-F'
            and boundary_code = {_BOUNDARY} and energy_tce is not null and emission_tco2e is not null
    """
