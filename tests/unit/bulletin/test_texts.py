"""Both languages have the same words, all of them used, and names of codes come from the seeds (L10)."""

import re
from pathlib import Path

from lingtan.bulletin import words

FOLDER = Path(words.__file__).parent


def test_both_languages_have_the_same_words() -> None:
    chinese, english = words.load_words("zh"), words.load_words("en")
    assert list(chinese.texts) == list(english.texts)
    assert all(text.strip() for text in (*chinese.texts.values(), *english.texts.values()))


def test_every_word_is_used() -> None:
    code = "".join(
        path.read_text(encoding="utf-8") for path in sorted([*FOLDER.rglob("*.py"), *FOLDER.rglob("*.j2")])
    )
    figures = {f"figure_{number}_{kind}" for number in range(1, 9) for kind in ("title", "description")}
    unused = {
        key
        for key in words.load_words("zh").texts
        if key not in figures and not re.search(rf'words(\.{key}\b|\["{key}"\])', code)
    }
    assert unused == set()
