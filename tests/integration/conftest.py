"""Releases that several modules look at; each is built once."""

import pytest

from tests.builders.release import Released
from tests.builders.second_release import SecondRelease, release_again


@pytest.fixture(scope="session")
def second_release(golden_release: Released, tmp_path_factory: pytest.TempPathFactory) -> SecondRelease:
    """The golden parks' house after a correction and a faulty return, released a second time."""
    return release_again(golden_release, tmp_path_factory.mktemp("second"))
