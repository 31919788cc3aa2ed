"""A browser for tests: HTTP over ASGI, cookies kept, one fresh instance behind it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from html import unescape
from typing import Any

import httpx

from mockserver.instance import Instance
from mockserver.options import Options

BASE = "https://fake.example"
OOB = "urn:ietf:wg:oauth:2.0:oob"
CALLBACK = "https://app.example/callback"


def instance(*, real: bool = False, **settings: Any) -> Instance:
    """alice, who has confirmed, and an application with her token `alice` and its own, `app`."""
    options: dict[str, Any] = {"base_url": BASE, "start_at": 1_800_000_000, "seed": 1}
    made = Instance(Options.real(**options) if real else Options(**options))
    made.seed(
        {
            "settings": settings,
            "accounts": [
                {"username": "alice", "email": "alice@mail.example", "password": "password-of-alice"}
            ],
            "apps": [
                {
                    "name": "App",
                    "scopes": "read write follow push profile",
                    "redirect_uris": [CALLBACK, OOB],
                    "client_id": "the-id",
                    "client_secret": "the-secret",
                }
            ],
            "tokens": [
                {"name": "alice", "account": "alice", "value": "alice-token", "scopes": "read write profile"},
                {"name": "app", "app": "App", "value": "app-token", "scopes": "read write"},
            ],
        }
    )
    return made


class Browser:
    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.cookies = httpx.Cookies()

    def ask(self, method: str, path: str, *, token: str | None = None, **more: Any) -> httpx.Response:
        return asyncio.run(self._ask(method, path, token, **more))

    async def _ask(self, method: str, path: str, token: str | None, **more: Any) -> httpx.Response:
        transport = httpx.ASGITransport(self.instance.app)
        headers = {"Accept": "text/html"} | more.pop("headers", {})
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        async with httpx.AsyncClient(transport=transport, base_url=BASE, cookies=self.cookies) as client:
            response = await client.request(method, path, headers=headers, **more)
            self.cookies = client.cookies
            return response

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.ask("GET", path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:
        return self.ask("POST", path, **more)

    def sign_in(self, name: str = "alice", password: str | None = None) -> httpx.Response:
        page = self.get("/auth/sign_in")
        form = {"user[email]": f"{name}@mail.example", "user[password]": password or f"password-of-{name}"}
        return self.post("/auth/sign_in", data=fields_of(page, "/auth/sign_in") | form)

    def token(self, **form: Any) -> httpx.Response:
        credentials = {"client_id": "the-id", "client_secret": "the-secret"}
        return self.post("/oauth/token", data=credentials | form)


def fields_of(page: httpx.Response, action: str, method: str = "post") -> dict[str, str]:
    """The hidden fields of the page's form with this action and method, as a browser would send them."""
    for form in re.findall(r"<form.*?</form>", page.text, re.S):
        fields = {unescape(n): unescape(v) for n, v in re.findall(r'name="([^"]*)" value="([^"]*)"', form)}
        if f'action="{action}"' in form and fields.get("_method", "post") == method:
            return fields
    raise AssertionError(f"no form {method} {action} in {page.text}")


def consent(**more: str) -> Mapping[str, str]:
    """The parameters of an authorization request."""
    return {"response_type": "code", "client_id": "the-id", "redirect_uri": CALLBACK, "scope": "read"} | more
