"""Two years of the nation, made once."""

import pytest

from lingtan.synthetic.model import Nation
from lingtan.synthetic.nation import nation


@pytest.fixture(scope="package")
def first() -> Nation:
    return nation(1)


@pytest.fixture(scope="package")
def second() -> Nation:
    return nation(2)
