"""Servers as processes of their own, started and stopped by the benchmark."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def fake(*arguments: str) -> Iterator[dict[str, Any]]:
    """`fakestodon serve` on a free port: what its first line tells, with `started`, the seconds to the
    first answer."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "mockserver", "serve", "--port", "0", "--json", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        told: dict[str, Any] = json.loads(process.stdout.readline())
        told["port"] = int(told["base_url"].rpartition(":")[2])
        _first_answer(f"http://127.0.0.1:{told['port']}/api/v2/instance")
        told["started"] = time.perf_counter() - began
        yield told
    finally:
        process.terminate()
        process.wait(10)


@contextmanager
def bare(body: Path) -> Iterator[int]:
    """The bare route with these bytes; its port."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.bare", str(port), str(body)])
    try:
        _first_answer(f"http://127.0.0.1:{port}/bare")
        yield port
    finally:
        process.terminate()
        process.wait(10)


def _first_answer(url: str) -> None:
    deadline = time.perf_counter() + 20
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            if time.perf_counter() > deadline:
                raise
            time.sleep(0.005)


def resident_mb(pid: int) -> float:
    """Memory that a process holds, in MB (10⁶ bytes)."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise RuntimeError("no VmRSS")
