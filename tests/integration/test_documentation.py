"""What the pages tell a reader to type works, and where they point is something.

The commands of the pages are run one after another in a folder laid out like the checkout, with data folders
of its own; they make the one release of this module from the shipped samples. The lines of `make` are looked
up, not run.
"""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from lingtan.contracts.derive_samples import SAMPLES
from lingtan.places import Places, checkout

ROOT = checkout()
PAGES = [
    path.relative_to(ROOT).as_posix()
    for path in (*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").rglob("*.md")))
]
#: These make the release that the others read, in this order.
FIRST = ("docs/how-to/add-a-factor-set.md", "docs/how-to/load.md")
OTHERS = [page for page in PAGES if page not in FIRST]
ANALYST = "docs/how-to/analyst.md"
#: Stands for the id that `lingtan plan` printed.
PLAN_EXAMPLE = "P-0123456789abcdef"
#: What a reader runs once, or what does not end by itself; nothing else is left out.
NOT_RUN = (
    "git clone ",
    "cd ",
    "dagster dev",
    ".venv/bin/dagster dev",
    "lingtan demo",
    ".venv/bin/lingtan demo",
)


@dataclass(frozen=True)
class Office:
    """A folder that looks like the checkout, and the data folders in it."""

    folder: Path
    places: Places

    def run(self, statement: str) -> subprocess.CompletedProcess[str]:
        """Run one statement of a page as a reader would."""
        plans = sorted(path.name for path in self.places.builds.glob("P-*"))
        if PLAN_EXAMPLE in statement:
            (plan_id,) = plans
            statement = statement.replace(PLAN_EXAMPLE, plan_id)
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", statement],
            cwd=self.folder,
            env=os.environ
            | {
                "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
                "LINGTAN_RAW": str(self.places.raw),
                "LINGTAN_EXPORTS": str(self.places.exports),
                "DAGSTER_HOME": "",
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def statements(page: str) -> list[str]:
    """The commands of a page: a line each, continued lines joined, comments left out."""
    joined = "".join(blocks(page, "sh")).replace("\\\n", " ")
    lines = [line.split(" #")[0].strip() for line in joined.splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def run_page(office: Office, page: str) -> list[str]:
    """Run what a page tells to run; the failures in words."""
    faults = []
    for statement in statements(page):
        if statement.startswith(("make", *NOT_RUN)):
            continue
        done = office.run(statement)
        if done.returncode != 0:
            faults.append(f"{page}: {statement}\n{done.stdout}{done.stderr}")
    return faults


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office that did what the pages of the operator say."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "raw").mkdir()
    (folder / "raw" / "samples").symlink_to(ROOT / SAMPLES)
    for name in ("docs", ".venv", "pyproject.toml", "orchestration", "dbt_project", "lingtan", "quality"):
        (folder / name).symlink_to(ROOT / name)
    made = Office(folder, Places(raw=folder / "raw", exports=folder / "exports"))
    faults = [fault for page in FIRST for fault in run_page(made, page)]
    assert not faults, "\n".join(faults)
    return made


@pytest.mark.slow
def test_the_operator_s_pages_make_a_release(office: Office) -> None:
    (release,) = office.places.releases.iterdir()
    assert office.places.latest.resolve() == release.resolve()
    assert office.run("lingtan verify").returncode == 0


@pytest.mark.parametrize("page", [page for page in OTHERS if statements(page)])
def test_every_command_of_a_page_works(office: Office, page: str) -> None:
    assert run_page(office, page) == []


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_named_in_a_page_exists(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))
    text = (ROOT / page).read_text(encoding="utf-8")
    in_blocks = [shlex.split(line) for line in statements(page) if line.startswith("make")]
    named = {word for line in in_blocks for word in line[1:] if re.fullmatch(r"[a-z]+", word)}
    named |= set(re.findall(r"`make ([a-z]+)[^`]*`", text))
    assert named <= targets


@pytest.mark.parametrize("page", PAGES)
def test_every_verb_named_in_a_page_exists(page: str) -> None:
    from orchestration.cli import app

    verbs = {command.callback.__name__ for command in app.registered_commands if command.callback}
    text = (ROOT / page).read_text(encoding="utf-8")
    assert set(re.findall(r"`lingtan ([a-z]+)", text)) <= verbs


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    text = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    targets = [target for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]
    lost = []
    for target in targets:
        path, _, anchor = target.partition("#")
        file = ((ROOT / page).parent / path) if path else ROOT / page
        if not file.exists() or (anchor and anchor not in anchors(file)):
            lost.append(target)
    assert lost == []


def anchors(file: Path) -> set[str]:
    """The anchors of a page's heads, as a Markdown reader makes them."""
    heads = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.strip().lower()).replace(" ", "-") for head in heads}


def test_the_readme_says_the_same_in_both_languages() -> None:
    """The same commands, verbs, folders, pictures and figures of the demo; only the words differ."""
    pages = [(ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md")]
    for pattern in (
        r"^```sh\n(.*?)^```$",
        r"`lingtan ([a-z]+)",
        r"^\| \[`(\w+/)`\]",
        r"!\[.*?\]\((.*?)\)",
        r"`make ([a-z]+)",
    ):
        english, chinese = (
            set(re.findall(pattern, page, flags=re.MULTILINE | re.DOTALL)) - {""} for page in pages
        )
        assert english == chinese, pattern
    parks = [re.search(r"(\d+) (?:parks|个园区)", page) for page in pages]
    assert len({found.group(1) for found in parks if found}) == 1
    assert all(parks)


def test_every_page_is_in_the_index() -> None:
    indexed = {
        (ROOT / index).parent.joinpath(target.split("#")[0]).resolve()
        for index in ("docs/README.md", "docs/decisions/README.md")
        for target in re.findall(r"\]\(([^)\s]+)\)", (ROOT / index).read_text(encoding="utf-8"))
    }
    pages = {(ROOT / page).resolve() for page in PAGES if page.startswith("docs/")}
    assert pages - {(ROOT / "docs/README.md").resolve()} <= indexed


def test_the_analyst_s_page_asks_what_its_queries_answer() -> None:
    """A question stands in the page as in its query, up to a bracket, and links to it."""
    rows = re.findall(
        r"^\| (.+?) · (.+?) \| \[(\d\d)\]\((questions/\3_\w+\.sql)\) \|$",
        (ROOT / ANALYST).read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    assert [number for _, _, number, _ in rows] == [f"{number:02}" for number in range(1, 12)]
    for zh, en, _, link in rows:
        asked = (ROOT / "docs" / "how-to" / link).read_text(encoding="utf-8").splitlines()
        assert asked[0].startswith(f"-- zh: {zh}"), link
        assert asked[1].startswith(f"-- en: {en}"), link


def test_the_analyst_s_queries_run_on_a_release(office: Office) -> None:
    file = office.places.latest / "restricted" / "lingtan.duckdb"
    questions = sorted((ROOT / "docs" / "how-to" / "questions").glob("*.sql"))
    with duckdb.connect(str(file), read_only=True) as release:
        answers = {
            path.name[:2]: release.sql(path.read_text(encoding="utf-8")).fetchall() for path in questions
        }
        (total,) = release.execute(
            "select emission_tco2e from park_emissions(2025, 'CN-NZCP-2025', 'physical') where park_code = ?",
            ["SAMPLE-PARK-1"],
        ).fetchall()[0]
        macros = [statement for block in blocks(ANALYST, "sql") for statement in block.split(";")]
        for statement in filter(str.strip, macros):
            assert release.sql(statement).fetchall(), statement
    for number in ("01", "03", "05", "06", "07", "09"):
        assert answers[number], number
    # Own entries and eliminations of one park are its total.
    assert sum(row[-1] or 0 for row in answers["09"]) == total


def test_the_analyst_s_python_opens_the_release(office: Office) -> None:
    (snippet,) = blocks(ANALYST, "python")
    done = subprocess.run(
        [sys.executable, "-c", snippet], cwd=office.folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "mart_carbon_per_energy" in done.stdout
    assert "reason_zh" in done.stdout
