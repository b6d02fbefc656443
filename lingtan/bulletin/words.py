"""The words of one language: texts of tables and figures, and which name column a row is read by."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

LANGUAGES: Final = ("zh", "en")
_TEXTS: Final = Path(__file__).parent / "texts"


@dataclass(frozen=True)
class Words:
    """The words of one language.

    Attributes:
        language: zh or en.
        texts: text by key, from `texts/<language>.yaml`.
    """

    language: str
    texts: dict[str, str]

    def __getitem__(self, key: str) -> str:
        return self.texts[key]

    def name(self, row: dict[str, Any], stem: str = "name") -> str:
        """The name that a row carries in this language, from `<stem>_zh` or `<stem>_en`."""
        return str(row[f"{stem}_{self.language}"])


def load_words(language: str, folder: Path = _TEXTS) -> Words:
    """The words of a language, zh or en.

    Args:
        language: zh or en.
        folder: where `<language>.yaml` lies; the bulletin's own words by default.
    """
    texts = yaml.safe_load((folder / f"{language}.yaml").read_text(encoding="utf-8"))
    return Words(language, texts)
