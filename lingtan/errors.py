"""The one kind of error that a user may meet: a sentence in Chinese and one in English, never a traceback."""


class LingtanError(Exception):
    """Something the user can understand and act on stopped the work.

    Args:
        zh: What happened and what to do, in Chinese.
        en: The same in English.
    """

    def __init__(self, zh: str, en: str) -> None:
        # Both are the error's arguments: it may be raised in another process and come back by them.
        super().__init__(zh, en)
        self.zh = zh
        self.en = en

    def __str__(self) -> str:
        return f"{self.zh} | {self.en}"
