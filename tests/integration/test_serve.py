"""`make serve`: on loopback alone, answering GraphQL, and gone completely when it is asked to stop."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.request import Request

import pytest

from lingtan.places import checkout
from orchestration.serve import HOST, LOOPBACK, TOKEN, _answers, _left

QUERY = """{ repositoriesOrError { ... on RepositoryConnection { nodes {
  schedules { name scheduleState { status } } sensors { name sensorState { status } } jobs { name } } } } }"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(port: int, home: Path) -> Iterator[subprocess.Popen[str]]:
    folders = {"LINGTAN_RAW": str(home / "raw"), "LINGTAN_EXPORTS": str(home / "exports")}
    server = subprocess.Popen(
        [sys.executable, "-m", "orchestration.serve", "--port", str(port), "--home", str(home)],
        cwd=checkout(), env=os.environ | folders, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        yield server
    finally:
        if server.poll() is None:
            server.send_signal(signal.SIGTERM)
        server.communicate(timeout=60)


def ask(port: int) -> dict[str, dict[str, str]]:
    """Name -> state of schedules and sensors, as GraphQL tells them."""
    request = Request(
        f"http://{HOST}:{port}/graphql",
        json.dumps({"query": QUERY}).encode(),
        {"content-type": "application/json"},
    )
    with LOOPBACK.open(request, timeout=30) as answer:
        (node,) = json.load(answer)["data"]["repositoriesOrError"]["nodes"]
    return {
        "schedules": {one["name"]: one["scheduleState"]["status"] for one in node["schedules"]},
        "sensors": {one["name"]: one["sensorState"]["status"] for one in node["sensors"]},
        "jobs": {one["name"]: "" for one in node["jobs"]},
    }


def processes_of(parent: int) -> list[int]:
    """Every process that carries the mark of this serving."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "environ").read_bytes().split(b"\0")
            own_parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        marks = [word for word in words if word.startswith(f"{TOKEN}=".encode())]
        if own_parent == parent and marks:
            return _left(marks[0].decode().partition("=")[2])
    return []


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.slow
def test_the_server_starts_answers_and_stops_with_all_its_processes(tmp_path: Path) -> None:
    port = free_port()
    with serving(port, tmp_path) as server:
        assert server.stdout is not None
        assert server.stdout.readline().startswith(f"http://127.0.0.1:{port}")
        told = ask(port)
        assert told["schedules"] == {"nightly": "STOPPED"}
        assert told["sensors"] == {
            "inbox_sensor": "STOPPED", "failed_run_marks": "RUNNING", "resolved_run_marks": "RUNNING",
        }  # fmt: skip
        assert {"inbox_to_draft", "publish"} <= told["jobs"].keys()
        started = processes_of(server.pid)
        assert len(started) >= 2
        # As Ctrl-C does.
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=60) == 0
    assert [process for process in started if alive(process)] == []
    with socket.socket() as probe:
        probe.settimeout(2)
        assert probe.connect_ex((HOST, port)) != 0


class _ServerInfo(BaseHTTPRequestHandler):
    """What the web server of Dagster says of itself."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"dagster_version": "1"}')

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (as in the library)
        """Nothing: the test's output is not a log."""


def test_a_proxy_of_the_office_is_not_asked_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The port of the proxy takes nothing: a request that went there would fail."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://{HOST}:9")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with HTTPServer((HOST, 0), _ServerInfo) as server:
        answering = threading.Thread(target=server.serve_forever)
        answering.start()
        try:
            assert _answers(server.server_port)
        finally:
            server.shutdown()
            answering.join()
    assert not _answers(free_port())


def test_a_taken_port_is_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        with serving(port, tmp_path) as server:
            _, said = server.communicate(timeout=60)
    assert server.returncode == 1
    assert said == (
        f"端口 {port} 已被占用；请用 make serve PORT=… 换一个。 | "
        f"Port {port} is taken; choose another with make serve PORT=….\n"
    )


def test_the_instance_is_ours_and_says_nothing_to_anyone() -> None:
    assert (checkout() / ".gitignore").read_text(encoding="utf-8").count("/.dagster/") == 1
    settings = (checkout() / "dagster.yaml").read_text(encoding="utf-8")
    assert "telemetry:\n  enabled: false" in settings
