"""`make serve`: Dagster's web server and daemon on this machine alone, stopped together and completely.

One signal does not end all that Dagster starts: each part runs in a session of its own, and what is left
when it was told to stop is ended by its process id.
"""

import argparse
import fcntl
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from lingtan.errors import LingtanError
from lingtan.places import checkout

HOST: Final = "127.0.0.1"
#: Asks this machine without the proxy that an office sets for the world outside.
LOOPBACK: Final = build_opener(ProxyHandler({}))
#: Every process of one serving carries this in its environment, however far down it was started.
TOKEN: Final = "LINGTAN_SERVE"
_MODULE: Final = ("-m", "orchestration.definitions")
_START_SECONDS: Final = 180
#: Seconds between asking, telling and ending.
_PATIENCE_SECONDS: Final = 8


def default_home() -> Path:
    """The folder of the instance: that of the environment, or one that git ignores."""
    named = os.environ.get("DAGSTER_HOME")
    return Path(named) if named else checkout() / ".dagster"


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Hold the instance: only then is a run that it calls started a run that was killed."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / "serving.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise LingtanError(
                f"{home} 已有服务在运行。", f"A server of {home} is running already."
            ) from error
        yield


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise LingtanError(
                f"端口 {port} 已被占用；请用 make serve PORT=… 换一个。",
                f"Port {port} is taken; choose another with make serve PORT=….",
            ) from error


def _environment(home: Path, token: str) -> dict[str, str]:
    # Telemetry is off by the checkout's .env for make; here it holds for whoever starts this.
    return {
        **os.environ,
        "DAGSTER_HOME": str(home),
        "DAGSTER_DISABLE_TELEMETRY": "true",
        "DO_NOT_TRACK": "1",
        "PYTHONPATH": os.pathsep.join([str(checkout()), *filter(None, [os.environ.get("PYTHONPATH")])]),
        TOKEN: token,
    }


def _left(token: str) -> list[int]:
    """Processes of this serving that are still there, other than this one."""
    mark = f"{TOKEN}={token}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            is_own = mark in (folder / "environ").read_bytes().split(b"\0")
            is_dead = (folder / "stat").read_text().rpartition(")")[2].split()[0] == "Z"
        except OSError:
            continue
        if is_own and not is_dead and int(folder.name) != os.getpid():
            found.append(int(folder.name))
    return found


def _signal(processes: Sequence[int], number: int) -> None:
    for process in processes:
        try:
            os.kill(process, number)
        except ProcessLookupError:
            continue


def _stop(children: Sequence[subprocess.Popen[bytes]], token: str) -> None:
    """End every process of this serving, children first, each by its id."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        own = [child.pid for child in children if child.poll() is None]
        _signal(own if number == signal.SIGINT else sorted({*own, *_left(token)}), number)
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < deadline:
            # Reaped here, or a dead child would count as there.
            alive = [child for child in children if child.poll() is None]
            if not alive and not _left(token):
                return
            time.sleep(0.1)


def _answers(port: int) -> bool:
    try:
        with LOOPBACK.open(f"http://{HOST}:{port}/server_info", timeout=2) as answer:
            return "dagster_version" in json.load(answer)
    except (URLError, OSError, ValueError):
        return False


def _sweep(environment: Mapping[str, str]) -> None:
    """Runs that an earlier server left at work are marked as failed before anything new starts."""
    swept = subprocess.run(
        [sys.executable, "-m", "orchestration.defs.failures"],
        cwd=checkout(), env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if swept.returncode:
        raise LingtanError(
            f"无法读取 Dagster 实例：{swept.stderr.strip().splitlines()[-1]}",
            f"The Dagster instance cannot be read: {swept.stderr.strip().splitlines()[-1]}",
        )
    for run_id in swept.stdout.split():
        print(f"已标记为失败 marked as failed: {run_id}", flush=True)


def _start(name: str, arguments: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    log = Path(environment["DAGSTER_HOME"]) / f"{name}.log"
    with log.open("wb") as stream:
        return subprocess.Popen(
            [str(Path(sys.executable).with_name(name)), *arguments],
            cwd=checkout(), env=environment, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream,
            start_new_session=True,
        )  # fmt: skip


class _Stopped(Exception):  # noqa: N818 (not an error: a person asked for it)
    """Somebody asked the server to stop."""


def _on_signal(_number: int, _frame: FrameType | None) -> None:
    raise _Stopped


def serve(port: int, home: Path) -> int:
    """Serve until asked to stop.

    Args:
        port: of the user interface, on the loopback address only.
        home: the folder of the Dagster instance.

    Returns:
        0 when asked to stop, 1 when a part of the server ended by itself.

    Raises:
        LingtanError: the port is taken, or the instance is served already.
    """
    token = uuid.uuid4().hex
    environment = _environment(home, token)
    with _alone(home):
        _require_free(port)
        shutil.copyfile(checkout() / "dagster.yaml", home / "dagster.yaml")
        children: list[subprocess.Popen[bytes]] = []
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _on_signal)
        try:
            _sweep(environment)
            address = ["-h", HOST, "-p", str(port)]
            children.append(_start("dagster-webserver", [*address, *_MODULE], environment))
            children.append(_start("dagster-daemon", ["run", *_MODULE], environment))
            return _watch(children, port, home)
        except _Stopped:
            return 0
        finally:
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, signal.SIG_IGN)
            _stop(children, token)
            print("已停止 stopped", flush=True)


def _watch(children: Sequence[subprocess.Popen[bytes]], port: int, home: Path) -> int:
    deadline = time.monotonic() + _START_SECONDS
    is_announced = False
    while all(child.poll() is None for child in children):
        if not is_announced and _answers(port):
            print(f"http://{HOST}:{port}  (Ctrl-C 停止 stops; 日志 logs: {home})", flush=True)
            is_announced = True
        if not is_announced and time.monotonic() > deadline:
            break
        time.sleep(0.5)
    print(f"服务意外结束，见 {home}/*.log  The server ended by itself, see the logs.", flush=True)
    return 1


def main() -> None:
    """Serve; an expected failure is one line."""
    parser = argparse.ArgumentParser(description="Dagster 用户界面与守护进程 · user interface and daemon")
    parser.add_argument("--port", type=int, default=3000)
    parser.add_argument("--home", type=Path, default=None)
    arguments = parser.parse_args()
    try:
        sys.exit(serve(arguments.port, (arguments.home or default_home()).resolve()))
    except LingtanError as error:
        sys.exit(f"{error.zh} | {error.en}")


if __name__ == "__main__":
    main()
