"""Filling a world from a scenario: a dictionary, as read from a TOML file (docs/scenarios.md).

People's doings go through the same rules as calls, so that feeds, counters and notifications come out
right; only what no call can make (accounts, settings, emoji, what other servers send) is written as rows.
The order of the kinds in `KINDS` is the order of making."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Literal

from mockserver import clock, passwords
from mockserver.context import Context, Session
from mockserver.domain.events import (
    AccountSignedUp,
    AccountSuspended,
    AccountUnsuspended,
    AnnouncementPublished,
)
from mockserver.domain.outbox import Message
from mockserver.errors import WireError
from mockserver.render import urls
from mockserver.scenario_keys import Fields, hint, take
from mockserver.scenario_keys import ScenarioError as ScenarioError
from mockserver.store import accounts as account_store
from mockserver.store.database import Row
from mockserver.store.dialect import CONFLICTS
from mockserver.store.schema import (
    access_tokens,
    accounts,
    announcements,
    applications,
    custom_emojis,
    files,
    preview_cards,
    preview_cards_statuses,
    rules,
    statuses,
    tags,
    users,
)
from mockserver.store.schema import follows as follow_rows
from mockserver.store.statuses import Extra

if TYPE_CHECKING:
    from mockserver.instance import Instance

DEFAULT_SCOPES = "read write follow push profile"
DAY = 86_400_000
SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-forms"


class Seeding:
    """One scenario on its way into an instance; `made` tells the caller what it has got."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.db = ctx.db
        self.made: dict[str, dict[str, Any]] = {"accounts": {}, "apps": {}, "tokens": {}, "saved": {}}
        self.names = ctx.instance.names  # what former scenarios of this instance have named

    def account(self, name: str, where: str) -> Row:
        """An account by its handle: `alice`, `rem@remote.example`, or a remote one's name alone."""
        username, _, domain = name.lstrip("@").partition("@")
        row = account_store.by_handle(self.db, username, domain or None)
        if row is None and not domain:
            row = account_store.remote_by_name(self.db, username)
        if row is None:
            raise ScenarioError(f"{where}: there is no account {name!r}; name it under [[accounts]] first")
        return row

    def status(self, name: Any, where: str) -> int:
        """A status by the name it was saved under, or by its id."""
        saved = self.made["saved"].get(name) or self.names["saved"].get(name)
        if saved is not None:
            return int(saved)
        if str(name).isdecimal() and (number := int(name)) < 2**63 and self.db.find(statuses, id=number):
            return number
        raise ScenarioError(f"{where}: there is no status saved as {name!r}; give it `save = {name!r}` first")

    def as_user(self, account: Row) -> Context:
        """A context in which this account acts, within the same transaction and outbox."""
        user = account_store.user_of(self.db, account.id)
        token = self.db.find(access_tokens, resource_owner_id=user.id) if user is not None else None
        session = (
            Session(token, None, user, account)
            if token is not None
            else Session(_NO_TOKEN, None, user, account)
        )
        return Context(self.ctx.instance, session, self.ctx.call, self.ctx.outbox)


_NO_TOKEN: Any = None


# --- people and applications


def _account(seeding: Seeding, fields: Fields, where: str) -> None:
    given = take(
        fields, where, username=..., email="", password="", display_name="", note="", locked=False,
        bot=False, discoverable=None, indexable=False, role=None, confirmed=True, approved=True, settings={},
        chosen_languages=None, fields=[], locale=None, avatar=None, header=None, silenced=False,
        suspended=False, memorial=False, disabled=False, moved_to=None, days_old=0,
    )  # fmt: skip
    ctx, db, ids = seeding.ctx, seeding.db, seeding.ctx.instance.ids
    known = account_store.by_handle(db, given["username"])
    if known is not None:
        _change_account(seeding, known, fields, where)
        return
    born = ctx.now - given["days_old"] * DAY
    account_id = ids.snowflake() if not given["days_old"] else ids.snowflake(born)
    flags = {name: given[name] for name in ("locked", "bot", "discoverable", "indexable", "memorial")}
    db.insert(
        accounts,
        id=account_id,
        username=given["username"],
        display_name=given["display_name"],
        note=given["note"],
        uri=urls.actor(ctx.instance, account_id),
        fields=[_field(one, f"{where}.fields") for one in given["fields"]],
        moved_to_account_id=seeding.account(given["moved_to"], where).id if given["moved_to"] else None,
        silenced_at=ctx.now if given["silenced"] else None,
        suspended_at=ctx.now if given["suspended"] else None,
        created_at=born,
        **flags,
    )
    settings = dict(given["settings"])
    db.insert(
        users,
        account_id=account_id,
        email=given["email"] or f"{given['username']}@{ctx.instance.domain.partition(':')[0]}",
        encrypted_password=passwords.encrypt(
            given["password"] or f"password-of-{given['username']}", ids.hex()
        ),
        role=given["role"],
        locale=given["locale"],
        approved=given["approved"],
        disabled=given["disabled"],
        settings=settings,
        chosen_languages=given["chosen_languages"],
        confirmed_at=born if given["confirmed"] else None,
        confirmation_token=None if given["confirmed"] else ids.token(),
        current_sign_in_at=ctx.now,
        created_at=born,
    )
    kinds: tuple[Literal["avatar"], Literal["header"]] = ("avatar", "header")
    for kind in kinds:
        if given[kind]:
            _picture(seeding, account_id, kind, given[kind], where)
    seeding.made["accounts"][given["username"]] = str(account_id)
    if given["confirmed"] and given["approved"]:
        ctx.emit(AccountSignedUp(account_id))


def _field(fields: Fields, where: str) -> Fields:
    return {**take(fields, where, name=..., value=...), "verified_at": None}


def _change_account(seeding: Seeding, row: Row, fields: Fields, where: str) -> None:
    """An account that is there already: only what is named changes, as a moderator would change it."""
    db, now = seeding.db, seeding.ctx.now
    plain: Fields = {
        name: fields[name]
        for name in ("locked", "bot", "discoverable", "indexable", "memorial", "display_name", "note")
        if name in fields
    }
    for state in ("silenced", "suspended"):
        if state in fields:
            plain[f"{state}_at"] = now if fields[state] else None
    if "moved_to" in fields:
        plain["moved_to_account_id"] = seeding.account(fields["moved_to"], where).id
    if "days_old" in fields:
        plain["created_at"] = now - fields["days_old"] * DAY
    if plain:
        db.update(accounts, {"id": row.id}, **plain)
    login: Fields = {name: fields[name] for name in ("disabled", "approved", "role") if name in fields}
    if "days_old" in fields:
        login["created_at"] = plain["created_at"]
    if login:
        db.update(users, {"account_id": row.id}, **login)
    if fields.get("suspended") is True:
        seeding.ctx.emit(AccountSuspended(row.id))
    elif fields.get("suspended") is False:
        seeding.ctx.emit(AccountUnsuspended(row.id))
    if fields.get("suspended") or fields.get("disabled"):
        seeding.ctx.publish(Message((("close_account", row.id),), "close"))


def _picture(
    seeding: Seeding, account_id: int, kind: Literal["avatar", "header"], name: str, where: str
) -> None:
    from mockserver import fixtures
    from mockserver.domain import pictures

    data = fixtures.media(name)
    if data is None:
        raise ScenarioError(
            f"{where}: there is no picture {name!r}; there are {', '.join(fixtures.media_names())}"
        )
    pictures.set_picture(seeding.ctx, account_id, kind, data, name, "")


def _app(seeding: Seeding, fields: Fields, where: str) -> None:
    given = take(
        fields, where, name=..., website=None, client_id="", client_secret="",
        redirect_uris=["urn:ietf:wg:oauth:2.0:oob"], scopes=DEFAULT_SCOPES,
    )  # fmt: skip
    ids = seeding.ctx.instance.ids
    uid, secret = given["client_id"] or ids.token(), given["client_secret"] or ids.token()
    app_id = seeding.db.insert(
        applications,
        name=given["name"],
        website=given["website"],
        uid=uid,
        secret=secret,
        redirect_uri="\n".join(given["redirect_uris"]),
        scopes=given["scopes"],
        created_at=seeding.ctx.now,
    )
    seeding.made["apps"][given["name"]] = {"id": str(app_id), "client_id": uid, "client_secret": secret}


def _token(seeding: Seeding, fields: Fields, where: str) -> None:
    given = take(
        fields,
        where,
        name="",
        value="",
        account=None,
        app=None,
        scopes=DEFAULT_SCOPES,
        revoked=False,
        expired=False,
    )
    db, now = seeding.db, seeding.ctx.now
    if given["name"] in seeding.names["tokens"]:
        _end_token(seeding, seeding.names["tokens"][given["name"]], given)
        return
    app = db.find(applications, name=given["app"]) if given["app"] else db.find(applications)
    if app is None:
        raise ScenarioError(f"{where}: there is no app {given['app']!r}; name it under [[apps]] first")
    owner = (
        account_store.user_of(db, seeding.account(given["account"], where).id) if given["account"] else None
    )
    value = given["value"] or seeding.ctx.instance.ids.token()
    db.insert(
        access_tokens,
        token=value,
        application_id=app.id,
        resource_owner_id=owner.id if owner is not None else None,
        scopes=given["scopes"],
        created_at=now,
        revoked_at=now if given["revoked"] else None,
        expires_at=now - DAY if given["expired"] else None,
    )
    seeding.made["tokens"][given["name"] or given["account"] or given["app"]] = value


def _end_token(seeding: Seeding, value: str, given: Fields) -> None:
    """A token that is there already: revoke it, or let it run out."""
    now = seeding.ctx.now
    if given["revoked"]:
        seeding.db.update(access_tokens, {"token": value}, revoked_at=now)
    if given["expired"]:
        seeding.db.update(access_tokens, {"token": value}, expires_at=now - DAY)


# --- what people do


def _follow(seeding: Seeding, fields: Fields, where: str) -> None:
    from mockserver.domain import follows

    given = take(fields, where, **{"from": ..., "to": ...}, reblogs=True, notify=False, languages=None)
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


def _block(seeding: Seeding, fields: Fields, where: str) -> None:
    from mockserver.domain import blocks

    given = take(fields, where, **{"from": ..., "to": ...})
    account = seeding.account(given["from"], where)
    blocks.block(seeding.as_user(account), account, seeding.account(given["to"], where))


def _mute(seeding: Seeding, fields: Fields, where: str) -> None:
    from mockserver.domain import mutes

    given = take(fields, where, **{"from": ..., "to": ...}, notifications=True)
    account = seeding.account(given["from"], where)
    mutes.mute(
        seeding.as_user(account),
        account,
        seeding.account(given["to"], where),
        notifications=given["notifications"],
    )


def _status(seeding: Seeding, fields: Fields, where: str) -> None:
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
    row = posting.post(ctx, author, draft, at=at)
    if given["save"]:
        seeding.made["saved"][given["save"]] = str(row.id)
    _react(seeding, row, given, where)


def _poll(fields: Fields | None, where: str) -> Any:
    from mockserver.domain import polls

    if fields is None:
        return None
    given = take(fields, f"{where}.poll", options=..., expires_in=86400, multiple=False, hide_totals=False)
    return polls.Draft(**given)


def _react(seeding: Seeding, row: Row, given: Fields, where: str) -> None:
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


# --- what other servers send


def _remote_account(seeding: Seeding, fields: Fields, where: str) -> None:
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


def _remote_status(seeding: Seeding, fields: Fields, where: str) -> None:
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


def _favourite(seeding: Seeding, fields: Fields, where: str) -> None:
    given = take(fields, where, **{"from": ..., "status": ...})
    _interact(seeding, given, where, "favourited_by")


def _reblog(seeding: Seeding, fields: Fields, where: str) -> None:
    given = take(fields, where, **{"from": ..., "status": ...})
    _interact(seeding, given, where, "reblogged_by")


def _interact(seeding: Seeding, given: Fields, where: str, kind: str) -> None:
    row = seeding.db.find(statuses, id=seeding.status(given["status"], where))
    nothing: Fields = {"favourited_by": [], "reblogged_by": [], "bookmarked_by": [], "pinned": False}
    if row is not None:
        _react(seeding, row, {**nothing, kind: [given["from"]]}, where)


# --- the server


def _settings(seeding: Seeding, values: Fields, where: str) -> None:
    settings = seeding.ctx.instance.settings
    if not isinstance(values, dict):
        raise ScenarioError(f"{where}: must be a table, written as [settings], not {values!r}")
    for name, value in values.items():
        if name not in settings.known():
            raise ScenarioError(f"{where}: there is no setting {name!r}; {hint(name, settings.known())}")
        settings.set(name, value)


def _emoji(seeding: Seeding, fields: Fields, where: str) -> None:
    from mockserver import fixtures

    given = take(
        fields,
        where,
        shortcode=...,
        domain=None,
        category=None,
        visible_in_picker=True,
        disabled=False,
        featured=False,
        file="emoji.png",
    )
    data = fixtures.media(given.pop("file"))
    if data is None:
        raise ScenarioError(f"{where}: there is no such file; there are {', '.join(fixtures.media_names())}")
    number = seeding.db.insert(custom_emojis, image="", image_static="", created_at=seeding.ctx.now, **given)
    folder, stem = (
        f"custom_emojis/images/{number // 10**6:03}/{number // 1000 % 1000:03}/{number % 1000:03}",
        seeding.ctx.instance.ids.hex(),
    )
    paths = {
        name: f"{folder}/{style}/{stem}.png"
        for name, style in (("image", "original"), ("image_static", "static"))
    }
    for path in paths.values():
        seeding.db.insert(files, path=path, content_type="image/png", data=data, created_at=seeding.ctx.now)
    seeding.db.update(custom_emojis, {"id": number}, **paths)


def _rule(seeding: Seeding, fields: Fields, where: str) -> None:
    seeding.db.insert(rules, **take(fields, where, text=..., hint="", priority=0, translations={}))


def _tag(seeding: Seeding, fields: Fields, where: str) -> None:
    from mockserver.domain import tagging

    given = take(fields, where, name=..., display_name=None, usable=None, trendable=None, listable=None)
    (tag_id,) = tagging.ids_of(seeding.ctx, [given.pop("name")])
    chosen = {name: value for name, value in given.items() if value is not None}
    seeding.db.update(tags, {"id": tag_id}, reviewed_at=seeding.ctx.now, **chosen)


def _announcement(seeding: Seeding, fields: Fields, where: str) -> None:
    given = take(
        fields, where, text=..., starts_at=None, ends_at=None, all_day=False, published=True, save=""
    )
    now = seeding.ctx.now
    number = seeding.db.insert(
        announcements,
        text=given["text"],
        all_day=given["all_day"],
        published=given["published"],
        starts_at=_time(given, "starts_at", where),
        ends_at=_time(given, "ends_at", where),
        published_at=now if given["published"] else None,
        created_at=now,
        updated_at=now,
    )
    if given["published"]:
        seeding.ctx.emit(AnnouncementPublished(number))
    if given["save"]:
        seeding.made["saved"][given["save"]] = str(number)


def _time(given: Fields, name: str, where: str) -> int | None:
    try:
        return clock.parse_iso(given[name]) if given[name] else None
    except ValueError as error:
        raise ScenarioError(
            f"{where}: {name!r} must be a time such as '2026-01-31T09:00:00Z', not {given[name]!r}"
        ) from error


def _card(seeding: Seeding, fields: Fields, where: str) -> None:
    given = take(
        fields, where, status=..., url=..., title="", description="", type="link", author_name="",
        author_url="", provider_name="", provider_url="", html="", width=0, height=0, save="",
    )  # fmt: skip
    status_id, save = seeding.status(given.pop("status"), where), given.pop("save")
    # What another site embeds is kept in its frame (recording statuses/card).
    given["html"] = given["html"].replace("></iframe>", f' sandbox="{SANDBOX}"></iframe>')
    number = seeding.db.insert(preview_cards, created_at=seeding.ctx.now, **given)
    seeding.db.insert(preview_cards_statuses, status_id=status_id, preview_card_id=number)
    row = seeding.db.find(statuses, id=status_id)
    if row is not None:
        seeding.db.update(statuses, {"id": status_id}, extras=row.extras | int(Extra.CARD))
    if save:
        seeding.made["saved"][save] = str(number)


KINDS: dict[str, Callable[[Seeding, Fields, str], None]] = {
    "rules": _rule,
    "emojis": _emoji,
    "apps": _app,
    "accounts": _account,
    "remote_accounts": _remote_account,
    "tokens": _token,
    "tags": _tag,
    "follows": _follow,
    "blocks": _block,
    "mutes": _mute,
    "statuses": _status,
    "remote_statuses": _remote_status,
    "favourites": _favourite,
    "reblogs": _reblog,
    "announcements": _announcement,
    "cards": _card,
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
        _settings(seeding, scenario.get("settings", {}), "settings")
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
