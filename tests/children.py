"""Commands that a test starts as a person does, in a process of their own."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


def started(
    command: Sequence[str | Path], environment: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    """One that Ctrl-C ends, even where the tests themselves are deaf to it.

    A shell's job in the background is started with SIGINT ignored, and so are its children; what
    has a handler here is at its default there.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
    finally:
        signal.signal(signal.SIGINT, before)
