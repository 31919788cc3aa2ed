"""Remote accounts of a scenario and what they send."""

from __future__ import annotations

from typing import Any

from mockserver.domain.quoting import ON_REQUEST
from mockserver.scenario.doings import react
from mockserver.scenario.keys import Fields, ScenarioError, take
from mockserver.scenario.seeding import Seeding
from mockserver.store.database import Row
from mockserver.store.schema import accounts, statuses
from mockserver.store.statuses import Extra


def remote_account(seeding: Seeding, fields: Fields, where: str) -> None:
    """One that is named again, without its domain, can be given another policy."""
    from mockserver.domain import remote

    given = take(
        fields, where, name="", username="", domain="", display_name="", note="", locked=False, bot=False,
        discoverable=None, indexable=False, silenced=False, suspended=False, feature_policy=[],
    )  # fmt: skip
    name, policy = given.pop("name"), given.pop("feature_policy")
    states = {f"{state}_at": seeding.ctx.now for state in ("silenced", "suspended") if given.pop(state)}
    if not given["domain"]:
        known = seeding.account(name, where)
        if known.domain is None or set(fields) != {"name", "feature_policy"}:
            raise ScenarioError(f"{where}: 'domain' is missing")
        seeding.db.update(accounts, {"id": known.id}, feature_policy=policy)
        return
    row = remote.account(seeding.ctx, **{**given, "username": given["username"] or name})
    if policy or states:
        seeding.db.update(accounts, {"id": row.id}, feature_policy=policy or None, **states)
    seeding.made["accounts"][name or row.username] = str(row.id)


def remote_status(seeding: Seeding, fields: Fields, where: str) -> None:
    """`id`: of an older one, which its server changes or deletes."""
    from mockserver.domain import remote

    given = take(
        fields, where, account="", text="", visibility="public", tags=[], mentions=[], language="en",
        spoiler_text="", sensitive=False, in_reply_to=None, quotable={}, id=None, deleted=False, save="",
    )  # fmt: skip
    policy = _quote_policy(given["quotable"], f"{where}.quotable")
    if given["id"] is not None:
        _change(seeding, seeding.status(given["id"], where), given, policy)
        return
    missing = [name for name in ("account", "text") if not given[name]]
    if missing:
        raise ScenarioError(f"{where}: {missing[0]!r} is missing")
    row = remote.receive(
        seeding.ctx,
        seeding.account(given["account"], where),
        text=given["text"],
        visibility=given["visibility"],
        language=given["language"] or None,
        spoiler_text=given["spoiler_text"],
        sensitive=given["sensitive"],
        parent=_status(seeding, given["in_reply_to"], where) if given["in_reply_to"] is not None else None,
        tags=given["tags"],
        named=[seeding.account(name, where) for name in given["mentions"]],
    )
    if policy:
        seeding.db.update(statuses, {"id": row.id}, quote_approval_policy=policy)
    if given["save"]:
        seeding.made["saved"][given["save"]] = str(row.id)


def _status(seeding: Seeding, name: Any, where: str) -> Row | None:
    return seeding.db.find(statuses, id=seeding.status(name, where))


def _quote_policy(quotable: Fields, where: str) -> str:
    """`{automatic = ["public"]}` or `{manual = ["followers"]}` as the status keeps it; empty for none."""
    given = take(quotable, where, automatic=[], manual=[])
    groups = [(group, "") for group in given["automatic"]] + [
        (group, ON_REQUEST) for group in given["manual"]
    ]
    if len(groups) > 1 or any(group not in ("public", "followers") for group, _ in groups):
        raise ScenarioError(f"{where}: must name one of 'public' and 'followers', either way")
    return next((before + group for group, before in groups), "")


def _change(seeding: Seeding, status_id: int, given: Fields, policy: str) -> None:
    from mockserver.domain import deleting

    row = seeding.db.find(statuses, id=status_id)
    if row is not None and given["deleted"]:
        deleting.delete(seeding.ctx, row, media_too=True)
    elif row is not None:
        seeding.db.update(statuses, {"id": status_id}, quote_approval_policy=policy)


def media(seeding: Seeding, fields: Fields, where: str) -> None:
    """A picture of another server's status, of which this one has made its copy."""
    from mockserver import fixtures
    from mockserver.domain import uploads

    given = take(fields, where, status=..., file="sunset.png", remote_url="", meta={}, blurhash="")
    row = seeding.db.find(statuses, id=seeding.status(given["status"], where))
    data = fixtures.media(given["file"])
    if data is None:
        raise ScenarioError(
            f"{where}: there is no file {given['file']!r}; there are {', '.join(fixtures.media_names())}"
        )
    if row is None or row.local:
        raise ScenarioError(f"{where}: {given['status']!r} is no status of another server")
    author = seeding.db.find(accounts, id=row.account_id)
    address = given["remote_url"] or f"https://{author.domain if author else ''}/{given['file']}"
    shown = {name: given[name] for name in ("meta", "blurhash") if given[name]}
    media_id = uploads.store_copy(
        seeding.ctx, row.account_id, data, given["file"], address, status_id=row.id, **shown
    )
    attached = [*row.ordered_media_attachment_ids, media_id]
    extras = row.extras | int(Extra.MEDIA)
    seeding.db.update(statuses, {"id": row.id}, ordered_media_attachment_ids=attached, extras=extras)


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
