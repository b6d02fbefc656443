"""What every respondent has in a measure, by the finest level of each dimension."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import polars as pl

from lingtan.disclosure.public_tables import Measure
from lingtan.quiet_duckdb import connect

#: Amounts, as exact as facts are.
AMOUNT: Final = pl.Decimal(38, 12)
#: The tables that a folder has contributions from.
TABLES: Final = (
    "dim_parks",
    "dim_units",
    "fct_emissions",
    "fct_energy",
    "fct_power_heat",
    "mart_carbon_per_energy",
    "mart_park_stage_year",
)
#: Levels that the rows of a measure themselves tell, by their column; rows without it have none.
_OF_ROWS: Final[Mapping[str, str]] = {
    "component_code": "component_code",
    "gas_group_code": "gas_group_code",
    "scope3_category_code": "source_category_code",
    "carrier_group_code": "carrier_code",
    "power_kind_code": "kind_code",
    "stage_status_code": "status_code",
}
#: Levels that the unit tells.
_OF_UNITS: Final = ("section_code", "industry_division_code")
#: Levels that the park tells: as registered, itself where its figures may be published, and by its result.
_OF_PARKS: Final = ("park_type_code", "park_level_code", "year_source_code")
_PARK: Final = "park_code"
#: The park of all that may not be told by itself.
OTHER_PARKS: Final = "other_parks"
_OF_RESULTS: Final = ("size_class_code", "energy_fifth_code", "emission_fifth_code")
#: What an amount is told apart by; a public table counts by some of it.
FINEST: Final = ("province_code", *_OF_UNITS, *_OF_ROWS, *_OF_PARKS, _PARK, *_OF_RESULTS)
#: What may change from release to release though a unit states what it stated: its park is classed anew.
OF_PARKS: Final = (*_OF_PARKS, _PARK, *_OF_RESULTS)
#: Where eliminations between provinces are, which the nation alone has; and those between parks, of no park.
BETWEEN_PROVINCES: Final = "between_provinces"
BETWEEN_PARKS: Final = "between_parks"
#: The result of a park that its size class and fifths follow: the energy measure that is published.
_RESULT: Final = "method_code = 'CN-NZCP-2025' and energy_method_code = 'EN-CAL-F'"
#: Where facts say what their factor is from, and the sources that nobody outside the unit knows.
_FACTOR_SOURCES: Final = ("factor_source_code", "coefficient_source_code")
_OWN_FACTORS: Final = ("measured", "own", "formula")
#: The notation key of a line whose amount a respondent keeps to itself.
_DECLARED: Final = "C"


def read_contributions(
    canonical: Path, industries: Path, measure: Measure, boundary_code: str
) -> pl.DataFrame:
    """The contributions of owners to a measure.

    The respondent is the ultimate owner of a unit as the return names it, else the enterprise, else the unit
    (the rest group of small units among them); of parks that are counted, the park. What is eliminated at a
    view is in the totals of that view and above: between provinces it is an area of its own below the nation
    (L6). A line declared confidential has no amount: it is kept, as nothing, for whose it is.

    Args:
        canonical: A folder that has the TABLES of a build or release.
        industries: The reference list of industries (CSV), which says the section of a division; that of
            carriers is beside it.
        measure: What is counted.
        boundary_code: The boundary that the plan publishes.

    Returns:
        reference_year, owner_code, unit_key, the columns FINEST, link_key, amount (DECIMAL), is_declared; no
        amount is zero but that of a line declared confidential. link_key: the line that figures of other
        measures rest on too; null where a factor of the unit's own is between them.
    """
    with connect() as connection:
        for name in TABLES:
            connection.read_parquet(str(canonical / f"{name}.parquet")).create_view(name)
        for name in ("industries", "carriers"):
            connection.read_csv(str(industries.with_name(f"{name}.csv")), all_varchar=True).create_view(name)
        rows = set(connection.table(measure.fact).columns)
        accepted = {name: [one] if isinstance(one, str) else list(one) for name, one in measure.where.items()}
        if "boundary_code" in rows:
            accepted["boundary_code"] = [boundary_code]
        where = " and ".join(f"list_contains(?, cast(facts.{name} as varchar))" for name in accepted)
        return connection.execute(
            f"""
            with results as (
                select
                    *,
                    cast(ntile(5) over (
                        partition by reference_year order by energy_tce, park_code
                    ) as varchar) as energy_fifth_code,
                    cast(ntile(5) over (
                        partition by reference_year order by emission_tco2e, park_code
                    ) as varchar) as emission_fifth_code
                from mart_carbon_per_energy
                where {_RESULT}
                    and boundary_code = ?
                    and energy_tce is not null
                    and emission_tco2e is not null
            ),

            facts as (
                select
                    facts.reference_year,
                    {_respondent(rows)}
                    {_levels(rows)},
                    {_link(rows)} as link_key,
                    {_amount(measure)} as amount,
                    {_is_declared(rows)} as is_declared
                from {measure.fact} as facts
                inner join dim_parks as parks using (reference_year, park_code)
                left join results using (reference_year, park_code)
                {_joined(rows)}
                where {where or "true"}
            )

            select
                reference_year,
                owner_code,
                unit_key,
                {", ".join(FINEST)},
                link_key,
                cast(sum(amount) as decimal(38, 12)) as amount,
                bool_or(is_declared) as is_declared
            from facts
            group by all
            having sum(amount) <> 0 or bool_or(is_declared)
            order by all
            """,
            [boundary_code, *accepted.values()],
        ).pl()


def _amount(measure: Measure) -> str:
    if measure.column is None:
        return "1"
    return f"{'-' if measure.is_taken_off else ''}coalesce(facts.{measure.column}, 0)"


def _respondent(rows: set[str]) -> str:
    if "unit_code" not in rows:
        return "facts.park_code as owner_code, facts.park_code as unit_key,"
    return """
        coalesce(
            nullif(trim(units.ultimate_owner), ''),
            nullif(trim(units.credit_code), ''),
            facts.park_code || '/' || facts.unit_code
        ) as owner_code,
        facts.park_code || '/' || facts.unit_code as unit_key,
    """


def _levels(rows: set[str]) -> str:
    """The columns FINEST; NA where rows know nothing of the kind, unknown where a park or unit does not."""
    area = "facts.province_code"
    park = f"case when parks.is_publishable then facts.park_code else '{OTHER_PARKS}' end"
    if "view_code" in rows:
        area = f"case when facts.view_code = 'nation' then '{BETWEEN_PROVINCES}' else {area} end"
        park = f"case when facts.view_code in ('province', 'nation') then '{BETWEEN_PARKS}' else {park} end"
    found = {"province_code": area}
    for level, column in _OF_ROWS.items():
        found[level] = f"coalesce(facts.{column}, 'NA')" if column in rows else "'NA'"
    if "carrier_code" in rows:
        found["carrier_group_code"] = "coalesce(carriers.carrier_group_code, 'unknown')"
    has_units = "unit_code" in rows
    found["section_code"] = "coalesce(industries.section_code, 'unknown')" if has_units else "'NA'"
    found["industry_division_code"] = (
        "coalesce(units.industry_division_code, 'unknown_division')" if has_units else "'NA'"
    )
    found |= {level: f"parks.{level}" for level in _OF_PARKS}
    found[_PARK] = park
    found |= {level: f"coalesce(results.{level}, 'unknown')" for level in _OF_RESULTS}
    return ", ".join(f"{found[level]} as {level}" for level in FINEST)


def _link(rows: set[str]) -> str:
    """The line, told apart by the document that states it; null by a factor of the unit's own."""
    line = "facts.submission_id || '/' || {table} || '/' || facts.line_id"
    if "line_id" not in rows:
        return "null::varchar"
    if "table_name" not in rows:
        return line.format(table="'power_heat'")
    source = next(name for name in _FACTOR_SOURCES if name in rows)
    told = line.format(table="facts.table_name")
    return f"case when coalesce(facts.{source}, '') not in {_OWN_FACTORS} then {told} end"


def _is_declared(rows: set[str]) -> str:
    return (
        f"coalesce(facts.notation_key_code = '{_DECLARED}', false)"
        if "notation_key_code" in rows
        else "false"
    )


def _joined(rows: set[str]) -> str:
    """The tables that the levels of a measure's rows come from."""
    units = """
        left join dim_units as units using (reference_year, park_code, unit_code)
        left join industries on units.industry_division_code = industries.industry_code
    """
    carriers = "left join carriers on facts.carrier_code = carriers.carrier_code"
    return (units if "unit_code" in rows else "") + (carriers if "carrier_code" in rows else "")
