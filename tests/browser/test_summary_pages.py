"""The national summary in a real browser, from a file: drawn, searched, sorted, printed, on a phone (L12)."""

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

from lingtan.summary.render import render_summary
from tests.builders import summary_edition as summary_edition
from tests.builders.browser import MARKS, browse, pixels
from tests.builders.summary_notes import notes

pytestmark = MARKS

#: A browser without a screen has no window as narrow as a phone; to a page, a frame of that width is one.
PHONE = """<!DOCTYPE html><body><script>
addEventListener("message", (message) => { document.body.dataset.seen = message.data; });
</script><iframe src="PAGE" width="375" height="800" style="border: 0"></iframe></body>"""
#: What a reader does, and what the page then shows; told to the frame around the page.
READER = """
<script>
const shown = (id, column) => [...document.querySelectorAll(`#${id} tbody tr`)]
  .filter((row) => row.offsetParent !== null)
  .map((row) => row.cells[column].textContent);
const seen = { width: innerWidth, page: document.documentElement.scrollWidth };
const table = document.querySelector("#areas-by-area");
if (table) {
  const head = table.tHead.rows[0].cells[1];
  const button = head.querySelector("button");
  button.focus();
  seen.focused = document.activeElement === button;
  button.click();
  seen.falling = shown("areas-by-area", 1);
  seen.state = head.getAttribute("aria-sort");
  button.click();
  seen.rising = shown("areas-by-area", 1);
  const input = document.querySelector(".search input");
  input.value = "SEARCHED";
  input.dispatchEvent(new Event("input"));
  seen.found = shown("areas-by-area", 0);
  seen.count = document.querySelector(".search output").textContent;
}
parent.postMessage(JSON.stringify(seen), "*");
</script>
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    edition = summary_edition.edition(
        tmp_path_factory.mktemp("data"), names={"CHEM": "Long" * 15, "26": "<script>x</script>" * 3}
    )
    return render_summary(edition, notes(), tmp_path_factory.mktemp("summary"))[0].parent


def read(folder: Path, name: str, profile: Path, searched: str = "") -> dict[str, Any]:
    """What a reader with a phone sees of a page; a script of the test's own needs a policy that allows it."""
    page = (folder / name).read_text(encoding="utf-8")
    page = re.sub(r"script-src '[^']*'", "script-src 'unsafe-inline'", page)
    copy, phone = folder.parent / "copy.html", folder.parent / "phone.html"
    copy.write_text(page.replace("</body>", READER.replace("SEARCHED", searched) + "</body>"), "utf-8")
    phone.write_text(PHONE.replace("PAGE", copy.name), "utf-8")
    seen = browse(phone, profile, "--virtual-time-budget=2000", "--dump-dom")
    assert "CONSOLE" not in seen.stderr
    found = re.search(r'data-seen="([^"]*)"', seen.stdout)
    assert found is not None, "the reader's script did not run to its end"
    result: dict[str, Any] = json.loads(html.unescape(found[1]))
    return result


@pytest.mark.parametrize(
    ("name", "searched", "areas"),
    [
        ("index.zh.html", " 江 ", ["合计", "黑龙江省", "江苏省", "江西省", "浙江省"]),
        ("index.en.html", "HEBEI", ["Total", "Hebei"]),
    ],
)
def test_long_tables_are_sorted_and_searched_on_a_phone(
    folder: Path, tmp_path: Path, name: str, searched: str, areas: list[str]
) -> None:
    seen = read(folder, name, tmp_path / "profile", searched)
    assert (seen["width"], seen["page"]) == (375, 375), "something is wider than the phone"
    assert seen["focused"]
    assert seen["state"] == "descending"
    values = [one for one in seen["falling"][1:] if one not in ("C", "–")]
    assert values == sorted(
        values, key=lambda one: float(one.replace(",", "").replace("−", "-")), reverse=True
    )
    assert len(values) == 4
    assert seen["rising"][1:5] == values[::-1]
    assert all(one in ("C", "–") for one in (*seen["falling"][5:], *seen["rising"][5:]))
    assert sorted(seen["found"]) == sorted(areas)
    assert seen["count"] == f"{len(areas) - 1} / 35"


def test_an_area_page_fits_a_phone(folder: Path, tmp_path: Path) -> None:
    seen = read(folder, "provinces/440000.en.html", tmp_path / "profile")
    assert (seen["width"], seen["page"]) == (375, 375)


@pytest.mark.parametrize("name", ["index.zh.html", "provinces/130000.en.html"])
def test_pages_are_drawn_and_the_console_is_silent(folder: Path, tmp_path: Path, name: str) -> None:
    shot = tmp_path / "page.png"
    seen = browse(folder / name, tmp_path / "profile", f"--screenshot={shot}", "--window-size=1280,1400")
    assert pixels(shot)[:2] == (1280, 1400)
    assert len(pixels(shot)[2]) > 300, "the page is blank or nearly so"
    assert "CONSOLE" not in seen.stderr


def test_the_first_page_prints_on_a4(folder: Path, tmp_path: Path) -> None:
    paper = tmp_path / "page.pdf"
    seen = browse(folder / "index.zh.html", tmp_path / "profile", f"--print-to-pdf={paper}")
    content = paper.read_bytes()
    sizes = set(re.findall(rb"/MediaBox \[0 0 (\d+)\.?\d* (\d+)\.?\d*\]", content))
    assert sizes in ({(b"595", b"842")}, {(b"594", b"841")})
    assert "CONSOLE" not in seen.stderr


def test_a_request_would_be_noticed(folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    spoiled = (folder / "index.zh.html").read_text(encoding="utf-8")
    page.write_text(spoiled.replace("<main>", '<main><img src="file:///none.png">'), encoding="utf-8")
    seen = browse(page, tmp_path / "profile", f"--screenshot={tmp_path / 'page.png'}")
    assert "CONSOLE" in seen.stderr
