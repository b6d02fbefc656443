"""The error that a user may meet."""

import pickle

from lingtan.errors import LingtanError


def test_an_error_comes_back_whole_from_another_process() -> None:
    back = pickle.loads(pickle.dumps(LingtanError("文件不存在。", "There is no such file.")))

    assert (back.zh, back.en, str(back)) == (
        "文件不存在。",
        "There is no such file.",
        "文件不存在。 | There is no such file.",
    )
