"""The public files as a reader has them: nothing restricted in any, and every change is found (L9)."""

import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import duckdb
import polars as pl
import pytest

from lingtan.public.notes import coverage_note
from lingtan.release.publish import publish
from lingtan.release.verify import verify
from orchestration.cli import main
from quality.gate import judge
from tests.builders.drafts import NOON, ONE, draft, flip, places_with_lake
from tests.builders.public_contents import leaks, restricted_numbers, restricted_texts, texts_of
from tests.builders.release import Released

pytestmark = pytest.mark.slow

TABLE = "emissions_by_area_and_component"


@dataclass(frozen=True)
class Secrets:
    """What nobody outside may read of the golden parks."""

    numbers: dict[str, str]
    texts: dict[str, set[str]]

    def any_of(self, kind: str) -> str:
        return min(self.texts[kind], key=lambda text: (-len(text), text))


@pytest.fixture(scope="module")
def secrets(golden_release: Released) -> Secrets:
    return Secrets(restricted_numbers(golden_release.folder), restricted_texts(golden_release.folder))


@pytest.fixture
def public(golden_release: Released, tmp_path: Path) -> Path:
    """The public files alone, under another name, to be changed."""
    folder = Path(shutil.copytree(golden_release.folder / "public", tmp_path / "downloaded"))
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return folder


def test_no_file_has_what_is_withheld_or_who_reported(golden_release: Released, secrets: Secrets) -> None:
    """Withheld figures in every rounding and unit; names, codes, submissions, file names and places."""
    assert len(secrets.numbers) > 500
    # No golden unit names an ultimate owner: those of the synthetic nation are looked for in its own test.
    assert [kind for kind, several in secrets.texts.items() if not several] == ["owner"]
    assert leaks(golden_release.folder / "public", secrets.numbers, secrets.texts) == []


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_what_is_planted_is_found_in_every_kind_of_file(
    golden_release: Released, secrets: Secrets, public: Path
) -> None:
    cells = golden_release.table("cmp_public_cells").filter(protection_status_code="primary")
    cell = cells.filter(measure_code="cn_nzcp", cell_code="area=330000|component=fuel").row(0, named=True)
    exact = cell["exact_value"]
    unit, park, code = (secrets.any_of(kind) for kind in ("unit", "park", "credit code"))
    submission, place = secrets.any_of("submission"), secrets.any_of("place")
    # Files of parks are called after them; this one is found by its own name alone.
    delivery = next(
        one
        for one in sorted(secrets.texts["delivery"])
        if not any(code in one for code in secrets.texts["park"])
    )
    whole, short = f"{round(exact):,}", f"{round(exact / 10_000, 4)}"
    _append(public / "summary" / "index.zh.html", f"<!-- {whole} -->")
    _append(public / "summary" / "provinces" / "330000.en.html", f"<text>{short}</text>")
    _append(public / "csv" / f"{TABLE}.csv", f"2025,{submission}\n")
    _append(public / "README.txt", delivery)
    _append(public / "sdmx" / "structures.xml", f"<!-- {park} -->")
    package = json.loads((public / "datapackage.json").read_bytes())
    (public / "datapackage.json").write_text(json.dumps(package | {"source": code}), encoding="utf-8")
    frame = pl.read_parquet(public / "data" / f"{TABLE}.parquet")
    frame.with_columns(pl.lit(exact).alias("kept")).write_parquet(public / "data" / f"{TABLE}.parquet")
    with duckdb.connect(str(public / "lingtan_public.duckdb")) as connection:
        connection.execute(f"comment on table {TABLE} is '{place}'")
    with zipfile.ZipFile(public / "xlsx" / "lingtan_public.xlsx", "a") as archive:
        archive.writestr("docProps/planted.xml", f"<creator>{unit}</creator>")
    found = [line.partition(" is ")[0] for line in leaks(public, secrets.numbers, secrets.texts)]
    assert found == [
        f"README.txt: delivery {delivery}",
        f"csv/{TABLE}.csv: submission {submission}",
        f"data/{TABLE}.parquet: {exact.normalize()}",
        f"datapackage.json: credit code {code}",
        f"lingtan_public.duckdb: place {place}",
        f"sdmx/structures.xml: park {park}",
        f"summary/index.zh.html: {round(exact)}",
        f"summary/provinces/330000.en.html: {Decimal(short).normalize()}",
        f"xlsx/lingtan_public.xlsx: unit {unit}",
    ]


def test_nothing_says_who_published(tmp_path: Path) -> None:
    places = places_with_lake(tmp_path)
    draft(places, "one")
    release = publish(places, ONE, judge, published_by="示例发布人", now=NOON).folder
    assert "示例发布人" in (release / "publication.json").read_text(encoding="utf-8")
    assert [name for name, text in texts_of(release / "public").items() if "示例发布人" in text] == []


def run_verify(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr("sys.argv", ["lingtan", "verify", str(folder)])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_a_reader_verifies_the_public_files_alone(
    public: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_verify(public, monkeypatch) == 0
    assert "全部文件与发布时一致" in capsys.readouterr().out
    flip(public / "data" / f"{TABLE}.parquet")
    assert run_verify(public, monkeypatch) == 1
    assert f"downloaded/data/{TABLE}.parquet：内容与发布时不同" in capsys.readouterr().out


def _other_number(public: Path) -> None:
    path = public / "publication.json"
    path.write_bytes(path.read_bytes().replace(b'"release_number": 1', b'"release_number": 2'))


def _one_row_less(public: Path) -> None:
    with duckdb.connect(str(public / "lingtan_public.duckdb")) as connection:
        connection.execute(f"delete from {TABLE} where area_code = 'TOTAL'")


@pytest.mark.parametrize(
    ("change", "path", "words"),
    [
        (lambda public: flip(public / "README.txt", 0), "README.txt", "differs"),
        (lambda public: flip(public / "manifest.json", 0), "manifest.json", "cannot be read"),
        (lambda public: (public / "manifest.json").unlink(), "manifest.json", "is missing"),
        (lambda public: (public / "datapackage.json").unlink(), "datapackage.json", "is missing"),
        (lambda public: (public / "publication.json").unlink(), "publication.json", "is missing"),
        (lambda public: (public / "csv" / "more.csv").touch(), "csv/more.csv", "is not in the manifest"),
        (_other_number, "publication.json", "differs"),
        (_one_row_less, "lingtan_public.duckdb", "differs"),
    ],
    ids=[
        "byte", "manifest", "manifest missing", "file missing", "publication missing", "extra file",
        "publication", "duckdb",
    ],
)  # fmt: skip
def test_what_was_changed_is_named(
    public: Path, change: Callable[[Path], object], path: str, words: str
) -> None:
    change(public)
    problems = verify(public)
    assert [problem.path for problem in problems] == [f"downloaded/{path}"]
    assert words in problems[0].en


@pytest.mark.parametrize(
    ("language", "sums", "withheld"),
    [
        ("zh", "不是全国或某一地区全部活动的排放量或能耗", "个为保护填报单位而不公布"),
        ("en", "not the emissions or the energy of all activity", "withheld to protect respondents"),
    ],
)
def test_the_first_page_says_what_the_figures_do_not_cover(
    golden_release: Released, language: str, sums: str, withheld: str
) -> None:
    """Before the first figure: what is in no sum, how many parks did not report, how much is withheld."""
    folder = golden_release.folder / "public"
    page = (folder / "summary" / f"index.{language}.html").read_text(encoding="utf-8")
    coverage = page.index('id="coverage"')
    first_figure = page.index('id="headlines-section"')
    assert coverage < page.index(sums) < page.index(withheld) < first_figure
    readme = (folder / "README.txt").read_text(encoding="utf-8")
    assert coverage_note()[("zh", "en").index(language)] in readme
