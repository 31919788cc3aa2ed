"""`fakestodon serve` as a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parents[2]


class Server:
    """A server that has printed its line of JSON. `log` is what it wrote on the standard error."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        assert process.stdout is not None
        self.process, self._log = process, log
        line = process.stdout.readline()
        assert line, log.read_text()
        self.told: dict[str, Any] = json.loads(line)
        self.base_url: str = self.told["base_url"]
        self.http = httpx.Client(base_url=self.base_url, trust_env=False)

    @property
    def log(self) -> str:
        return self._log.read_text()

    @property
    def port(self) -> int:
        return int(self.base_url.rpartition(":")[2])

    def get(self, path: str, who: str | None = None) -> Any:
        return self.ask("GET", path, who).json()

    def ask(self, method: str, path: str, who: str | None = None, **more: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.told['tokens'][who]}"} if who else {}
        return self.http.request(method, path, headers=headers, **more).raise_for_status()


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Server]:
    """A server on a free port; killed at the end if it is still there."""
    log = folder / "log.txt"
    with (
        log.open("w") as errors,
        subprocess.Popen(
            [sys.executable, "-m", "mockserver", "serve", "--port", "0", "--json", *options],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            cwd=ROOT,
        ) as process,
    ):
        try:
            server = Server(process, log)
            with server.http:
                yield server
        finally:
            process.kill()


def refused(*options: str) -> subprocess.CompletedProcess[str]:
    """What a server that does not start says."""
    port = () if "--port" in options else ("--port", "0")
    return subprocess.run(
        [sys.executable, "-m", "mockserver", "serve", *port, *options],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
    )
