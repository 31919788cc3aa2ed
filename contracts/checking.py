"""What the command `check` does: choose the laws, reach the server, print the verdicts as they come."""

from __future__ import annotations

import difflib
import os
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

import click
import httpx
import msgspec

from contracts import verdicts
from contracts.answers import Answer, answer_of
from contracts.check import Outcome, Verdict, check
from contracts.effects import Effects
from contracts.law import Law
from contracts.laws import LAWS
from contracts.laws.scopes import TRIED
from contracts.stopping import Stopping
from contracts.targets.live import Live, people_of
from contracts.targets.server import Credential, Server


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
    """Raises ValueError for what is no address, and for mistaken accounts."""
    if not base_url.startswith(("https://", "http://")):
        raise ValueError(f"{base_url!r} is no URL; write https://{base_url.rpartition('//')[2]}")
    try:
        parts = urlsplit(base_url)
        host = parts.hostname if parts.port is None or parts.port else None
    except ValueError as error:
        raise ValueError(f"{base_url!r} is no URL: {error}") from error
    if not re.fullmatch(r"[\w.:-]+", host or "") or parts.query or parts.fragment:
        raise ValueError(f"{base_url!r} is no server's address; write https://server.example")
    people = people_of(tokens, file)
    _refuse_unknown_scopes(people)
    return Live(base_url, people, effects)


def _refuse_unknown_scopes(people: list[Credential]) -> None:
    for person in people:
        for scope in person.scoped:
            if scope not in TRIED:
                raise ValueError(
                    f"{person.name}[{scope}]: no law tries this scope; they try {', '.join(TRIED)}"
                )


class Unfit(Exception):
    """The server cannot be checked: what is no Mastodon-compatible server keeps no law and breaks none."""


def run(laws: list[Law], server: Server, seed: int, as_json: bool, stopping: Stopping) -> int:
    """Tries the laws; the exit code."""
    reached: list[Verdict] = []
    try:
        about = _about(server)
        _verify_tokens(server)
        if not as_json:
            click.echo(f"{about}\nallowed: {server.effects.name.lower()}\n")
        for verdict in check(laws, server, seed, stopping):
            reached.append(verdict)
            for line in () if as_json else verdicts.lines(verdict):
                click.echo(line)
                sys.stdout.flush()
    except Unfit as unfit:
        click.echo(f"fakestodon: {unfit}", err=True)
        return UNABLE
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
        click.echo(f"\n{verdicts.summary(reached, of=len(laws))}")
    return stopping.exit_code if stopping() else _exit_code(reached)


HELD, BROKEN, UNABLE, UNSURE = range(4)
"""Exit codes (docs/laws.md): all that was tried holds, or a law is broken, or nothing could be tried, or
none is broken but some verdict is UNSURE; Stopping has those of an interrupted run."""


def _exit_code(reached: list[Verdict]) -> int:
    outcomes = {verdict.outcome for verdict in reached}
    if Outcome.FAIL in outcomes:
        return BROKEN
    return UNSURE if Outcome.INCONCLUSIVE in outcomes else HELD


def _about(server: Server) -> str:
    """Which server it is, and which version it says. Raises Unfit unless it describes itself as servers of
    this API do."""
    told = []
    for version in ("v2", "v1"):
        answer = _asked(server, f"/api/{version}/instance")
        if answer.status == 200 and isinstance(answer.body, dict) and "version" in answer.body:
            return f"{server.title}: {answer.body['version']}"
        told.append(f"{answer.call} answers {answer.status} {answer.told()}")
    raise Unfit(f"{server.base_url} does not speak Mastodon's client API: {'; '.join(told)}")


def _verify_tokens(server: Server) -> None:
    """Raises Unfit for a token that the server refuses: no law could tell that from a mistake of the server;
    and for two of one account, which cannot be told apart either."""
    owners: dict[str, str] = {}
    for person in server.given if isinstance(server, Live) else ():
        answer = _asked(server, "/api/v1/accounts/verify_credentials", person.token)
        if answer.status != 200 or not isinstance(answer.body, dict) or "id" not in answer.body:
            got = f"{answer.status} {answer.told()}"
            raise Unfit(f"the token of {person.name} is no good: {answer.call} answers {got}")
        account = answer.body
        other = owners.setdefault(str(account["id"]), person.name)
        if other != person.name:
            name = account.get("acct", account["id"])
            raise Unfit(f"{other} and {person.name} are tokens of one account, {name}; give each its own")


def _asked(server: Server, path: str, token: str | None = None) -> Answer:
    headers = {"Accept": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    try:
        return answer_of(f"GET {path}", server.http.get(path, headers=headers))
    except httpx.HTTPError as error:
        raise Unfit(f"{server.base_url} cannot be reached: {str(error) or type(error).__name__}") from error
