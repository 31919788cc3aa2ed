"""Ending a run early: Ctrl-C (SIGINT) and SIGTERM are heeded between calls, so that what was made is cleaned
up; a second one breaks off whatever is under way."""

from __future__ import annotations

import signal
import sys
import threading
from types import FrameType, TracebackType
from typing import Any, Self

import click

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stopping:
    """As a context manager it catches the signals; `number` is the one that came, 0 before."""

    def __init__(self) -> None:
        self.number = 0
        self._former: dict[int, Any] = {}

    def __call__(self) -> bool:
        return self.number != 0

    def _caught(self, number: int, frame: FrameType | None) -> None:
        if self.number:
            raise KeyboardInterrupt
        self.number = number
        click.echo("\nfakestodon: ending, and cleaning up (again: at once)", err=True)

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():  # no other hears of signals
            self._former = {one: signal.signal(one, self._caught) for one in SIGNALS}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for one, handler in self._former.items():
            signal.signal(one, handler)
        if isinstance(error, KeyboardInterrupt):
            sys.exit(self.exit_code)

    @property
    def exit_code(self) -> int:
        """As shells have it: 130 after Ctrl-C."""
        return 128 + self.number
