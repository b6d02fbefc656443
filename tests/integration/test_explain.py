"""`lingtan explain` on the golden parks: from released figures down to the cells of their returns (L13)."""

import json
import shutil
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from lingtan.errors import LingtanError
from lingtan.release.explain.document import as_json
from lingtan.release.explain.explain import Explanation, explain_cell
from lingtan.release.explain.page import as_page
from lingtan.release.explain.text import as_text
from lingtan.release.explain.tree import walk_down
from orchestration.cli import main
from tests.builders.drawn_cells import faults_of_all
from tests.builders.release import Released
from tests.builders.reporting_house import CORRECTED, House

pytestmark = pytest.mark.slow

NATIONAL = {"boundary_code": "physical", "method_code": "CN-NZCP-2025"}


def tree(released: Released, table: str, column: str, **key: str) -> dict[str, Any]:
    """The figure as the JSON says it."""
    explanation = explain_cell(released.folder, table, column, key, limit=None)
    figure: dict[str, Any] = json.loads(as_json(explanation))["figure"]
    return figure


def outline(node: dict[str, Any]) -> Any:
    """A tree as nested pairs of `column value` and its operands, down to submitted cells and documents."""
    name = f"{node['table'].removeprefix('lake/')}.{node['column']} {node['value']}"
    if node["kind"] == "submitted":
        name = f"{name} <{node['submitted']['sheet']}!{node['submitted']['cell']}>"
    if node["kind"] in ("value", "factor"):
        name = f"{name} {next(iter(node['key'].values()))}"
    operands = [
        outline(child) for part in node.get("parts", []) if part["is_operand"] for child in part["nodes"]
    ]
    return {name: operands} if operands else name


def test_every_figure_of_the_golden_parks_equals_its_recomputation(golden_release: Released) -> None:
    count, faults = faults_of_all(golden_release.folder)
    assert count > 5_000
    assert faults == []


def test_what_a_rule_only_reports_is_no_check_that_did_not_pass(golden_release: Released) -> None:
    evidence = pl.read_parquet(golden_release.folder / "restricted" / "evidence.parquet")
    assert "flagged" in set(evidence["result"])
    key = {"park_code": "GOLD-FUEL", **NATIONAL}
    explanation = explain_cell(golden_release.folder, "mart_park_year", "emission_tco2e", key, limit=None)
    assert json.loads(as_json(explanation))["checks_not_passed"] == []


def test_a_measured_fuel_factor_goes_down_to_what_was_measured(golden_release: Released) -> None:
    line = {"table_name": "energy", "line_id": "E4", "activity_code": "energy/FIN", **NATIONAL}
    (submission,) = golden_release.table("fct_emissions").filter(
        park_code="GOLD-FUEL", line_id="E4", method_code="CN-NZCP-2025"
    )["submission_id"]
    figure = tree(golden_release, "fct_emissions", "emission_tco2e", submission_id=submission, **line)
    assert outline(figure) == {
        "fct_emissions.emission_tco2e 1180.3275": [
            {
                "fct_emissions.mass_t 1180.3275": [
                    {"fct_emissions.sign 1": ["dim_terms.sign 1"]},
                    {
                        "fct_emissions.quantity 500": [
                            {
                                "fct_activity.quantity 500": [
                                    {
                                        "fct_activity.canonical_quantity 500": [
                                            "park_return__energy.quantity 0.05 <energy.csv!F5>",
                                            "dim_values.value 10000 unit/10kt",
                                        ]
                                    }
                                ]
                            }
                        ]
                    },
                    {
                        "fct_emissions.factor_value 2.360655": [
                            {
                                "fct_activity.measured_net_calorific_value 25.1": [
                                    "park_return__energy.net_calorific_value 25.1 <energy.csv!H5>"
                                ]
                            },
                            {
                                "fct_activity.measured_carbon_content 27": [
                                    "park_return__energy.carbon_content 27 <energy.csv!I5>"
                                ]
                            },
                            {
                                "fct_activity.measured_oxidation_ratio 0.95": [
                                    "park_return__energy.oxidation_ratio 0.95 <energy.csv!J5>"
                                ]
                            },
                            "dim_values.value 44 constant/carbon_to_co2_numerator",
                            "dim_values.value 12 constant/carbon_to_co2_denominator",
                            "dim_values.value 1000 unit/TJ",
                        ]
                    },
                ]
            },
            {"fct_emissions.gwp_value 1": ["dim_values.value 1 gwp/CN-NZCP-2025/1/CO2"]},
        ]
    }


def test_certificates_go_down_to_the_lines_of_power_and_claims(golden_release: Released) -> None:
    """Of 5,000 MWh 3,000 are traded with serials; 1,000 unbundled cover grid power, net of 500 sent."""
    (submission,) = golden_release.table("fct_clearing").filter(park_code="GOLD-CERTIFICATE", line_id="P1")[
        "submission_id"
    ]
    figure = tree(golden_release, "fct_clearing", "applied_mwh", submission_id=submission, line_id="P1")
    covered = {
        "fct_clearing.covered_mwh 3000": [
            "fct_clearing.reported_mwh 5000",
            {
                "fct_instruments.valid_quantity 3000": [
                    {
                        "fct_instruments.quantity 3000": [
                            "park_return__instruments.quantity 3000 <instruments.csv!K2>",
                            "dim_values.value 1 unit/MWh",
                        ]
                    }
                ]
            },
        ]
    }
    of_line = {
        "fct_clearing.grid_mwh 2000": [
            {
                "fct_clearing.reported_mwh 5000": [
                    "park_return__power_heat.quantity 5000 <power_heat.csv!J2>",
                    "dim_values.value 1 unit/MWh",
                ]
            },
            covered,
        ]
    }
    assert outline(figure) == {
        "fct_clearing.applied_mwh 1000": [
            of_line,
            {
                "fct_instruments.valid_quantity 1000": [
                    {
                        "fct_instruments.quantity 1000": [
                            "park_return__instruments.quantity 1000 <instruments.csv!K3>",
                            "dim_values.value 1 unit/MWh",
                        ]
                    }
                ]
            },
            {
                "fct_clearing.grid_mwh 4000": [
                    {
                        "fct_clearing.reported_mwh 4000": [
                            "park_return__power_heat.quantity 4000 <power_heat.csv!J3>",
                            "dim_values.value 1 unit/MWh",
                        ]
                    },
                    "fct_clearing.covered_mwh 0",
                ]
            },
            # Written out above.
            "fct_clearing.grid_mwh 2000",
            {
                "fct_activity.canonical_quantity 500": [
                    "park_return__power_heat.quantity 500 <power_heat.csv!J4>",
                    "dim_values.value 1 unit/MWh",
                ]
            },
        ]
    }


def test_a_flow_that_two_parks_tell_differently_goes_down_to_the_returns_of_both(
    golden_release: Released,
) -> None:
    """The seller says 100,000 GJ, the buyer 98 TJ."""
    figure = tree(
        golden_release,
        "mart_findings",
        "difference",
        finding_code="flow_asymmetric",
        park_code="GOLD-EXCHANGE-BUY",
        subject_code="heat/GOLD-EXCHANGE-SELL>GOLD-EXCHANGE-BUY",
    )

    def of_side(side: str, quantity: str, cell: str, multiplier: str) -> Any:
        line = {
            f"fct_activity.canonical_quantity {quantity}": [
                f"park_return__power_heat.quantity {cell} <power_heat.csv!J2>",
                f"dim_values.value {multiplier}",
            ]
        }
        flow = {f"fct_flows.flow_quantity {quantity}": [line]}
        return {f"mart_flow_matrix.{side}_quantity {quantity}": [flow]}

    assert outline(figure) == {
        "mart_findings.difference 2000": [
            {"mart_findings.value_a 100000": [of_side("sent", "100000", "100000", "1 unit/GJ")]},
            {"mart_findings.value_b 98000": [of_side("received", "98000", "98", "1000 unit/TJ")]},
        ]
    }


def test_a_direct_line_with_two_consumers_goes_down_to_the_returns_of_all_three(
    golden_release: Released,
) -> None:
    """The supplier says it sent 1,000 MWh; of its two consumers one received all of it, the other 400."""
    figure = tree(
        golden_release,
        "mart_findings",
        "difference",
        finding_code="direct_lines_exceed_supply",
        park_code="GOLD-DIRECT-SUPPLY",
    )

    def of_line(quantity: str, table: str, column: str) -> Any:
        cells = [
            f"park_return__power_heat.quantity {quantity} <power_heat.csv!J2>",
            "dim_values.value 1 unit/MWh",
        ]
        return {f"fct_flows.flow_quantity {quantity}": [{f"{table}.{column} {quantity}": cells}]}

    def received(quantity: str) -> Any:
        line = of_line(quantity, "fct_clearing", "reported_mwh")
        return {f"step/supplier_claims.claimed_mwh {quantity}": [line]}

    sent = of_line("1000", "fct_activity", "canonical_quantity")
    assert outline(figure) == {
        "mart_findings.difference 400": [
            {
                "mart_findings.value_a 1400": [
                    {"step/suppliers.claimed_mwh 1400": [received("1000"), received("400")]}
                ]
            },
            {"mart_findings.value_b 1000": [{"step/suppliers.supplied_mwh 1000": [sent]}]},
        ]
    }


@pytest.mark.parametrize(
    ("park", "table", "line", "expected"),
    [
        (
            "GOLD-HEAT",
            "power_heat",
            "P5",
            {
                "fct_activity.canonical_quantity 2679.26": [
                    "park_return__power_heat.quantity 1000 <power_heat.csv!J6>",
                    "dim_values.value 1 unit/t",
                    "park_return__power_heat.enthalpy_kj_per_kg 2763 <power_heat.csv!O6>",
                    # Nobody reported a return: the enthalpy of feed water stands in.
                    "park_return__power_heat.return_enthalpy_kj_per_kg None <power_heat.csv!P6>",
                    "dim_values.value 83.74 constant/feed_water_enthalpy_kj_per_kg",
                    "dim_values.value 0.001 unit/MJ",
                ]
            },
        ),
        (
            "GOLD-GASES",
            "other_gases",
            "O1",
            {
                "fct_activity.canonical_quantity 0.4": [
                    "park_return__other_gases.opening_stock 500 <other_gases.csv!F2>",
                    "park_return__other_gases.bought 1200 <other_gases.csv!G2>",
                    "park_return__other_gases.charge_increase 900 <other_gases.csv!H2>",
                    "park_return__other_gases.recovered 100 <other_gases.csv!I2>",
                    "park_return__other_gases.closing_stock 300 <other_gases.csv!J2>",
                    "dim_values.value 0.001 unit/kg",
                ]
            },
        ),
    ],
)
def test_a_quantity_that_was_worked_out_names_every_cell_it_needs(
    golden_release: Released, park: str, table: str, line: str, expected: Any
) -> None:
    lines = golden_release.table("fct_activity").filter(park_code=park, table_name=table, line_id=line)
    figure = tree(
        golden_release,
        "fct_activity",
        "canonical_quantity",
        submission_id=lines["submission_id"][0],
        table_name=table,
        line_id=line,
    )
    assert outline(figure) == expected


def test_a_year_of_months_goes_down_to_every_month_and_the_version_that_counts(house: House) -> None:
    """Eleven months of 10 t and a corrected one of 20 t; 1.851322 t CO2 a tonne."""
    explanation = explain_cell(
        house.released.folder,
        "mart_park_year",
        "emission_tco2e",
        {"park_code": CORRECTED, **NATIONAL},
        limit=None,
    )
    assert explanation.is_sound
    figure = json.loads(as_json(explanation))["figure"]
    assert figure["value"] == "240.67186"
    (component,) = [node for part in figure["parts"] for node in part["nodes"]]
    months = component["parts"][0]["nodes"]
    assert [Decimal(month["value"]) for month in months] == [
        Decimal("37.02644"),
        *[Decimal("18.51322")] * 11,
    ]
    assert months[0]["key"]["period_code"] == "2025-03"
    burnt = [
        str(node.value)
        for node in walk_down(explanation.root)
        if (node.table, node.column) == ("lake/park_return__energy", "quantity")
    ]
    assert sorted(burnt) == [*["10.000000000000"] * 11, "20.000000000000"]
    assert len(explanation.decisions.submissions) == 12
    (corrected,) = [one for one in explanation.decisions.submissions if one.others]
    assert corrected.content["submission_kind_code"] == "correction"
    assert [one["status"] for one in corrected.others] == ["superseded"]
    text = as_text(explanation, "zh")
    assert f"{CORRECTED}_correction.zip" in text
    assert corrected.content["delivery_id"] in text


def test_a_null_says_why(golden_release: Released) -> None:
    """Feedstock that no process line carries is not estimated, and the figure says so (L7)."""
    facts = golden_release.table("fct_emissions").filter(
        pl.col("not_estimated_reason_code") == "feedstock_not_carried",
        pl.col("method_code") == "CN-NZCP-2025",
    )
    row = facts.row(0, named=True)
    key = {
        name: str(row[name])
        for name in ("submission_id", "line_id", "activity_code", "boundary_code", "method_code", "term_code")
    }
    explanation = explain_cell(golden_release.folder, "fct_emissions", "emission_tco2e", key, limit=None)
    figure = json.loads(as_json(explanation))["figure"]
    assert figure["value"] is None
    assert figure["null_because"]["code"] == "feedstock_not_carried"
    assert figure["follows"]["is_equal"]
    assert figure["null_because"]["zh"] in as_text(explanation, "zh")
    assert figure["null_because"]["en"] in as_text(explanation, "en")


def copied(released: Released, folder: Path) -> Path:
    """The release alone, away from register, archive and lake."""
    return Path(shutil.copytree(released.folder / "restricted", folder / "restricted")).parent


def test_the_release_alone_is_enough_and_a_changed_figure_is_found(
    golden_release: Released, tmp_path: Path
) -> None:
    release = copied(golden_release, tmp_path)
    path = release / "restricted" / "data" / "fct_emissions.parquet"
    frame = pl.read_parquet(path)
    changed = pl.when(pl.col("line_id") == "E4").then(pl.col("mass_t") + 1).otherwise(pl.col("mass_t"))
    frame.with_columns(changed.cast(frame.schema["mass_t"]).alias("mass_t")).write_parquet(path)
    key = {"park_code": "GOLD-FUEL", **NATIONAL}
    explanation = explain_cell(release, "mart_park_year", "emission_tco2e", key, limit=None)
    assert not explanation.is_sound
    assert {node.column for node in walk_down(explanation.root) if not node.is_sound} == {
        "emission_tco2e",
        "mass_t",
    }
    assert "重算不一致：1180.3275" in as_text(explanation, "zh")
    assert "differs: 1180.3275" in as_page(explanation)


class _Page(HTMLParser):
    """Checks that what opens closes, and keeps what could ask for something."""

    VOID = frozenset({"meta", "br", "link", "img", "input"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.requests: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.requests += [
            value for name, value in attrs if name in ("src", "href", "action") and value and value[0] != "#"
        ]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page_of(explanation: Explanation) -> _Page:
    parsed = _Page()
    parsed.feed(as_page(explanation))
    return parsed


def test_the_page_is_well_formed_and_asks_for_nothing(golden_release: Released) -> None:
    key = {"park_code": "GOLD-CERTIFICATE", **NATIONAL}
    explanation = explain_cell(golden_release.folder, "mart_park_year", "emission_tco2e", key, limit=3)
    page = page_of(explanation)
    assert page.open == []
    assert page.requests == []
    assert "script" not in page.tags
    assert "details" in page.tags
    assert "url(" not in as_page(explanation)


def test_names_of_others_stand_escaped_in_the_page(golden_release: Released, tmp_path: Path) -> None:
    release = copied(golden_release, tmp_path)
    path = release / "restricted" / "plan" / "submissions.parquet"
    pl.read_parquet(path).with_columns(file_name=pl.lit("<script>alert(1)</script>.xlsx")).write_parquet(path)
    key = {"park_code": "GOLD-FUEL", **NATIONAL}
    explanation = explain_cell(release, "mart_park_year", "emission_tco2e", key, limit=2)
    assert "script" not in page_of(explanation).tags
    assert "&lt;script&gt;alert(1)&lt;/script&gt;.xlsx" in as_page(explanation)


def test_many_parts_are_cut_and_counted(golden_release: Released) -> None:
    key = {"component_code": "power", **NATIONAL}
    explanation = explain_cell(golden_release.folder, "mart_national_year", "emission_tco2e", key, limit=2)
    assert explanation.is_sound
    part = explanation.root.parts[0]
    assert len(part.nodes) == 2
    values = [child.value for one in explanation.root.parts for child in one.nodes]
    values += [value for one in explanation.root.parts for value in one.hidden]
    assert sum(value for value in values if isinstance(value, Decimal)) == explanation.root.value
    assert f"另有 {len(part.hidden)} 项" in as_text(explanation, "zh")


@pytest.mark.parametrize(
    ("table", "column", "key", "zh", "en"),
    [
        ("mart_parks", "emission_tco2e", {}, "没有可解释的表 mart_parks", "no table mart_parks"),
        ("mart_park_year", "emission", {}, "没有可解释的列 emission", "no column emission"),
        (
            "mart_park_year",
            "emission_tco2e",
            {"province_code": "1"},
            "不是表 mart_park_year",
            "no key column",
        ),
        ("mart_park_year", "emission_tco2e", {"park_code": "NOBODY"}, "没有主键为", "no row with"),
        ("mart_park_year", "emission_tco2e", {"park_code": "GOLD-FUEL"}, "请再给出：", "name further:"),
    ],
)
def test_a_wrong_question_is_answered_in_one_line(
    golden_release: Released, table: str, column: str, key: dict[str, str], zh: str, en: str
) -> None:
    with pytest.raises(LingtanError) as raised:
        explain_cell(golden_release.folder, table, column, key, limit=1)
    assert zh in raised.value.zh
    assert en in raised.value.en
    assert "\n" not in raised.value.zh + raised.value.en


@pytest.mark.parametrize(
    ("file", "content", "zh"),
    [
        ("data/fct_emissions.parquet", b"PAR1 damaged", "已损坏"),
        ("lake/park_return__energy.parquet", b"", "已损坏"),
        ("data/fct_activity.parquet", None, "缺少 fct_activity"),
        ("plan/submissions.parquet", None, "缺少 plan/submissions"),
    ],
)
def test_a_damaged_release_is_said_to_be(
    golden_release: Released, tmp_path: Path, file: str, content: bytes | None, zh: str
) -> None:
    release = copied(golden_release, tmp_path)
    path = release / "restricted" / file
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LingtanError, match=zh):
        explain_cell(
            release, "mart_park_year", "emission_tco2e", {"park_code": "GOLD-FUEL", **NATIONAL}, limit=1
        )


def test_the_command_prints_writes_and_fails_as_the_other_verbs_do(
    golden_release: Released,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LINGTAN_EXPORTS", str(golden_release.places.exports))
    cell = ["explain", "mart_park_year", "emission_tco2e", "park_code=GOLD-FUEL", "method_code=CN-NZCP-2025"]

    def run(*arguments: str) -> int:
        monkeypatch.setattr("sys.argv", ["lingtan", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        return int(ended.value.code or 0)

    assert run(*cell) == 0
    assert "= 12204.90241 tCO2e" in capsys.readouterr().out
    assert run("--lang", "en", *cell) == 0
    assert "Sum of the components" in capsys.readouterr().out
    assert run("--json", *cell) == 0
    assert json.loads(capsys.readouterr().out)["figure"]["value"] == "12204.90241"
    page = tmp_path / "page.html"
    assert run(*cell, "--format", "html", "--out", str(page)) == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    capsys.readouterr()
    for wrong, words in (
        (["--format", "pdf"], "没有格式 pdf"),
        (["--release", str(tmp_path / "nowhere")], "没有发布文件夹"),
        (["boundary_code"], "不是 列=值"),
        (["--limit", "-1"], "不能为负"),
    ):
        assert run(*cell, *wrong) == 1
        failure = capsys.readouterr()
        assert words in failure.err
        assert failure.out == ""
        assert failure.err.count("\n") == 1
