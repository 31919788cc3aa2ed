"""What the command `check` does: choose the laws, reach the server, print the verdicts as they come."""

from __future__ import annotations

import difflib
import os
import sys
from pathlib import Path

import click
import httpx
import msgspec

from contracts import verdicts
from contracts.check import Outcome, Verdict, check
from contracts.effects import Effects
from contracts.law import Law
from contracts.laws import LAWS
from contracts.targets.live import Live, people_of
from contracts.targets.server import Server


def colours() -> None:
    """Colours only for people: https://no-color.org"""
    if os.environ.get("NO_COLOR"):
        click.get_current_context().color = False


def print_laws() -> None:
    for line in verdicts.listing():
        click.echo(line)


def effects(*, read_only: bool, public: bool) -> Effects:
    if read_only:
        return Effects.READ
    return Effects.PUBLIC if public else Effects.OWN


def chosen(ids: tuple[str, ...]) -> list[Law]:
    """Raises ValueError for an id that no law has."""
    for id in ids:
        if id not in LAWS:
            near = difflib.get_close_matches(id.upper(), LAWS, 1)
            hint = f"did you mean {near[0]}?" if near else "--list names them"
            raise ValueError(f"there is no law {id!r}; {hint}")
    return [law for law in LAWS.values() if not ids or law.id in ids]


def refuse_people(tokens: tuple[str, ...], file: Path | None) -> None:
    if tokens or file is not None:
        raise ValueError("--token and --actors are for a server at --base-url; the fake makes its own people")


def fake(deviations: frozenset[str], over_http: bool, effects: Effects) -> Server:
    """Raises ValueError for an unknown deviation."""
    from contracts.targets.fakes import InProcess, OverHttp

    server = OverHttp(deviations) if over_http else InProcess(deviations)
    server.effects = effects
    return server


def live(base_url: str, tokens: tuple[str, ...], file: Path | None, effects: Effects) -> Server:
    if not base_url.startswith(("https://", "http://")):
        raise ValueError(f"{base_url!r} is no URL; write https://{base_url}")
    return Live(base_url, people_of(tokens, file), effects)


def run(laws: list[Law], server: Server, seed: int, as_json: bool) -> int:
    """Tries the laws; the exit code."""
    try:
        about = _about(server)
        _verify_tokens(server)
    except (httpx.HTTPError, ValueError) as error:
        unreached = f"{server.base_url} cannot be reached: " if isinstance(error, httpx.HTTPError) else ""
        click.echo(f"fakestodon: {unreached}{error}", err=True)
        server.close()
        return 2
    reached: list[Verdict] = []
    if not as_json:
        click.echo(f"{about}\nallowed: {server.effects.name.lower()}\n")
    try:
        for verdict in check(laws, server, seed):
            reached.append(verdict)
            for line in () if as_json else verdicts.lines(verdict):
                click.echo(line)
                sys.stdout.flush()
    finally:
        server.close()
    if as_json:
        data = {
            "server": about,
            "effects": server.effects.name.lower(),
            "verdicts": [v.as_data() for v in reached],
        }
        click.echo(msgspec.json.format(msgspec.json.encode(data), indent=1).decode())
    else:
        click.echo(f"\n{verdicts.summary(reached)}")
    return 1 if any(verdict.outcome is Outcome.FAIL for verdict in reached) else 0


def _about(server: Server) -> str:
    """Which server it is, and which version it says."""
    for version in ("v2", "v1"):
        answer = server.http.get(f"/api/{version}/instance", headers={"Accept": "application/json"})
        if answer.status_code == 200:
            return f"{server.title}: {answer.json().get('version', 'of unknown version')}"
    return f"{server.title}: tells no version"


def _verify_tokens(server: Server) -> None:
    """Raises ValueError for a token that the server refuses: no law could tell that from a mistake of the
    server."""
    for person in server.given if isinstance(server, Live) else ():
        path = "/api/v1/accounts/verify_credentials"
        status = server.http.get(path, headers={"Authorization": f"Bearer {person.token}"}).status_code
        if status != 200:
            raise ValueError(f"the token of {person.name} is refused: {path} answers {status}")
