"""Starts Streamlit on ``hosting.py``: where it listens, who may come in, and how it ends.

The server is a process of its own; this one waits until it answers, prints the address, opens the
browser and stays until Ctrl-C. Run as a module, this file is that server.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from geodata.records import ProjectError

_APP = Path(__file__).with_name("hosting.py")
_LOOPBACK, _EVERYWHERE = "127.0.0.1", "0.0.0.0"
_FIRST_PORT, _PORTS_TRIED = 8501, 50
_PATIENCE = 60  # seconds until the server must have answered
_SETTINGS = {
    "server.headless": "true",  # we open the browser ourselves, once the server answers
    "server.fileWatcherType": "none",
    "server.showEmailPrompt": "false",
    "logger.hideWelcomeMessage": "true",  # it would ask a host on the internet for our address
    "logger.level": "warning",
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "viewer",
    "global.developmentMode": "false",
    # The page has its own two themes; left to itself, Streamlit begins the page anew at dusk, when
    # the system changes to its dark one.
    "theme.base": "light",
}


@dataclass(frozen=True, slots=True)
class Options:
    """What ``dateline serve`` was asked for."""

    project: Path | None = None  # None: the bundled chronicle
    port: int | None = None  # None: the first that is free
    lan: bool = False
    read_only: bool = False
    browser: bool = True


def serve_project(options: Options) -> int:
    """Serve until Ctrl-C; the exit status."""
    port = choose_port(options.port, _EVERYWHERE if options.lan else _LOOPBACK)
    server = subprocess.Popen(command(options, port), stdout=subprocess.DEVNULL)
    try:
        if not _answers(server, port):
            raise ProjectError("the dashboard did not start; what went wrong stands above")
        _greet(options, port)
        return 1 if server.wait() else 0
    except KeyboardInterrupt:
        return 0
    finally:
        _end(server)


def command(options: Options, port: int) -> list[str]:
    """The command line of the server's process; what follows ``--`` is for ``app.py``."""
    settings = _SETTINGS | {
        "server.address": _EVERYWHERE if options.lan else _LOOPBACK,
        "server.port": str(port),
        "client.showErrorDetails": "none" if options.lan else "full",
    }
    flags = [f"--{name}={value}" for name, value in settings.items()]
    flags += [f"--server.allowedHosts={host}" for host in _hosts(options)]
    asked = [str(options.project)] if options.project else []
    asked += ["--read-only"] if options.read_only else []
    return [sys.executable, "-P", "-m", "dashboard.serve", "run", str(_APP), *flags, "--", *asked]


def asked_project(arguments: list[str]) -> Path | None:
    """The project in what follows ``--``; None is the bundled chronicle."""
    return next((Path(word) for word in arguments if not word.startswith("--")), None)


def choose_port(wanted: int | None, address: str) -> int:
    """The wanted port if it is free; without a wish, the first that is."""
    if wanted:
        if not _is_free(wanted, address):
            raise ProjectError(f"port {wanted} is in use or not allowed; give another with --port")
        return wanted
    for port in range(_FIRST_PORT, _FIRST_PORT + _PORTS_TRIED):
        if _is_free(port, address):
            return port
    raise ProjectError(f"no port from {_FIRST_PORT} up is free; give one with --port")


def lan_address() -> str | None:
    """The address by which the network knows this machine; None if it is on no network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # only picks the way out: nothing is sent
        except OSError:
            return None
        found = str(probe.getsockname()[0])
    return None if found.startswith(("127.", "0.")) else found


def _hosts(options: Options) -> Iterator[str]:
    """The names under which the server answers; other names are a web page's trick to read it."""
    yield from ("localhost", _LOOPBACK)
    if options.lan:
        name = socket.gethostname()
        yield from (name, f"{name.removesuffix('.local')}.local")
        yield from dict.fromkeys(filter(None, (lan_address(), *_own_addresses(name))))


def _own_addresses(name: str) -> list[str]:
    try:
        return [address for address in socket.gethostbyname_ex(name)[2] if address != _LOOPBACK]
    except OSError:
        return []


def _is_free(port: int, address: str) -> bool:
    with socket.socket() as probe:
        if sys.platform != "win32":  # as the server does: a port just left is free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True


def _answers(server: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until the server answers; False if it ended or takes too long."""
    health = f"http://{_LOOPBACK}:{port}/_stcore/health"
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + _PATIENCE
    while server.poll() is None and time.monotonic() < until:
        try:
            with direct.open(health, timeout=2):
                return True
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    return False


def _greet(options: Options, port: int) -> None:
    here = f"http://{_LOOPBACK}:{port}"
    print(f"Dateline is at {here}")
    if options.lan:
        who = "can look, and change nothing" if options.read_only else "can look and change things"
        there = lan_address()
        print(
            f"Others on your network {who}: http://{there}:{port}"
            if there
            else "This machine is on no network, so nobody else can come"
        )
    print("Ctrl-C stops it", flush=True)
    if options.browser and _has_screen():
        webbrowser.open(here)


def _has_screen() -> bool:
    """Whether a window can open; without one, a text browser would take the terminal over."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))


def _end(server: subprocess.Popen[bytes]) -> None:
    """Ask the server to end, as Ctrl-C has asked it too; make it if it does not listen."""
    server.terminate()
    try:
        server.wait(timeout=5)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _be_the_server() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # until Streamlit is up and minds it
    from streamlit import net_util
    from streamlit.web import cli

    # To judge a request from a foreign page, Streamlit would ask a host on the internet for this
    # machine's address. Nothing leaves the machine, and a foreign page stays out all the same.
    net_util.get_external_ip = lambda: None
    _send_at_once()
    cli.main(sys.argv[1:], prog_name="dateline")


def _send_at_once() -> None:
    """Let no answer wait for the acknowledgement of the one before.

    Streamlit's socket does not say that it is TCP, so asyncio leaves Nagle's algorithm on: the body
    of a file would come 40 ms after its head, a hundred times until the page is there.
    """
    from streamlit.web.server.starlette import starlette_server

    bind = getattr(starlette_server, "_bind_socket", None)
    if bind is None:  # another Streamlit: all works, only slower
        return

    def bind_at_once(address: str, port: int, backlog: int) -> socket.socket:
        bound: socket.socket = bind(address, port, backlog)
        bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # its connections inherit it
        return bound

    starlette_server._bind_socket = bind_at_once


if __name__ == "__main__":
    _be_the_server()
