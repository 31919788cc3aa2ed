"""What docs/client.md shows works."""

from __future__ import annotations

import ast
import asyncio
import inspect
import re
from pathlib import Path
from typing import Any

import pytest

from clientkit import Client
from clientkit.drivers import Options
from clientkit.operations import accounts
from mockserver.testing import Fake

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "client.md").read_text()
SNIPPETS = re.findall(r"```python\n(.*?)```", PAGE, re.S)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=range(len(SNIPPETS)))
def test_a_snippet_runs(server: Fake, snippet: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    with Client(server.base_url, server.tokens["alice"], streaming_url=server.base_url) as client:
        names: dict[str, Any] = {
            "base_url": server.base_url,
            "token": server.tokens["alice"],
            "client": client,
            "accounts": accounts,
        }
        code = compile(snippet, "docs/client.md", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        running = eval(code, names)
        if inspect.isawaitable(running):
            asyncio.run(_finished(running))


async def _finished(running: Any) -> None:
    await running


def test_every_option_is_documented() -> None:
    table = PAGE.partition("## Options")[2].partition("\n## ")[0]
    documented = set(re.findall(r"^\| `(\w+)`", table, re.M))
    parameters = inspect.signature(Client.__init__).parameters
    own = {name for name, parameter in parameters.items() if parameter.kind is parameter.KEYWORD_ONLY}
    assert documented == own | set(Options.__annotations__)
