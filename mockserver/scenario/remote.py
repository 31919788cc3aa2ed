"""Remote accounts of a scenario and what they send."""

from __future__ import annotations

from mockserver.scenario.doings import react
from mockserver.scenario.keys import Fields, take
from mockserver.scenario.seeding import Seeding
from mockserver.store.schema import statuses


def remote_account(seeding: Seeding, fields: Fields, where: str) -> None:
    from mockserver.domain import remote

    given = take(
        fields,
        where,
        name="",
        username="",
        domain=...,
        display_name="",
        note="",
        locked=False,
        bot=False,
        discoverable=None,
    )
    name = given.pop("name")
    row = remote.account(seeding.ctx, **{**given, "username": given["username"] or name})
    seeding.made["accounts"][name or row.username] = str(row.id)


def remote_status(seeding: Seeding, fields: Fields, where: str) -> None:
    from mockserver.domain import remote

    given = take(
        fields,
        where,
        account=...,
        text=...,
        visibility="public",
        tags=[],
        mentions=[],
        language="en",
        spoiler_text="",
        save="",
    )
    row = remote.receive(
        seeding.ctx,
        seeding.account(given["account"], where),
        text=given["text"],
        visibility=given["visibility"],
        language=given["language"],
        spoiler_text=given["spoiler_text"],
        tags=given["tags"],
        named=[seeding.account(name, where) for name in given["mentions"]],
    )
    if given["save"]:
        seeding.made["saved"][given["save"]] = str(row.id)


def favourite(seeding: Seeding, fields: Fields, where: str) -> None:
    given = take(fields, where, **{"from": ..., "status": ...})
    _interact(seeding, given, where, "favourited_by")


def reblog(seeding: Seeding, fields: Fields, where: str) -> None:
    given = take(fields, where, **{"from": ..., "status": ...})
    _interact(seeding, given, where, "reblogged_by")


def _interact(seeding: Seeding, given: Fields, where: str, kind: str) -> None:
    row = seeding.db.find(statuses, id=seeding.status(given["status"], where))
    nothing: Fields = {"favourited_by": [], "reblogged_by": [], "bookmarked_by": [], "pinned": False}
    if row is not None:
        react(seeding, row, {**nothing, kind: [given["from"]]}, where)
