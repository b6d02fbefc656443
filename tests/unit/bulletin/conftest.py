"""The pages of a small nation, rendered once."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from lingtan.bulletin.render import render_bulletin
from tests.builders.marts import write_marts

RELEASE = "P-0123456789abcdef"


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The pages' text by language."""
    tables = write_marts(tmp_path_factory.mktemp("tables"))
    written = render_bulletin(
        tables, tmp_path_factory.mktemp("bulletin"), release_id=RELEASE, is_synthetic=True
    )
    return {path.name.split(".")[1]: path.read_text(encoding="utf-8") for path in written}


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    return write_marts(tmp_path / "tables")
