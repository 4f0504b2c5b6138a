"""Long work that gives way: at each step it waits where a key has just come.

A worker in Python holds up the thread of the windows several times in each key, however short its
turns are.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar

_KEY = 0.03  # seconds in which a key is taken in and painted


def _go_on() -> None:
    """Do not wait: what runs by itself disturbs nobody."""


_WAIT: ContextVar[Callable[[], None]] = ContextVar("wait", default=_go_on)  # by thread


def step() -> None:
    """Wait, where the work that calls gives way and a key has just come."""
    _WAIT.get()()


class Turns:
    """Lets the work of one worker wait for keys."""

    def __init__(self) -> None:
        self._until = 0.0

    def claim(self) -> None:
        """Tell that a key has come."""
        self._until = time.monotonic() + _KEY

    @contextmanager
    def giving_way(self) -> Generator[None]:
        """Let what is done within give way at each of its steps."""
        token = _WAIT.set(self._wait)
        try:
            yield
        finally:
            _WAIT.reset(token)

    def _wait(self) -> None:
        while (left := self._until - time.monotonic()) > 0:
            time.sleep(left)
