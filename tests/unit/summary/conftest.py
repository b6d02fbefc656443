"""The pages of a small public tier, rendered once."""

from collections.abc import Mapping

import pytest

from lingtan.public.edition import Edition
from lingtan.summary.render import render_summary
from tests.builders import summary_edition
from tests.builders.summary_notes import notes


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return summary_edition.edition(tmp_path_factory.mktemp("public"))


@pytest.fixture(scope="session")
def pages(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The pages' text by their path in the folder."""
    out = tmp_path_factory.mktemp("summary")
    return {
        path.relative_to(out).as_posix(): path.read_text(encoding="utf-8")
        for path in render_summary(edition, notes(), out)
    }
