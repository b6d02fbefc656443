"""Parks, provinces and the nation: what is missing, and what is partial for it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lingtan.synthetic.statement_lines import CompletenessLine
from tests.builders.one_park import fuel, park_return, unit
from tests.builders.one_park_gases import offset, value_chain
from tests.builders.small_nation import JIANGSU, NEXT_DOOR, SILENT, ZHEJIANG, nation_of

D = Decimal


def test_an_industry_tells_its_own_gaps_and_which_of_its_parks_are_partial() -> None:
    found = nation_of(
        park_return(
            fuel("E1", "diesel", "FIN", "1"),
            fuel("E2", "diesel", "FIN", None, unit_code="U02", notation="NE"),
            units=(unit("U01"), unit("U02", industry="2614")),
            of_park=ZHEJIANG,
        ),
        park_return(fuel("E1", "diesel", "FIN", "1"), of_park=NEXT_DOOR),
    ).cells

    def counts(division: str) -> list[object]:
        key = ("CN", "physical", "CN-NZCP-2025", division, "NA", "fuel", "CO2")
        return [found[f"sector_{name}"][key] for name in ("units", "parks", "gaps", "partial")]

    # Nothing of industry 30 is missing, and one of its two parks is partial for what another industry lacks.
    assert counts("30") == [2, 2, 0, 1]
    assert counts("26") == [1, 1, 1, 1]


def test_an_area_counts_its_parks_and_its_gaps() -> None:
    declared = replace(
        park_return(fuel("E1", "diesel", "FIN", "1"), of_park=NEXT_DOOR),
        completeness=(CompletenessLine("waste", "NE", "示例"),),
    )
    found = nation_of(
        park_return(
            fuel("E1", "bitumen", "FIN", "1"),
            fuel("E2", "diesel", "FIN", None, notation="NE"),
            of_park=ZHEJIANG,
        ),
        declared,
        park_return(fuel("E1", "diesel", "FIN", "1"), of_park=JIANGSU),
    )

    def counts(kind: str, *key: str) -> list[object]:
        return [found.cells[f"{kind}_{name}"][key] for name in ("gaps", "registered", "reported", "partial")]

    park_method = ("physical", "CN-NZCP-2025", "NA", "NA", "fuel", "CO2")
    inventory = ("physical", "GHGI", "1", "NA", "stationary_combustion", "CO2")
    # One silent park is registered in Beijing.
    assert counts("national", *park_method) == [2, 4, 3, 1]
    assert counts("national", *inventory) == [2, 4, 3, 2]
    assert counts("province", "330000", *inventory) == [2, 2, 2, 2]
    assert counts("province", "320000", *inventory) == [0, 1, 1, 0]
    assert counts("province", "330000", "administrative", *inventory[1:]) == [0, 2, 0, 0]
    # CO2, CH4 and N2O of two lines.
    assert counts("flow", "330000", "physical", "GHGI", "market") == [6, 2, 2, 2]
    assert found.cells["flow_is_partial"]["330000", "physical", "GHGI", "market"] is True
    assert found.cells["flow_is_partial"]["320000", "physical", "GHGI", "market"] is False
    assert found.cells["park_total_partial"]["SLB", "physical", "CN-NZCP-2025", "NA"] is False
    assert found.cells["park_total_partial"]["SLB", "physical", "GHGI", "market"] is True


@pytest.mark.parametrize(
    ("category", "park_total", "gross", "net"),
    [
        ("power", True, True, True),
        ("other_gases", False, True, True),
        ("offsets", False, False, True),
        ("international_bunkers", False, False, False),
    ],
)
def test_a_declared_gap_is_partial_where_it_is_missing(
    category: str, park_total: bool, gross: bool, net: bool
) -> None:
    said = replace(
        park_return(fuel("E1", "diesel", "FIN", "1"), of_park=ZHEJIANG),
        completeness=(CompletenessLine(category, "NE", "示例"),),
    )
    found = nation_of(said).cells
    key = ("SLA", "physical", "GHGI", "market")
    assert found["park_total_partial"]["SLA", "physical", "CN-NZCP-2025", "NA"] is park_total
    assert (found["park_total_partial"][key], found["net_partial"][key]) == (gross, net)
    area = ("330000", "physical", "GHGI", "market")
    assert (found["flow_partial"][area], found["flow_is_partial"][area]) == (int(gross), gross)
    removals = ("330000", "physical", "GHGI", "removal", "NA", "removals", "CO2")
    assert found["province_partial"][removals] == int(gross)
    national = ("physical", "CN-NZCP-2025", "NA", "NA", "fuel", "CO2")
    assert found["national_partial"][national] == int(park_total)


def test_a_gap_of_the_value_chain_or_of_an_offset_leaves_the_gross_whole() -> None:
    found = nation_of(
        park_return(
            fuel("E1", "diesel", "FIN", "1"),
            value_chain("S1", "5000", None, None),
            replace(offset("I1", "1"), quantity="NE"),
            of_park=ZHEJIANG,
        )
    ).cells
    key = ("SLA", "physical", "GHGI", "location")
    assert (found["park_total_gaps"][key], found["park_total_partial"][key]) == (0, False)
    assert (found["net_scope3_gaps"][key], found["net_partial"][key]) == (1, True)
    assert found["flow_is_partial"]["330000", "physical", "GHGI", "location"] is False


def test_each_boundary_counts_the_returns_that_report_it() -> None:
    line = fuel("E1", "diesel", "FIN", "1")
    units = (unit(administrative="1", is_legal_person=False),)
    both = replace(ZHEJIANG, boundaries_reported_code="both")
    quarters = tuple(
        park_return(line, units=units, of_park=both, period=f"2025-Q{number}") for number in range(1, 5)
    )
    found = nation_of(park_return(line, of_park=ZHEJIANG), *quarters).cells
    fuels = ("CN-NZCP-2025", "NA", "NA", "fuel", "CO2")
    # 42.652 x 74.1 / 1000: one tonne of the annual return, four of the quarters.
    assert found["park_component"]["SLA", "physical", *fuels] == D("3.1605132")
    assert found["park_component"]["SLA", "administrative", *fuels] == D("12.6420528")
    assert {key[1] for key in found["period_difference"]} == {"physical"}
    assert list(found["finding"]) == [("SLA", "physical", "periods_differ")]
    assert (found["year_source"]["SLA",], found["year_returns"]["SLA",]) == ("annual", 1)
    assert found["coverage"].keys() == {
        (SILENT.code, boundary, method, "not_reported")
        for boundary in ("physical", "administrative")
        for method in ("CN-NZCP-2025", "GHGI")
    }


def test_a_park_is_shown_with_the_year_of_a_boundary_that_has_one() -> None:
    line = fuel("E1", "diesel", "FIN", "1")
    other = replace(ZHEJIANG, boundaries_reported_code="administrative")
    first = park_return(line, of_park=ZHEJIANG, period="2025-Q1")
    found = nation_of(first, park_return(line, of_park=other)).cells
    assert (found["year_source"]["SLA",], found["year_exists"]["SLA",]) == ("annual", True)
    reasons = {key[1:] for key in found["coverage"] if key[0] == "SLA"}
    assert reasons == {("physical", method, "periods_incomplete") for method in ("CN-NZCP-2025", "GHGI")}


def test_what_a_park_leaves_out_as_a_whole() -> None:
    months = tuple(
        park_return(fuel("E1", "diesel", "FIN", "1"), of_park=JIANGSU, period=f"2025-{month:02d}")
        for month in range(1, 12)
    )
    gaps = (CompletenessLine("waste", "NE", "示例"), CompletenessLine("heat", "C", "示例"))
    said = replace(park_return(fuel("E1", "diesel", "FIN", "1"), of_park=ZHEJIANG), completeness=gaps)
    found = nation_of(said, not_counted=months)
    silent = SILENT.code
    methods = ("CN-NZCP-2025", "GHGI")
    whole = {
        (park_code, boundary, method, reason): 1
        for park_code, reason in ((silent, "not_reported"), ("SLC", "periods_incomplete"))
        for boundary in ("physical", "administrative")
        for method in methods
    }
    own = {("SLA", "administrative", method, "boundary_not_reported"): 1 for method in methods}
    declared = {
        ("SLA", "physical", "CN-NZCP-2025", "declared_not_estimated"): 1,
        ("SLA", "physical", "GHGI", "declared_not_estimated"): 2,
    }
    assert found.cells["coverage"] == whole | own | declared
    assert {key[0] for key in found.cells["park_total"]} == {"SLA"}
    assert found.cells["year_source"] == {(silent,): "none", ("SLA",): "annual", ("SLC",): "incomplete"}
    assert found.cells["year_returns"] == {(silent,): 0, ("SLA",): 1, ("SLC",): 0}
    assert found.cells["year_exists"]["SLA",] is True
