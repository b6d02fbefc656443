"""What every respondent has in a measure, by the finest level of each dimension."""

from pathlib import Path
from typing import Final

import polars as pl

from lingtan.disclosure.public_tables import Measure
from lingtan.quiet_duckdb import connect

#: What an amount is told apart by; a public table counts by some of it.
FINEST: Final = (
    "province_code",
    "section_code",
    "industry_division_code",
    "component_code",
    "gas_group_code",
    "park_type_code",
    "park_level_code",
)
#: The tables that contributions are read from.
CONTRIBUTION_TABLES: Final = ("fct_emissions", "fct_energy", "dim_units", "dim_parks")
#: Where eliminations between provinces are, which the nation alone has.
BETWEEN_PROVINCES: Final = "between_provinces"


def read_contributions(
    canonical: Path, industries: Path, measure: Measure, boundary_code: str
) -> pl.DataFrame:
    """The contributions of owners to a measure.

    The respondent is the ultimate owner of a unit as the return names it, else the enterprise, else the unit
    (the rest group of small units among them). What is eliminated at a view is in the totals of that view and
    above: between provinces it is an area of its own below the nation (L6).

    Args:
        canonical: The folder of the canonical tables.
        industries: The reference list of industries (CSV), which says the section of a division.
        measure: What is counted.
        boundary_code: The boundary that the plan publishes.

    Returns:
        reference_year, owner_code, unit_key, the columns FINEST, amount (DECIMAL); no amount is zero.
    """
    has = {"fct_emissions": ("component_code", "gas_group_code")}.get(measure.fact, ())
    columns = ", ".join(
        f"facts.{name}" if name in has else f"'NA' as {name}" for name in ("component_code", "gas_group_code")
    )
    where = " and ".join(f"cast(facts.{name} as varchar) = ?" for name in measure.where)
    with connect() as connection:
        for name in (measure.fact, "dim_units", "dim_parks"):
            connection.read_parquet(str(canonical / f"{name}.parquet")).create_view(name)
        connection.read_csv(str(industries), all_varchar=True).create_view("industries")
        return connection.execute(
            f"""
            with facts as (
                select
                    facts.reference_year,
                    coalesce(
                        nullif(trim(units.ultimate_owner), ''),
                        nullif(trim(units.credit_code), ''),
                        facts.park_code || '/' || facts.unit_code
                    ) as owner_code,
                    facts.park_code || '/' || facts.unit_code as unit_key,
                    case
                        when facts.view_code = 'nation' then '{BETWEEN_PROVINCES}' else facts.province_code
                    end as province_code,
                    coalesce(industries.section_code, 'unknown') as section_code,
                    coalesce(units.industry_division_code, 'unknown') as industry_division_code,
                    {columns},
                    parks.park_type_code,
                    parks.park_level_code,
                    facts.{measure.column} as amount
                from {measure.fact} as facts
                inner join dim_parks as parks using (reference_year, park_code)
                left join dim_units as units using (reference_year, park_code, unit_code)
                left join industries on units.industry_division_code = industries.industry_code
                where facts.boundary_code = ? and {where}
            )
            select
                reference_year,
                owner_code,
                unit_key,
                {", ".join(FINEST)},
                cast(sum(amount) as decimal(38, 12)) as amount
            from facts
            group by all
            having amount <> 0
            order by all
            """,
            [boundary_code, *measure.where.values()],
        ).pl()
