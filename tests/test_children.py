from __future__ import annotations

import os
import signal
import sys

import pytest

from tests.children import started

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send")


@pytest.fixture
def deaf():
    """These tests as a shell starts them in the background."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("deaf")
def test_a_child_minds_ctrl_c_where_the_tests_do_not():
    asked = "import signal; print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)"

    assert started([sys.executable, "-c", asked]).communicate(timeout=60) == ("True\n", "")
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
