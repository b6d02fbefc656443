"""The page of the rules is what the catalogue gives (L10)."""

from lingtan.places import checkout
from quality.catalogue_page import RULES_PAGE, rules_page


def test_the_committed_page_is_what_the_catalogue_gives_l10() -> None:
    committed = (checkout() / RULES_PAGE).read_text(encoding="utf-8")
    assert committed.splitlines() == rules_page().splitlines(), "run `make generate` and commit"
