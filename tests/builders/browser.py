"""A page in a real browser, from a file and without a network."""

import os
import shutil
import struct
import subprocess
import zlib
from pathlib import Path

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "/usr/bin/chromium"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--enable-logging=stderr",
    "--v=0",
]

#: What every test of a page is marked with.
MARKS = [
    pytest.mark.browser,
    pytest.mark.skipif(not Path(CHROMIUM).is_file(), reason="chromium absent"),
]


def browse(page: Path, profile: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [CHROMIUM, *FLAGS, f"--user-data-dir={profile}", *arguments, page.as_uri()],
        capture_output=True, text=True, check=True, timeout=120, env={**os.environ, "HOME": str(profile)},
    )  # fmt: skip


def pixels(png: Path) -> tuple[int, int, set[bytes]]:
    """Width, height and the distinct raw scan lines of a PNG."""
    content = png.read_bytes()
    width, height = struct.unpack(">II", content[16:24])
    place, packed = 8, b""
    while place < len(content):
        size, kind = struct.unpack(">I4s", content[place : place + 8])
        packed += content[place + 8 : place + 8 + size] if kind == b"IDAT" else b""
        place += size + 12
    lines = zlib.decompress(packed)
    stride = len(lines) // height
    return width, height, {lines[row * stride : (row + 1) * stride] for row in range(height)}
