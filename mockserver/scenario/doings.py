"""What the people of a scenario do, through the rules that hold for calls."""

from __future__ import annotations

from typing import Any

from mockserver.clock import DAY
from mockserver.scenario.keys import Fields, ScenarioError, take
from mockserver.scenario.seeding import Seeding
from mockserver.store.database import Row
from mockserver.store.schema import applications, follow_requests
from mockserver.store.schema import follows as follow_rows


def follow(seeding: Seeding, fields: Fields, where: str) -> None:
    """One that is there already can be made older, or accepted by the one asked; then one end will do."""
    from mockserver.domain import follows

    given = take(
        fields, where, **{"from": "", "to": ""}, reblogs=True, notify=False, languages=None, days_old=0,
        accepted=False,
    )  # fmt: skip
    if given["days_old"] or given["accepted"]:
        _change_follows(seeding, given, where)
        return
    missing = [end for end in ("from", "to") if not given[end]]
    if missing:
        raise ScenarioError(f"{where}: {missing[0]!r} is missing")
    follower, target = seeding.account(given["from"], where), seeding.account(given["to"], where)
    if target.locked and follower.domain is not None:
        follows.ask(seeding.as_user(follower), follower.id, target.id)
    elif seeding.db.find(follow_rows, account_id=follower.id, target_account_id=target.id) is None:
        columns = {
            "show_reblogs": given["reblogs"],
            "notify": given["notify"],
            "languages": given["languages"],
        }
        follows.begin(seeding.as_user(follower), follower.id, target.id, **columns)


def _change_follows(seeding: Seeding, given: Fields, where: str) -> None:
    from mockserver.domain import follows

    ends = {
        column: seeding.account(given[end], where).id
        for end, column in (("from", "account_id"), ("to", "target_account_id"))
        if given[end]
    }
    for row in seeding.db.find_all(follow_requests, **ends) if given["accepted"] else ():
        follows.authorize(seeding.ctx, row)
    if given["days_old"]:
        seeding.db.update(follow_rows, ends, created_at=seeding.ctx.now - given["days_old"] * DAY)


def block(seeding: Seeding, fields: Fields, where: str) -> None:
    from mockserver.domain import blocks

    given = take(fields, where, **{"from": ..., "to": ...})
    account = seeding.account(given["from"], where)
    blocks.block(seeding.as_user(account), account, seeding.account(given["to"], where))


def mute(seeding: Seeding, fields: Fields, where: str) -> None:
    from mockserver.domain import mutes

    given = take(fields, where, **{"from": ..., "to": ...}, notifications=True)
    account = seeding.account(given["from"], where)
    mutes.mute(
        seeding.as_user(account),
        account,
        seeding.account(given["to"], where),
        notifications=given["notifications"],
    )


def status(seeding: Seeding, fields: Fields, where: str) -> None:
    from mockserver.domain import posting
    from mockserver.store import statuses as status_store

    given = take(
        fields, where, account=..., text="", spoiler_text="", sensitive=None, visibility=None, language=None,
        media=[], poll=None, in_reply_to=None, quotes=None, save="", favourited_by=[], reblogged_by=[],
        bookmarked_by=[], pinned=False, minutes_ago=0,
    )  # fmt: skip
    author = seeding.account(given["account"], where)
    ctx = seeding.as_user(author)
    replied = (
        status_store.by_id(seeding.db, seeding.status(given["in_reply_to"], where))
        if given["in_reply_to"]
        else None
    )
    quoted = (
        status_store.by_id(seeding.db, seeding.status(given["quotes"], where)) if given["quotes"] else None
    )
    media_ids = [str(_attachment(seeding, author, name, where)) for name in given["media"]]
    app = seeding.db.find(applications)
    draft = posting.Draft(
        text=given["text"],
        spoiler_text=given["spoiler_text"],
        sensitive=given["sensitive"],
        visibility=given["visibility"],
        language=given["language"],
        media_ids=media_ids or None,
        poll=_poll(given["poll"], where),
        in_reply_to=replied,
        quoted=quoted,
        application_id=app.id if app is not None else None,
    )
    at = ctx.now - given["minutes_ago"] * 60_000 if given["minutes_ago"] else None
    row = posting.post(ctx, author, draft, at=at, limited=False)
    if given["save"]:
        seeding.made["saved"][given["save"]] = str(row.id)
    react(seeding, row, given, where)


def _poll(fields: Fields | None, where: str) -> Any:
    from mockserver.domain import polls

    if fields is None:
        return None
    given = take(fields, f"{where}.poll", options=..., expires_in=86400, multiple=False, hide_totals=False)
    return polls.Draft(**given)


def react(seeding: Seeding, row: Row, given: Fields, where: str) -> None:
    from mockserver.domain import favourites, reblogs

    for name in given["favourited_by"]:
        favourites.add(seeding.as_user(seeding.account(name, where)), row)
    for name in given["bookmarked_by"]:
        favourites.bookmark(seeding.as_user(seeding.account(name, where)), row)
    for name in given["reblogged_by"]:
        reblogs.reblog(seeding.as_user(seeding.account(name, where)), row, None)
    if given["pinned"]:
        favourites.pin(seeding.as_user(seeding.account(given["account"], where)), row)


def _attachment(seeding: Seeding, author: Row, item: Any, where: str) -> int:
    from mockserver import fixtures
    from mockserver.domain import uploads

    given = take(
        {"file": item} if isinstance(item, str) else item,
        f"{where}.media",
        file=...,
        description=None,
        focus=None,
    )
    data = fixtures.media(given["file"])
    if data is None:
        raise ScenarioError(
            f"{where}: there is no file {given['file']!r}; there are {', '.join(fixtures.media_names())}"
        )
    return uploads.store_finished(
        seeding.ctx, author.id, data, given["file"], description=given["description"], focus=given["focus"]
    )
