"""Running an instance as a server: sockets, the first lines a person sees, one line a request, and an end
within a second."""

from __future__ import annotations

import errno
import gc
import json
import os
import signal
import socket
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import uvicorn

from mockserver.instance import Instance, OnAnswer
from mockserver.options import Options
from mockserver.render import urls
from mockserver.scenario import ScenarioError
from mockserver.store import addresses
from mockserver.store.dialect import UNUSABLE
from mockserver.store.schema import access_tokens, accounts, users

COLOURS = {2: "green", 3: "cyan", 4: "yellow", 5: "red"}


def run(
    options: Options,
    *,
    host: str | None = None,
    port: int = 3000,
    base_url: str | None = None,
    scenario: Path,
    as_json: bool = False,
) -> int:
    """Serve until SIGINT or SIGTERM; the exit code. `host` None: the loopback, over IPv4 and IPv6."""
    try:
        sockets = bind(host, port)
    except OSError as error:
        taken = error.errno in (errno.EADDRINUSE, errno.EACCES)
        where = f"port {port}" if taken or host is None else f"{host}, port {port}"
        hint = "Try --port 0 for a free one." if taken else "Name an address of this machine with --host."
        click.echo(f"fakestodon: cannot listen on {where}: {error.strerror}. {hint}", err=True)
        return 1
    port = sockets[0].getsockname()[1]
    shown = "localhost" if host is None else f"[{host}]" if ":" in host else host
    try:
        instance = Instance(replace(options, base_url=(base_url or f"http://{shown}:{port}").rstrip("/")))
    except UNUSABLE as error:
        click.echo(
            f"fakestodon: cannot keep the world in {options.database}: {getattr(error, 'orig', error)}. "
            "Name a file that is made by fakestodon, or one that is not there yet.",
            err=True,
        )
        return 1
    try:
        made = load(instance, scenario)
    except ScenarioError as error:
        click.echo(f"fakestodon: {scenario}: {error}", err=True)
        return 1
    server = stopping_server(instance)
    if as_json:
        print(json.dumps(summary(instance, made)), flush=True)
    else:
        greet(instance, made)
    instance.on_answer = logger()
    gc.enable()
    gc.freeze()
    server.run(sockets=sockets)
    instance.close()
    return 0


def bind(host: str | None, port: int) -> list[socket.socket]:
    """Listening sockets, the same port on each; on the loopback IPv6 is taken where the machine has it."""
    hosts = [host] if host is not None else ["127.0.0.1", "::1"]
    sockets: list[socket.socket] = []
    for one in hosts:
        family = socket.AF_INET6 if ":" in one else socket.AF_INET
        made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((one, sockets[0].getsockname()[1] if sockets else port))
        except OSError:
            made.close()
            if not sockets:
                raise
            continue
        made.listen(2048)  # who connects before the loop runs is answered as soon as it does
        sockets.append(made)
    return sockets


def load(instance: Instance, scenario: Path) -> dict[str, dict[str, Any]]:
    """Seed the scenario, unless the database has people already. Raises ScenarioError."""
    person = instance.db.find(users)
    if person is not None:
        move_in(instance, person.account_id)
        return {"tokens": kept_tokens(instance)}
    try:
        with scenario.open("rb") as file:
            return instance.seed(tomllib.load(file))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ScenarioError(f"not valid TOML: {error}") from error
    except OSError as error:
        raise ScenarioError(f"cannot be read: {error.strerror}") from error


def move_in(instance: Instance, account_id: int) -> None:
    """Give a kept world this instance's address: the port may be another than last time. An account's
    `uri` tells the former one."""
    account = instance.db.find(accounts, id=account_id)
    path = urls.actor(instance, account_id).removeprefix(instance.base_url)
    former = account.uri.removesuffix(path) if account is not None else ""
    if former and former != instance.base_url:
        addresses.move(instance.db, former, instance.base_url)


def kept_tokens(instance: Instance) -> dict[str, str]:
    """The first good token of each person of a kept database, by the account's name."""
    db, now, found = instance.db, instance.clock.now(), dict[str, str]()
    for token in db.find_all(access_tokens, order="id"):
        if token.resource_owner_id is None or token.revoked_at or (token.expires_at or now) < now:
            continue
        owner = db.find(users, id=token.resource_owner_id)
        account = owner and db.find(accounts, id=owner.account_id)
        if account:
            found.setdefault(account.username, token.token)
    return found


def config(instance: Instance) -> uvicorn.Config:
    """How uvicorn serves an instance."""
    return uvicorn.Config(
        instance.app,
        loop="uvloop" if sys.platform != "win32" else "asyncio",
        http="httptools",
        ws="mockserver.streaming.transport:Protocol",
        ws_per_message_deflate=False,
        ws_max_size=1 << 20,  # bytes of a command; one that is longer closes the connection
        ws_ping_interval=30,
        ws_ping_timeout=30,
        lifespan="off",
        access_log=False,
        proxy_headers=False,  # the pipeline reads them itself, as Rails does
        log_config=None,
        server_header=False,
        date_header=False,  # the API's answers carry the instance's own time
        headers=[("Server", "Mastodon")],
        timeout_graceful_shutdown=1,
    )


def stopping_server(instance: Instance) -> uvicorn.Server:
    """A server that SIGINT and SIGTERM end, streams and all, from now on."""
    server = uvicorn.Server(config(instance))
    instance.hub.stopping = lambda: server.should_exit
    # While uvicorn runs it has handlers of its own. It raises the signal once more at its end, which
    # without these would kill the process before the database is closed.
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, server.handle_exit)
    return server


def summary(instance: Instance, made: dict[str, dict[str, Any]]) -> dict[str, Any]:
    scheme, _, rest = instance.base_url.partition("://")
    return {
        "base_url": instance.base_url,
        "streaming_url": f"{'wss' if scheme == 'https' else 'ws'}://{rest}",
        "pid": os.getpid(),
        "tokens": made["tokens"],
    }


def greet(instance: Instance, made: dict[str, dict[str, Any]]) -> None:
    """What a newcomer needs: the address, tokens, three things to try."""
    url, tokens = instance.base_url, made["tokens"]
    click.echo(f"\n  fakestodon is a Mastodon server at {click.style(url, bold=True)}  (Ctrl-C ends it)\n")
    width = max(map(len, tokens), default=0)
    if tokens:
        click.echo("  Access tokens:")
        for name, token in tokens.items():
            click.echo(f"    {name:<{width}}  {token}")
    token = next(iter(tokens.values()), "TOKEN")
    click.echo("\n  Try:")
    click.echo(f"    curl {url}/api/v1/timelines/public")
    click.echo(f"    curl -H 'Authorization: Bearer {token}' -F status='Hello, world' {url}/api/v1/statuses")
    click.echo(f"    curl -N -H 'Authorization: Bearer {token}' {url}/api/v1/streaming/user\n")


def logger() -> OnAnswer:
    """One line a request, on the standard error: the standard output is for data. In colour on a terminal."""
    err = sys.stderr
    coloured = err.isatty() and "NO_COLOR" not in os.environ
    shown = {n: click.style(n, fg=COLOURS.get(n // 100)) if coloured else str(n) for n in range(100, 600)}

    def log(method: str, path: str, status: int, seconds: float, who: str | None) -> None:
        err.write(f"{shown[status]} {method:<6} {path}  {who or '-'}  {seconds * 1000:.1f} ms\n")

    return log
