"""Where all tests have to run, a skip is a failure, save for absent published data."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).parents[1] / "conftest.py"

SKIPS_IN_TEST = "import pytest\ndef test_one():\n    pytest.skip('no browser here')\n"
SKIPS_BY_MARK = "import pytest\n@pytest.mark.skip(reason='no browser here')\ndef test_one():\n    pass\n"
SKIPS_MODULE = "import pytest\npytest.skip('no browser here', allow_module_level=True)\n"
WANTS_DATA = "def test_one(published_data):\n    assert published_data\n"
FAILS_AS_EXPECTED = "import pytest\n@pytest.mark.xfail\ndef test_one():\n    raise AssertionError\n"


def run(folder: Path, text: str, *, fail_on_skip: bool) -> subprocess.CompletedProcess[str]:
    (folder / "conftest.py").write_text(CONFTEST.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "test_it.py").write_text(text, encoding="utf-8")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LINGTAN_", "PYTEST_"))}
    if fail_on_skip:
        environment["LINGTAN_FAIL_ON_SKIP"] = "1"
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-ra", "-p", "no:cacheprovider", "test_it.py"],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("text", [SKIPS_IN_TEST, SKIPS_BY_MARK, SKIPS_MODULE])
def test_a_skip_fails_and_says_why(tmp_path: Path, text: str) -> None:
    result = run(tmp_path, text, fail_on_skip=True)
    assert result.returncode not in (0, 5), result.stdout
    assert "no browser here" in result.stdout


@pytest.mark.parametrize("text", [WANTS_DATA, FAILS_AS_EXPECTED])
def test_absent_published_data_and_expected_failures_are_left_alone(tmp_path: Path, text: str) -> None:
    result = run(tmp_path, text, fail_on_skip=True)
    assert result.returncode == 0, result.stdout


def test_without_the_switch_a_skip_stays_a_skip(tmp_path: Path) -> None:
    result = run(tmp_path, SKIPS_IN_TEST, fail_on_skip=False)
    assert result.returncode == 0, result.stdout
    assert "1 skipped" in result.stdout
