"""Everything one bulletin shows, read once for both languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lingtan.bulletin import numbers
from lingtan.bulletin.full_inventory import FullInventory, read_full_inventory
from lingtan.bulletin.tables import BulletinTables, Row
from lingtan.bulletin.unverified import Unverified, is_in_total
from lingtan.errors import LingtanError

#: The methods the bulletin presents, each in sections of its own; results of two methods are never added.
PARK_METHOD: Final = "CN-NZCP-2025"
INVENTORY_METHOD: Final = "CEADS-PROV"
#: Why a registered park has no result: what came in and is no year, not this boundary, nothing (L7).
ABSENCES: Final = ("periods_incomplete", "boundary_not_reported", "not_reported")


@dataclass(frozen=True)
class Content:
    """Rows by section; columns are those of the query each is named after.

    Attributes:
        year: the newest reference year with registered parks, which most sections show; without any the
            newest with an inventory.
        years: all reference years with registered parks, oldest first.
        inventory_year: the newest year with a provincial inventory, None without any.
        boundary: names of the boundary that the plan makes the headline.
        absences: why a registered park has no result, with names; a row of parks counts each one in
            `park_count_<code>`.
        uncertainty: of the sum of park results, as written; None where no park has a result.
        full: the full greenhouse gas inventory of the parks.
        cleared: green power with its certificates, and without.
        findings: what the build noticed in the data, by kind.
    """

    year: int
    years: Sequence[int]
    inventory_year: int | None
    method: Row
    inventory_method: Row
    parks: Sequence[Row]
    components: Sequence[Row]
    provinces: Sequence[Row]
    province_components: Sequence[Row]
    provinces_without_parks: Sequence[Row]
    size_classes: Sequence[Row]
    size_class_points: Sequence[Row]
    not_determined: Sequence[Row]
    indicators: Sequence[Row]
    coverage_reasons: Sequence[Row]
    coverage_terms: Sequence[Row]
    inventories: Sequence[Row]
    inventories_national: Sequence[Row]
    provinces_without_inventory: Sequence[Row]
    unverified_factors: Sequence[Row]
    unverified_inventory_factors: Sequence[Row]
    measured_factors: Row
    uncertainty: Row | None
    boundary: Row
    absences: Sequence[Row]
    full: FullInventory
    cleared: Row
    findings: Sequence[Row]
    notation_keys: Sequence[Row]

    @property
    def has_parks(self) -> bool:
        """Whether a park is registered for any year; an office may have provincial inventories alone."""
        return bool(self.years)

    @property
    def reference_years(self) -> Sequence[int]:
        """The years of parks and of inventories, oldest first."""
        return sorted({*self.years, *(row["reference_year"] for row in self.inventories_national)})

    @property
    def national(self) -> Row:
        """The parks of the newest year: counts, and the sum of their results. Only where there are parks."""
        return self.parks_of[self.year]

    @property
    def parks_of(self) -> Mapping[int, Row]:
        """The parks by year."""
        return {row["reference_year"]: row for row in self.parks}

    @property
    def province_cells(self) -> Mapping[tuple[str, str], Row]:
        """The sums by province and component code."""
        return {(row["province_code"], row["component_code"]): row for row in self.province_components}

    @property
    def component_rows(self) -> Sequence[Row]:
        """The components of the newest year, in order."""
        return [row for row in self.components if row["reference_year"] == self.year]


def _uncertainty(rows: Sequence[Row]) -> Row | None:
    """The row with its figures as written: per cent with one decimal, and the part that is known."""
    if not rows:
        return None
    (row,) = rows
    written = {
        name: None if row[f"{name}_percent"] is None else numbers.rounded(row[f"{name}_percent"], 1)
        for name in ("propagated", "simulated")
    }
    return row | written | {"known_share": numbers.share(row["known_tco2e"], row["absolute_tco2e"])}


def read_content(folder: Path, seeds: Path, boundary_code: str) -> Content:
    """Read a release's canonical tables.

    Args:
        folder: canonical `<table>.parquet` files.
        seeds: the reference seeds, for names of codes.
        boundary_code: the boundary that the figures belong to.

    Raises:
        LingtanError: a table is missing, or no year has a registered park or an inventory.
    """
    with BulletinTables(folder, seeds) as tables:
        park = {"method": PARK_METHOD, "boundary": boundary_code}
        place: dict[str, str | int] = {"boundary": boundary_code}
        inventory = {"method": INVENTORY_METHOD}
        years = [row["reference_year"] for row in tables.rows("years", **park)]
        inventories_national = tables.rows("inventories_national", **inventory)
        inventory_year = inventories_national[-1]["reference_year"] if inventories_national else None
        year = years[-1] if years else inventory_year
        if year is None:
            raise LingtanError(
                "没有任何年度的园区结果或省级清单，无法编制公报。",
                "No year has park results or a provincial inventory; there is no bulletin to make.",
            )

        boundaries = {row["code"]: row for row in tables.rows("code_list", list="boundaries")}
        reasons = {row["code"]: row for row in tables.rows("code_list", list="not_estimated_reasons")}

        of_parks = Unverified(tables, PARK_METHOD, boundary_code)
        of_inventories = Unverified(tables, INVENTORY_METHOD, "NA")

        def of_inventory_year(query: str) -> Sequence[Row]:
            return () if inventory_year is None else tables.rows(query, **inventory, year=inventory_year)

        return Content(
            year=year,
            years=years,
            inventory_year=inventory_year,
            method=tables.rows("method", method=PARK_METHOD)[0],
            inventory_method=tables.rows("method", method=INVENTORY_METHOD)[0],
            parks=of_parks.beside(tables.rows("parks_by_year", **park), "nation", chosen=is_in_total),
            components=of_parks.beside(tables.rows("components", **park), "nation", chosen=is_in_total),
            provinces=of_parks.beside(
                tables.rows("provinces", **park, year=year), "province", year=year, chosen=is_in_total
            ),
            province_components=of_parks.beside(
                tables.rows("province_components", **park, year=year),
                "province",
                year=year,
                chosen=is_in_total,
            ),
            provinces_without_parks=tables.rows("provinces_without_parks", year=year),
            size_classes=tables.rows("size_classes", **park, year=year),
            size_class_points=tables.rows("size_class_points", **park, year=year),
            not_determined=tables.rows("not_determined", **park, year=year),
            indicators=tables.rows("indicators", **place, year=year),
            coverage_reasons=tables.rows("coverage_reasons", **park, year=year),
            coverage_terms=tables.rows("coverage_terms", **park, year=year),
            inventories=of_inventories.beside(
                of_inventory_year("inventories"), "province", year=inventory_year
            ),
            inventories_national=of_inventories.beside(inventories_national, "nation"),
            provinces_without_inventory=of_inventory_year("provinces_without_inventory"),
            unverified_factors=tables.rows("unverified_factors", **park, year=year),
            unverified_inventory_factors=of_inventory_year("unverified_inventory_factors"),
            measured_factors=tables.rows("measured_factors", **park, year=year)[0],
            uncertainty=_uncertainty(tables.rows("uncertainty", **park, year=year)),
            boundary=boundaries[boundary_code],
            absences=[reasons[code] for code in ABSENCES],
            full=read_full_inventory(tables, boundary_code, year),
            cleared=tables.rows("cleared", **place, year=year)[0],
            findings=tables.rows("findings", **place, year=year),
            notation_keys=tables.rows("code_list", list="notation_keys"),
        )
