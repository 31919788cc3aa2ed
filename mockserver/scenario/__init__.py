"""Filling a world from a scenario: a dictionary, as read from a TOML file (docs/scenarios.md).

People's doings go through the same rules as calls, so that feeds, counters and notifications come out
right; only what no call can make (accounts, settings, emoji, what other servers send) is written as rows.
The order of the kinds in `KINDS` is the order of making."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from mockserver.errors import WireError
from mockserver.scenario import doings, moments, people, remote, server, staff, trending
from mockserver.scenario.keys import Fields, ScenarioError
from mockserver.scenario.seeding import Seeding
from mockserver.store.dialect import CONFLICTS

if TYPE_CHECKING:
    from mockserver.instance import Instance

__all__ = ["KINDS", "ScenarioError", "seed"]

KINDS: dict[str, Callable[[Seeding, Fields, str], None]] = {
    "rules": server.rule,
    "emojis": server.emoji,
    "apps": people.app,
    "roles": staff.role,
    "accounts": people.account,
    "remote_accounts": remote.remote_account,
    "tokens": people.token,
    "invites": people.invite,
    "tags": server.tag,
    "follows": doings.follow,
    "blocks": doings.block,
    "mutes": doings.mute,
    "statuses": doings.status,
    "remote_statuses": remote.remote_status,
    "favourites": remote.favourite,
    "reblogs": remote.reblog,
    "announcements": server.announcement,
    "cards": server.card,
    "terms": server.terms,
    "domain_blocks": server.domain_block,
    "remote_media": remote.media,
    "trends": trending.trend,
    "warning_presets": staff.warning_preset,
    "appeals": staff.appeal,
    "report_actions": staff.report_action,
    "polls": moments.poll,
    "scheduled": moments.scheduled,
    "media": moments.media,
    "quotes": moments.quote,
    "tagged_collections": moments.tagged_collection,
    "limits": moments.limit,
    "refreshes": moments.refresh,
    "annual_reports": moments.annual_report,
    "notification_groups": moments.notification_group,
}
"""Every list of a scenario, and what makes one of its things; `settings` is a table of its own."""


def seed(instance: Instance, scenario: Fields) -> dict[str, dict[str, Any]]:
    """All of it or, when something is wrong, nothing. Raises ScenarioError."""
    unknown = set(scenario) - set(KINDS) - {"settings"}
    if unknown:
        raise ScenarioError(
            f"unknown table {sorted(unknown)[0]!r}; a scenario has {', '.join(['settings', *KINDS])}"
        )
    with instance.context() as ctx:
        seeding = Seeding(ctx)
        server.settings(seeding, scenario.get("settings", {}), "settings")
        for kind, make in KINDS.items():
            for where, fields in _things(scenario, kind):
                try:
                    make(seeding, fields, where)
                except WireError as error:  # what people do is refused in words, as a call would be
                    raise ScenarioError(f"{where}: {error.message}") from error
                except CONFLICTS as error:
                    raise ScenarioError(f"{where}: there is one like it already ({error})") from error
    for kind, names in seeding.made.items():
        instance.names[kind].update(names)
    return seeding.made


def _things(scenario: Fields, kind: str) -> Iterator[tuple[str, Fields]]:
    """The things of a kind, with their places."""
    listed = scenario.get(kind, [])
    for number, fields in enumerate(listed if isinstance(listed, list) else [listed]):
        where = f"{kind}[{number}]"
        if not isinstance(fields, dict) or not isinstance(listed, list):
            raise ScenarioError(f"{where}: must be a table, written as [[{kind}]]")
        yield where, fields
