"""Names of what a comparison says: Chinese and English, by kind and code."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import yaml

#: Kind (causes, changes, figures, states) -> code -> Chinese and English name.
Words = Mapping[str, Mapping[str, tuple[str, str]]]
_FILE: Final = Path(__file__).with_name("words.yaml")


def load_words() -> Words:
    """All names."""
    read = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {kind: {code: (zh, en) for code, (zh, en) in of.items()} for kind, of in read.items()}
