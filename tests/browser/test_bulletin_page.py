"""The bulletin opens from a file in a real browser: drawn, silent, without a request (L12)."""

from pathlib import Path

import pytest

from lingtan.bulletin.render import render_bulletin
from tests.builders.browser import MARKS, browse, pixels
from tests.builders.marts import write_marts

pytestmark = MARKS


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    tables = write_marts(tmp_path_factory.mktemp("tables"))
    out = tmp_path_factory.mktemp("bulletin")
    return render_bulletin(tables, out, release_id="P-0123456789abcdef", is_synthetic=True)


@pytest.mark.parametrize("number", [0, 1], ids=["zh", "en"])
@pytest.mark.parametrize("width", [1280, 500])
def test_the_page_is_drawn_and_the_console_is_silent(
    pages: tuple[Path, ...], tmp_path: Path, number: int, width: int
) -> None:
    shot = tmp_path / "page.png"
    seen = browse(pages[number], tmp_path / "profile", f"--screenshot={shot}", f"--window-size={width},1400")
    found_width, found_height, lines = pixels(shot)
    assert (found_width, found_height) == (width, 1400)
    assert len(lines) > 300, "the page is blank or nearly so"
    assert "CONSOLE" not in seen.stderr


@pytest.mark.parametrize("number", [0, 1], ids=["zh", "en"])
def test_the_browser_reads_figures_and_marks(pages: tuple[Path, ...], tmp_path: Path, number: int) -> None:
    dom = browse(pages[number], tmp_path / "profile", "--dump-dom").stdout
    assert dom.count("<svg") == 8
    assert "117.9568" in dom
    assert dom.count('class="mark"') == 2


def test_a_broken_policy_would_be_noticed(pages: tuple[Path, ...], tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    spoiled = pages[0].read_text(encoding="utf-8").replace("<body>", '<body><img src="file:///none.png">')
    page.write_text(spoiled, encoding="utf-8")
    seen = browse(
        page, tmp_path / "profile", f"--screenshot={tmp_path / 'page.png'}", "--window-size=500,500"
    )
    assert "CONSOLE" in seen.stderr
