"""The code's digest: bytes and names inside the checkout, nothing of the machine (L4)."""

import shutil
from pathlib import Path

from lingtan.places import checkout
from lingtan.release.code_digest import code_digests


def _checkout(folder: Path) -> Path:
    for name, text in {
        "lingtan/intake/read.py": "x = 1\n",
        "quality/gate.py": "y = 2\n",
        "dbt_project/models/a.sql": "select 1\n",
        "dbt_project/seeds/reference/units.csv": "unit_code\n",
        "raw/contracts/park_return/1.yaml": "form: park_return\n",
        "requirements.lock": "duckdb==1.5.5\n",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_the_same_code_elsewhere_has_the_same_digest(tmp_path: Path) -> None:
    here = _checkout(tmp_path / "here")
    there = tmp_path / "some" / "where else"
    shutil.copytree(here, there)
    assert code_digests(here) == code_digests(there)


def test_what_runs_write_does_not_count(tmp_path: Path) -> None:
    folder = _checkout(tmp_path)
    before = code_digests(folder)
    for name in (
        "lingtan/__pycache__/read.pyc",
        "dbt_project/target/manifest.json",
        "dbt_project/logs/dbt.log",
    ):
        path = folder / name
        path.parent.mkdir(parents=True)
        path.write_text("x", encoding="utf-8")
    (folder / "dbt_project" / ".user.yml").write_text("id: x\n", encoding="utf-8")
    assert code_digests(folder) == before


def test_every_part_counts(tmp_path: Path) -> None:
    folder = _checkout(tmp_path)
    before = code_digests(folder)
    (folder / "dbt_project" / "seeds" / "reference" / "units.csv").write_text(
        "unit_code\nt\n", encoding="utf-8"
    )
    after = code_digests(folder)
    assert {part for part in before if before[part] != after[part]} == {"dbt_project", "dbt_project/seeds"}
    (folder / "lingtan" / "intake" / "read.py").rename(folder / "lingtan" / "intake" / "reading.py")
    assert code_digests(folder)["lingtan"] != before["lingtan"]


def test_the_project_itself_has_all_parts() -> None:
    assert set(code_digests(checkout())) == {
        "lingtan", "quality", "orchestration", "dbt_project", "dbt_project/seeds", "raw/contracts",
        "requirements.lock",
    }  # fmt: skip
