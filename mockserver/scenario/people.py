"""People, applications and tokens of a scenario."""

from __future__ import annotations

import re
from typing import Literal

from mockserver import passwords
from mockserver.clock import DAY
from mockserver.domain.events import AccountSignedUp, AccountSuspended, AccountUnsuspended
from mockserver.domain.outbox import Message
from mockserver.domain.scopes import SUPPORTED
from mockserver.render import urls
from mockserver.scenario.keys import Fields, ScenarioError, hint, take
from mockserver.scenario.seeding import Seeding
from mockserver.store import accounts as account_store
from mockserver.store import logins
from mockserver.store.database import Row
from mockserver.store.schema import access_tokens, accounts, applications, invites, users

_USERNAME = re.compile(r"\w+", re.ASCII)
DEFAULT_SCOPES = "read write follow push profile"


def account(seeding: Seeding, fields: Fields, where: str) -> None:
    given = take(
        fields, where, username=..., email="", password="", display_name="", note="", locked=False,
        bot=False, discoverable=None, indexable=False, role=None, confirmed=True, approved=True, settings={},
        chosen_languages=None, fields=[], locale=None, avatar=None, header=None, silenced=False,
        suspended=False, memorial=False, disabled=False, moved_to=None, days_old=0, sign_up_ip=None,
        invited_by=None, app=None, days_away=0, signed_out=False, save="", save_user="",
        save_confirmation_token="",
    )  # fmt: skip
    _check_role(seeding, given["role"], where)
    ctx, db, ids = seeding.ctx, seeding.db, seeding.ctx.instance.ids
    if not _USERNAME.fullmatch(given["username"]):
        told = f"{where}: 'username' must be letters, digits and underscores, not {given['username']!r}"
        raise ScenarioError(told)
    known = account_store.by_handle(db, given["username"])
    if known is not None:
        _change_account(seeding, known, fields, where)
        _keep_names(seeding, known.id, given)
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
    user_id = db.insert(
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
    _change_login(seeding, account_id, fields, where)
    kinds: tuple[Literal["avatar"], Literal["header"]] = ("avatar", "header")
    for kind in kinds:
        if given[kind]:
            _picture(seeding, account_id, kind, given[kind], where)
    seeding.made["accounts"][given["username"]] = str(account_id)
    _keep_names(seeding, account_id, given)
    if given["confirmed"] and given["approved"]:
        logins.count(db, user_id, ctx.now)
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
    if "days_old" in fields:
        db.update(users, {"account_id": row.id}, created_at=plain["created_at"])
    _change_login(seeding, row.id, fields, where)
    if fields.get("suspended") is True:
        seeding.ctx.emit(AccountSuspended(row.id))
    elif fields.get("suspended") is False:
        seeding.ctx.emit(AccountUnsuspended(row.id))
    if fields.get("suspended") or fields.get("disabled"):
        seeding.ctx.publish(Message((("close_account", row.id),), "close"))


def _check_role(seeding: Seeding, name: str | None, where: str) -> None:
    roles = seeding.ctx.instance.roles
    if name and name not in roles:
        raise ScenarioError(f"{where}: there is no role {name!r}; {hint(name, roles.names())}")


def _change_login(seeding: Seeding, account_id: int, fields: Fields, where: str) -> None:
    """What concerns the user of an account, new or known: only what is named."""
    from mockserver.domain.accounts import confirm

    db, now = seeding.db, seeding.ctx.now
    values: Fields = {
        name: fields[name] for name in ("disabled", "approved", "role", "sign_up_ip") if name in fields
    }
    if fields.get("days_away"):
        values["current_sign_in_at"] = now - fields["days_away"] * DAY
    if fields.get("app"):
        values["created_by_application_id"] = _app(seeding, fields["app"], where).id
    if fields.get("invited_by"):
        values["invite_id"] = _invite(seeding, fields["invited_by"], where)
    if values:
        db.update(users, {"account_id": account_id}, **values)
    user = account_store.user_of(db, account_id)
    if user is not None and fields.get("confirmed") and user.confirmation_token:
        confirm(seeding.ctx, user.confirmation_token)
    if user is not None and fields.get("signed_out"):
        db.update(access_tokens, {"resource_owner_id": user.id}, revoked_at=now)
        seeding.ctx.publish(Message((("close_account", account_id),), "close"))


def _app(seeding: Seeding, name: str, where: str) -> Row:
    found = seeding.db.find(applications, name=name)
    if found is None:
        raise ScenarioError(f"{where}: there is no app {name!r}; name it under [[apps]] first")
    return found


def _first_app(seeding: Seeding, where: str) -> Row:
    """One is made for who only wants a token."""
    if seeding.db.find(applications) is None:
        app(seeding, {"name": "fakestodon"}, where)
    found = seeding.db.find(applications)
    assert found is not None
    return found


def _invite(seeding: Seeding, inviter: str, where: str) -> int:
    """An invitation that has been used."""
    host = account_store.user_of(seeding.db, seeding.account(inviter, where).id)
    if host is None:
        raise ScenarioError(f"{where}: {inviter!r} is no account of this server that could invite")
    return seeding.db.insert(invites, code=seeding.ctx.instance.ids.hex(8), user_id=host.id, uses=1)


def _keep_names(seeding: Seeding, account_id: int, given: Fields) -> None:
    """Tell the caller what he asked to be told of an account."""
    user = account_store.user_of(seeding.db, account_id)
    values = {given["save"]: account_id}
    if user is not None:
        values |= {given["save_user"]: user.id, given["save_confirmation_token"]: user.confirmation_token}
    seeding.made["saved"] |= {name: str(value) for name, value in values.items() if name}


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


def app(seeding: Seeding, fields: Fields, where: str) -> None:
    given = take(
        fields, where, name=..., website=None, client_id="", client_secret="",
        redirect_uris=["urn:ietf:wg:oauth:2.0:oob"], scopes=DEFAULT_SCOPES,
    )  # fmt: skip
    _check_scopes(given["scopes"], where)
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


def _check_scopes(scopes: str, where: str) -> None:
    for scope in scopes.split():
        if scope not in SUPPORTED:
            raise ScenarioError(f"{where}: there is no scope {scope!r}; {hint(scope, list(SUPPORTED))}")


def token(seeding: Seeding, fields: Fields, where: str) -> None:
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
    _check_scopes(given["scopes"], where)
    db, now = seeding.db, seeding.ctx.now
    if given["name"] in seeding.names["tokens"]:
        _end_token(seeding, seeding.names["tokens"][given["name"]], given)
        return
    bearer = _app(seeding, given["app"], where) if given["app"] else _first_app(seeding, where)
    owner = (
        account_store.user_of(db, seeding.account(given["account"], where).id) if given["account"] else None
    )
    value = given["value"] or seeding.ctx.instance.ids.token()
    db.insert(
        access_tokens,
        token=value,
        application_id=bearer.id,
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


def invite(seeding: Seeding, fields: Fields, where: str) -> None:
    given = take(fields, where, code=..., account=..., max_uses=0, uses=0, expired=False)
    inviter = account_store.user_of(seeding.db, seeding.account(given["account"], where).id)
    if inviter is None:
        raise ScenarioError(f"{where}: {given['account']!r} is of another server and invites nobody")
    seeding.db.insert(
        invites,
        code=given["code"],
        user_id=inviter.id,
        max_uses=given["max_uses"] or None,
        uses=given["uses"],
        expires_at=seeding.ctx.now - DAY if given["expired"] else None,
    )
