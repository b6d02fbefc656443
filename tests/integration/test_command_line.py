"""The command as people and programs meet it: exit codes, both languages, one line for each failure."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from lingtan.contracts.load import load_contracts
from orchestration.cli import main

COMMAND: Final = Path(sys.executable).with_name("lingtan")
UNKNOWN: Final = "P-0000000000000000"
NO_PLAN: Final = (f"没有方案 {UNKNOWN}；请先运行 plan。", f"There is no plan {UNKNOWN}; run plan first.")
CAUSES: Final = {
    "2015年各省GDP分产业原始数据.xls": ("文件已加密", "is encrypted"),
    "湖北1.xls": ("旧版 .xls 工作簿，暂不接收", "old .xls format, which is not accepted yet"),
    "分行业煤炭消费总量_gb18030.csv": (
        "与任何报表或已声明的版式都不相符",
        "fits no form and no declared layout",
    ),
    "云南.xlsx": ("与任何报表或已声明的版式都不相符", "fits no form and no declared layout"),
    "广西.xlsx": ("与任何报表或已声明的版式都不相符", "fits no form and no declared layout"),
}


@dataclass(frozen=True)
class Office:
    """Data folders of their own for the real command."""

    raw: Path
    exports: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The command in a process of its own."""
        variables = {"LINGTAN_RAW": str(self.raw), "LINGTAN_EXPORTS": str(self.exports)}
        return subprocess.run(
            [COMMAND, *arguments], env=os.environ | variables, capture_output=True, text=True, check=False
        )


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("office")
    return Office(folder / "raw", folder / "exports")


@pytest.fixture(scope="module")
def refused(office: Office, published_data: Path) -> Mapping[str, subprocess.CompletedProcess[str]]:
    """What the command says of tables that statistical offices sent, from the first time on."""
    folder = str(published_data / "nbs_tables")
    return {
        "first": office.run("receive", folder),
        "again": office.run("--lang", "en", "receive", "--again"),
        "json": office.run("--json", "receive", folder),
        "status": office.run("status"),
        "status in English": office.run("--lang", "en", "status"),
    }


def _causes(printed: str) -> dict[str, str]:
    """File -> the line below the one that names it."""
    lines = printed.splitlines()
    named = {name: place for name in CAUSES for place, line in enumerate(lines) if line.startswith(name)}
    return {name: lines[place + 1] for name, place in named.items()}


def test_a_refusal_is_an_outcome_and_not_a_failure(
    refused: Mapping[str, subprocess.CompletedProcess[str]],
) -> None:
    assert {name: (done.returncode, done.stderr) for name, done in refused.items()} == dict.fromkeys(
        refused, (0, "")
    )


@pytest.mark.parametrize(("run", "language"), [("first", 0), ("again", 1)])
def test_each_of_five_refusals_is_printed_with_its_cause(
    refused: Mapping[str, subprocess.CompletedProcess[str]], run: str, language: int
) -> None:
    causes = _causes(refused[run].stdout)
    assert set(causes) == set(CAUSES)
    assert [name for name, line in causes.items() if CAUSES[name][language] not in line] == []


def test_the_summary_says_where_the_receipts_are(
    refused: Mapping[str, subprocess.CompletedProcess[str]], office: Office
) -> None:
    receipts = office.raw / "receipts"
    assert refused["first"].stdout.splitlines()[-1] == f"共 5 份来件，其中拒收 5 份；回执在 {receipts}。"
    last = refused["again"].stdout.splitlines()[-1]
    assert last == f"5 deliveries, 5 refused; receipts are in {receipts}."
    assert len(list(receipts.glob("*.json"))) == len(list(receipts.glob("*.txt"))) == 5
    assert sum(path.is_file() for path in (office.raw / "archive").rglob("*")) == 5


def test_a_program_reads_the_receipts_as_json(
    refused: Mapping[str, subprocess.CompletedProcess[str]],
) -> None:
    deliveries = json.loads(refused["json"].stdout)["deliveries"]
    assert {one["file_name"] for one in deliveries} == set(CAUSES)
    assert {(one["outcome"], one["is_recognised"]) for one in deliveries} == {("refused", True)}


def test_the_status_says_that_nothing_is_accepted(
    refused: Mapping[str, subprocess.CompletedProcess[str]],
) -> None:
    assert refused["status"].stdout.splitlines() == [
        "尚无已接收的报送；拒收的来件 5 份。",
        "收件箱 0 个文件；草稿 0；发布 0，最新 无",
    ]
    assert refused["status in English"].stdout.splitlines() == [
        "Nothing is accepted yet; deliveries refused: 5.",
        "Files in the inbox: 0; drafts: 0; releases: 0, latest: none",
    ]


FORMS: Final = sorted({contract.form for contract in load_contracts()})
#: Arguments -> the one line in Chinese and in English.
CANNOT: Final[list[tuple[list[str], str, str]]] = [
    (["receive", "absent.xlsx"], "找不到 absent.xlsx", "There is no absent.xlsx"),
    (["check", "absent.xlsx"], "无法打开 absent.xlsx", "Cannot open absent.xlsx: No such file or directory"),
    (
        ["template", "no_form"],
        f"没有报表 no_form；可选：{'、'.join(FORMS)}",
        f"There is no form no_form; there are: {', '.join(FORMS)}",
    ),
    (["plan"], "尚未接收任何报送；请先运行 receive。", "Nothing has been received yet; run receive first."),
    (
        ["plan", "--known-on", "2025-02-30"],
        "日期“2025-02-30”无效，应为 YYYY-MM-DD。",
        "'2025-02-30' is no date; expected YYYY-MM-DD.",
    ),
    (
        ["plan", "--set", "gwp=AR6"],
        "未知的方案设置：gwp",
        "Unknown setting of a plan: gwp",
    ),
    (
        ["plan", "--set", "imputation=mean"],
        "设置 imputation 不能取“mean”；可取：none",
        "Setting imputation cannot be 'mean'; possible: none",
    ),
    *[([verb, UNKNOWN], *NO_PLAN) for verb in ("build", "gate", "draft")],
    (
        ["publish", UNKNOWN],
        f"未发布：方案 {UNKNOWN} 没有草稿；请先运行 draft",
        f"Not published: plan {UNKNOWN} has no draft; run draft first",
    ),
    (["verify", UNKNOWN], f"没有发布文件夹 {UNKNOWN}。", f"There is no release folder {UNKNOWN}."),
    (["verify"], "尚无发布。", "Nothing is released yet."),
]


@pytest.mark.parametrize(("language", "place"), [("zh", 1), ("en", 2)])
@pytest.mark.parametrize("case", CANNOT, ids=[" ".join(case[0]) for case in CANNOT])
def test_what_cannot_be_done_is_one_line(
    case: tuple[list[str], str, str],
    language: str,
    place: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LINGTAN_RAW", str(tmp_path / "raw"))
    monkeypatch.setenv("LINGTAN_EXPORTS", str(tmp_path / "exports"))
    monkeypatch.setattr(sys, "argv", ["lingtan", "--lang", language, *case[0]])
    with pytest.raises(SystemExit) as exited:
        main()
    assert exited.value.code == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", f"{case[place]}\n")


def test_an_error_is_json_where_a_program_reads(office: Office) -> None:
    done = office.run("--json", "build", UNKNOWN)
    said: dict[str, Any] = json.loads(done.stdout)
    assert done.returncode == 1
    assert said == {"error": {"zh": NO_PLAN[0], "en": NO_PLAN[1]}}
    assert done.stderr == f"{NO_PLAN[0]}\n"


def test_the_command_starts_without_anything_heavy() -> None:
    """`lingtan --help` answers at once: what a verb needs is imported by the verb."""
    heavy = ("polars", "duckdb", "dagster", "dbt", "great_expectations", "openpyxl", "sqlalchemy", "altair")
    script = f"import sys, orchestration.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_release_is_verified_by_its_plan_or_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    release = tmp_path / "exports" / "releases" / UNKNOWN
    release.mkdir(parents=True)
    monkeypatch.setenv("LINGTAN_EXPORTS", str(tmp_path / "exports"))
    for argument in (UNKNOWN, str(release)):
        monkeypatch.setattr(sys, "argv", ["lingtan", "--json", "verify", argument])
        with pytest.raises(SystemExit) as exited:
            main()
        verified = json.loads(capsys.readouterr().out)
        # An empty folder is no release: what is missing in it is named.
        assert (exited.value.code, verified["folder"]) == (1, str(release))
        assert verified["problems"]


def test_a_new_office_has_a_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LINGTAN_RAW", str(tmp_path / "raw"))
    monkeypatch.setenv("LINGTAN_EXPORTS", str(tmp_path / "exports"))
    monkeypatch.setattr(sys, "argv", ["lingtan", "--lang", "en", "status"])
    waiting = tmp_path / "raw" / "inbox" / "330000" / "return.xlsx"
    waiting.parent.mkdir(parents=True)
    waiting.write_bytes(b"")
    with pytest.raises(SystemExit) as exited:
        main()
    assert exited.value.code == 0
    assert capsys.readouterr().out.splitlines() == [
        "Nothing is accepted yet; deliveries refused: 0.",
        "Files in the inbox: 1; drafts: 0; releases: 0, latest: none",
    ]
    # To look is not to take in.
    assert not (tmp_path / "raw" / "register.db").exists()


def test_check_reads_with_the_layouts_of_the_office_too(tmp_path: Path) -> None:
    layouts = tmp_path / "raw" / "layouts"
    layouts.mkdir(parents=True)
    (layouts / "own.yaml").write_text("layout: own\n", encoding="utf-8")
    file = tmp_path / "file.csv"
    file.write_text("a\n1\n", encoding="utf-8")
    done = Office(tmp_path / "raw", tmp_path / "exports").run("check", str(file))
    assert done.returncode == 1
    assert "own.yaml" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_list_in_a_pipe_cuts_no_code(tmp_path: Path) -> None:
    done = Office(tmp_path / "raw", tmp_path / "exports").run("reference")
    assert "LINGTAN-METHOD-DECISIONS NDRC-910-2025-A4" in done.stdout


def test_a_file_that_cannot_be_read_is_a_line_and_the_others_go_on(tmp_path: Path) -> None:
    inbox = tmp_path / "raw" / "inbox"
    inbox.mkdir(parents=True)
    (inbox / "a.csv").symlink_to("nowhere")
    foreign = os.fsencode(inbox) + "/零碳.csv".encode("gb18030")
    Path(os.fsdecode(foreign)).write_text("a\n1\n", encoding="utf-8")
    office = Office(tmp_path / "raw", tmp_path / "exports")
    done = office.run("--lang", "en", "receive")
    assert done.returncode == 1
    assert "零碳.csv: refused" in done.stdout
    assert "a.csv: cannot be read: No such file or directory" in done.stdout
    assert done.stderr == ""
    said = json.loads(office.run("--json", "receive").stdout)
    assert [one["en"] for one in said["unreadable"]] == ["a.csv: cannot be read: No such file or directory"]


def test_what_the_system_refuses_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "raw").write_text("a file", encoding="utf-8")
    office = Office(tmp_path / "raw", tmp_path / "exports")
    for language, said in (("zh", "无法读写"), ("en", "Cannot read or write")):
        done = office.run("--lang", language, "receive")
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert said in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", f"方案 {UNKNOWN} 尚未构建；请先运行 build。"),
        ("en", f"Plan {UNKNOWN} is not built; run build first."),
    ],
)
def test_the_gate_asks_for_a_build_first(tmp_path: Path, language: str, said: str) -> None:
    folder = tmp_path / "exports" / "builds" / UNKNOWN
    folder.mkdir(parents=True)
    (folder / "plan.json").write_text("{}", encoding="utf-8")
    done = Office(tmp_path / "raw", tmp_path / "exports").run("--lang", language, "gate", UNKNOWN)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{said}\n")
    assert not (folder / "evidence.parquet").exists()
