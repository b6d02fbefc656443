"""What every test shares: the published data, one release, and no silent skip where all tests have to run."""

import os
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.builders.release import Released

# A busy machine must not make a property false: no example has to end within a time.
settings.register_profile("lingtan", deadline=None)
settings.load_profile("lingtan")

PUBLISHED_DATA_ABSENT = "published data absent"


def _forbidden_reason(report: pytest.TestReport | pytest.CollectReport) -> str | None:
    """The reason of a skip that must not happen, or None."""
    if os.environ.get("LINGTAN_FAIL_ON_SKIP") != "1" or not report.skipped or hasattr(report, "wasxfail"):
        return None
    longrepr = report.longrepr
    reason = longrepr[2] if isinstance(longrepr, tuple) else str(longrepr)
    reason = reason.removeprefix("Skipped: ")
    return None if reason.startswith(PUBLISHED_DATA_ABSENT) else reason


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    reason = _forbidden_reason(report)
    if reason is not None:
        report.outcome = "failed"
        report.longrepr = f"skipped where no skip is allowed (LINGTAN_FAIL_ON_SKIP=1): {reason}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    reason = _forbidden_reason(report)
    if reason is not None:
        report.outcome = "failed"
        report.longrepr = f"skipped where no skip is allowed (LINGTAN_FAIL_ON_SKIP=1): {reason}"
    return report


#: Fixtures that build a release, and the process that its tests share where two run.
RELEASES = {"second_release": "golden", "golden_release": "golden", "house": "house"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of one release, else those of one file, in one process (`make test` runs two)."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        release = next((group for name, group in RELEASES.items() if name in fixtures), item.path.name)
        item.add_marker(pytest.mark.xdist_group(release))


@pytest.fixture(scope="session")
def published_data() -> Path:
    """The folder of published data to test against."""
    folder = os.environ.get("LINGTAN_PUBLISHED_DATA")
    if not folder or not Path(folder).is_dir():
        pytest.skip(f"{PUBLISHED_DATA_ABSENT}: set LINGTAN_PUBLISHED_DATA")
    return Path(folder)


@pytest.fixture(scope="session")
def golden_release(tmp_path_factory: pytest.TempPathFactory) -> "Released":
    """One release with the park of every golden scenario in it; tests that change anything work on a copy."""
    # Imported where it is used: a run of unit tests alone starts without dbt and DuckDB.
    from tests.builders.golden import put_golden
    from tests.builders.release import places_in, publish_all

    places = places_in(tmp_path_factory.mktemp("golden"))
    put_golden(places)
    return publish_all(places)
