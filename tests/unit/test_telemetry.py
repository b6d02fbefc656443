"""No library reports home, without the user doing anything (L12).

Every case runs in a process of its own with an empty home and a clean environment. A look at the libraries'
own switches is not enough, so each library also does a small piece of work under a guard that records every
attempt to find or reach another machine.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from lingtan.environment import TELEMETRY_OFF

ROOT = Path(__file__).parents[2]

GUARD = """
import sys

attempts = []

def guard(event, args):
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = args[0]
    elif event == "socket.connect" and isinstance(args[1], tuple):
        host = args[1][0]
    else:
        return
    if host not in ("localhost", "127.0.0.1", "::1", None):
        attempts.append(str(host))
        raise OSError("no network in this test")

sys.addaudithook(guard)
"""

DBT_WORK = """
from pathlib import Path

Path("models").mkdir()
Path("models/one.sql").write_text("select 1 as one")
Path("dbt_project.yml").write_text("name: tiny\\nversion: '1.0'\\nprofile: tiny\\n" + PROJECT_FLAGS)
Path("profiles.yml").write_text("tiny: {target: t, outputs: {t: {type: duckdb, path: tiny.duckdb}}}")
from dbt.cli.main import dbtRunner
result = dbtRunner().invoke(["--quiet", "run", "--profiles-dir", ".", "--project-dir", "."])
assert result.success, result.exception

import dbt.flags, dbt.tracking
print("sends", dbt.flags.get_flags().SEND_ANONYMOUS_USAGE_STATS)
print("tracks", dbt.tracking.active_user is not None and not dbt.tracking.active_user.do_not_track)
print("attempts", attempts)
"""

DAGSTER_WORK = """
import dagster as dg
from dagster._cli.utils import get_possibly_temporary_instance_for_cli
from dagster._core.telemetry_upload import is_running_in_test, upload_logs

@dg.asset
def one():
    return 1

# What `dagster dev` and every other command do first.
with get_possibly_temporary_instance_for_cli() as instance:
    dg.materialize([one], instance=instance)
    import threading
    from dagster._core.telemetry import log_action
    log_action(instance, "start")
    print("records", instance.telemetry_enabled)
    print("invites", instance.nux_enabled)
    print("uploads", not is_running_in_test())
    stop = threading.Event()
    stop.wait = lambda seconds: stop.set()  # one round instead of one every ten minutes
    upload_logs(stop)
    print("attempts", attempts)
"""

GX_WORK = """
import great_expectations as gx
import pandas as pd

context = gx.get_context(mode="ephemeral")
asset = context.data_sources.add_pandas("p").add_dataframe_asset("a")
batch = asset.add_batch_definition_whole_dataframe("b")
suite = context.suites.add(gx.ExpectationSuite(name="s"))
suite.add_expectation(gx.expectations.ExpectColumnValuesToNotBeNull(column="one"))
check = context.validation_definitions.add(gx.ValidationDefinition(name="v", data=batch, suite=suite))
assert check.run(batch_parameters={"dataframe": pd.DataFrame({"one": [1]})}).success
print("attempts", attempts)
"""

SDMX_WORK = """
from pathlib import Path

from lingtan.public.sdmx.write import STRUCTURES, write_sdmx_files
from tests.builders.public_edition import public_edition
from pysdmx.io import read_sdmx

write_sdmx_files(public_edition(), Path("sdmx"))
assert read_sdmx(Path("sdmx") / STRUCTURES, validate=True).structures
print("attempts", attempts)
"""


def run(folder: Path, code: str, **environment: str) -> dict[str, str]:
    home = folder / "home"
    home.mkdir(exist_ok=True)
    work = folder / "work"
    work.mkdir(exist_ok=True)
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=work,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(ROOT), **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr
    lines = [line.split(" ", 1) for line in result.stdout.splitlines()]
    return {line[0]: line[1] for line in lines if len(line) == 2 and line[0].isalpha()}


def as_in_the_checkout(folder: Path) -> None:
    (folder / "work").mkdir()
    for name in ("dagster.yaml", ".env"):
        shutil.copy(ROOT / name, folder / "work" / name)


@pytest.mark.parametrize("package", ["lingtan", "quality", "orchestration"])
def test_importing_a_package_forces_every_switch(tmp_path: Path, package: str) -> None:
    code = f"import {package}, os\nfor name, value in os.environ.items(): print(name.replace('_', ''), value)"
    hostile = dict.fromkeys(TELEMETRY_OFF, "true") | {"DO_NOT_TRACK": "0"}
    seen = run(tmp_path, code, **hostile)
    assert {name: seen.get(name.replace("_", "")) for name in TELEMETRY_OFF} == TELEMETRY_OFF


def test_the_checkout_repeats_the_switches_for_other_programs() -> None:
    lines = (ROOT / ".env").read_text(encoding="utf-8").splitlines()
    assert dict(line.split("=", 1) for line in lines if line and not line.startswith("#")) == TELEMETRY_OFF


def test_make_passes_every_switch_on() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    exported = {name for line in text.splitlines() if line.startswith("export ") for name in line.split()[1:]}
    assert "include .env" in text
    assert set(TELEMETRY_OFF) <= exported


@pytest.mark.parametrize("said", ["", "true"])
def test_dbt_is_silent_after_importing_the_project(tmp_path: Path, said: str) -> None:
    environment = {"DBT_SEND_ANONYMOUS_USAGE_STATS": said, "DO_NOT_TRACK": ""} if said else {}
    seen = run(tmp_path, "import orchestration\nPROJECT_FLAGS = ''" + GUARD + DBT_WORK, **environment)
    assert seen == {"sends": "False", "tracks": "False", "attempts": "[]"}


def test_dbt_alone_is_silenced_by_the_flag_of_the_project_file(tmp_path: Path) -> None:
    flags = "flags: {send_anonymous_usage_stats: false}"
    seen = run(tmp_path, f"PROJECT_FLAGS = {flags!r}" + GUARD + DBT_WORK)
    assert seen == {"sends": "False", "tracks": "False", "attempts": "[]"}


def test_the_project_file_of_dbt_has_the_flag() -> None:
    for file in ROOT.glob("dbt_project/dbt_project.yml"):
        flags = yaml.safe_load(file.read_text(encoding="utf-8")).get("flags", {})
        assert flags.get("send_anonymous_usage_stats") is False


def test_the_guard_sees_dbt_report_when_nothing_silences_it(tmp_path: Path) -> None:
    seen = run(tmp_path, "PROJECT_FLAGS = ''" + GUARD + DBT_WORK)
    assert seen["sends"] == "True"
    assert seen["attempts"] != "[]"


def test_dagster_started_in_the_checkout_is_silent(tmp_path: Path) -> None:
    as_in_the_checkout(tmp_path)
    seen = run(tmp_path, GUARD + DAGSTER_WORK)
    assert seen == {"records": "False", "invites": "False", "uploads": "False", "attempts": "[]"}
    assert not (tmp_path / "home" / ".dagster").exists()


def test_dagster_with_a_home_of_its_own_uploads_nothing(tmp_path: Path) -> None:
    as_in_the_checkout(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    seen = run(tmp_path, GUARD + DAGSTER_WORK, DAGSTER_HOME=str(elsewhere))
    assert (seen["uploads"], seen["attempts"]) == ("False", "[]")


def test_the_guard_sees_dagster_report_when_nothing_silences_it(tmp_path: Path) -> None:
    seen = run(tmp_path, GUARD + DAGSTER_WORK)
    assert (seen["records"], seen["uploads"]) == ("True", "True")
    assert seen["attempts"] != "[]"


def test_great_expectations_reaches_for_nothing(tmp_path: Path) -> None:
    assert run(tmp_path, "import quality" + GUARD + GX_WORK) == {"attempts": "[]"}


def test_pysdmx_has_its_schemas_at_hand(tmp_path: Path) -> None:
    assert run(tmp_path, GUARD + SDMX_WORK) == {"attempts": "[]"}
