"""Releases that several modules look at; each is built once."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.builders.release import Released
    from tests.builders.reporting_house import House
    from tests.builders.second_release import SecondRelease


@pytest.fixture(scope="session")
def second_release(golden_release: "Released", tmp_path_factory: pytest.TempPathFactory) -> "SecondRelease":
    """The golden parks' house after a correction and two faulty returns, released a second time."""
    # Imported here: what breaks the release builder fails the tests that need it, not the collection.
    from tests.builders.second_release import release_again

    return release_again(golden_release, tmp_path_factory.mktemp("second"))


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> "House":
    """The release of a province that reports in every format, by year and by month, with corrections."""
    from tests.builders.release import places_in
    from tests.builders.reporting_house import release_house

    return release_house(places_in(tmp_path_factory.mktemp("house")))
