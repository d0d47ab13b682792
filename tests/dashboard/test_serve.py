from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dashboard.serve import Options, choose_port, command, lan_address
from geodata.records import ProjectError
from tests.children import started


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which something else listens."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


@contextmanager
def serving(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """``dateline serve`` as a person starts it, and the first line that it prints."""
    line = [sys.executable, "-m", "dashboard.cli", "serve", "--no-browser", *arguments]
    running = started(line)
    try:
        assert running.stdout is not None
        yield running, running.stdout.readline()
    finally:
        running.terminate()
        running.communicate(timeout=20)  # the pipes are closed, whatever was read


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def get(address: str) -> str:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(address, timeout=10) as answer:
        return str(answer.read().decode())


def test_a_port_in_use_is_refused(taken):
    with pytest.raises(ProjectError, match=rf"^port {taken} is in use.*; give another with --port"):
        choose_port(taken, "127.0.0.1")


def test_without_a_wish_a_free_port_is_found():
    port = choose_port(None, "127.0.0.1")

    assert 8501 <= port < 8551


def test_only_this_machine_comes_in_unless_the_network_is_asked_for():
    assert "--server.address=127.0.0.1" in command(Options(), 8501)
    assert "--server.address=0.0.0.0" in command(Options(lan=True), 8501)


def test_the_page_is_told_of_the_project_and_that_it_is_read_only(tmp_path: Path):
    line = command(Options(project=tmp_path, read_only=True), 8501)

    assert line[line.index("--") + 1 :] == [str(tmp_path), "--read-only"]


def test_the_server_answers_to_its_own_names_only():
    hosts = [flag for flag in command(Options(), 8501) if "allowedHosts" in flag]

    assert hosts == ["--server.allowedHosts=localhost", "--server.allowedHosts=127.0.0.1"]


def test_the_address_for_the_network_is_not_this_machine_s_own_loop():
    address = lan_address()

    assert address is None or not address.startswith("127.")


@pytest.mark.usefixtures("gazetteer")
@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_serve_prints_its_address_and_ends_when_it_is_stopped(tmp_path: Path, stop):
    (tmp_path / "news.txt").write_text("A column entered Aghdam on 20 November 2020.")
    port = free_port()

    with serving(str(tmp_path), "--port", str(port)) as (running, first):
        address = re.search(r"http://\S+", first)
        assert address
        assert address[0] == f"http://127.0.0.1:{port}"
        assert "<title>" in get(address[0])

        running.send_signal(stop)
        rest = running.stdout.read(), running.stderr.read()

    assert (running.returncode, *rest) == (0, "Ctrl-C stops it\n", "")
    assert choose_port(port, "127.0.0.1") == port


@pytest.mark.usefixtures("gazetteer")
def test_serve_says_that_its_port_is_in_use(taken):
    with serving("--port", str(taken)) as (running, first):
        _, errors = running.communicate(timeout=20)

    assert (running.returncode, first) == (1, "")
    assert errors.splitlines() == [
        f"dateline: port {taken} is in use or not allowed; give another with --port"
    ]


def test_no_body_waits_until_its_head_is_acknowledged():
    code = (
        "import socket; from dashboard import serve; serve._send_at_once();"
        "from streamlit.web.server.starlette import starlette_server as server;"
        "at = server._bind_socket('127.0.0.1', 0, 1); at.listen();"
        "here = socket.create_connection(at.getsockname());"
        "at.setblocking(True); there = at.accept()[0];"
        "print(there.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert int(done.stdout) != 0
