"""What a page says, found in its HTML."""

import html
import re


def text(fragment: str) -> str:
    """The words of a piece of HTML."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", fragment))).strip()


def table(page: str, code: str) -> list[list[str]]:
    """The rows of a table by its id, the head first."""
    found = re.search(rf'<table id="{code}">(.*?)</table>', page, re.S)
    assert found is not None, f"the page has no table {code}"
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", found[1], re.S)
    return [[text(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)] for row in rows]


def row(page: str, code: str, name: str) -> list[str]:
    """The entries of a row by its name."""
    return next(one[1:] for one in table(page, code) if one[0] == name)


def chart(page: str, code: str) -> str:
    """A drawing by its code."""
    found = re.search(rf'<svg class="(?:bars|tiles)"[^>]*"{code}-title.*?</svg>', page, re.S)
    assert found is not None, f"the page has no chart {code}"
    return found[0]


def section(page: str, code: str) -> str:
    """A section by its id."""
    found = re.search(rf'<section[^>]*id="{code}">.*?</section>', page, re.S)
    assert found is not None, f"the page has no section {code}"
    return found[0]
