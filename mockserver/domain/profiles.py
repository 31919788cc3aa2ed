"""Changing one's own profile (app/services/update_account_service.rb; recordings accounts/update_*)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mockserver import errors
from mockserver.domain import follows, pictures
from mockserver.domain.validation import Failure, refuse, too_long
from mockserver.store import accounts as accounts_store
from mockserver.store import tags
from mockserver.store.schema import accounts, users
from mockserver.text import length
from mockserver.text.entities import hashtags

if TYPE_CHECKING:
    from mockserver.context import Context

NAME_LENGTH = 40
NOTE_LENGTH = 500
DESCRIPTION_LENGTH = 150
FIELDS = 4
FIELD_LENGTH = 255
ATTRIBUTION_DOMAINS = 100

TEXTS = ("display_name", "note")
DESCRIPTIONS = ("avatar_description", "header_description")
REQUIRED_FLAGS = ("locked", "indexable", "show_media", "show_media_replies", "show_featured")
OPTIONAL_FLAGS = ("discoverable", "hide_collections")

PRIVACIES = ("public", "unlisted", "private")
QUOTE_POLICIES = ("public", "followers", "nobody")

_DOMAIN = re.compile(r"\w(?:[\w-]*\w)?(?:\.\w(?:[\w-]*\w)?)*")


def update(ctx: Context, given: dict[str, Any], made: dict[str, pictures.Prepared | None]) -> None:
    """Change what is given: by parameter name, None for a null. `made`: what became of the pictures. All or
    nothing: raises
    ValidationFailed with `details`. To be followed by `let_in`, when the answer is made."""
    columns = _columns(ctx, given)
    refuse(_failures(columns, made))
    if columns:
        ctx.db.update(accounts, {"id": ctx.me.id}, **columns)
    for kind in pictures.KINDS:
        prepared = made.get(kind)
        if prepared is not None and prepared.picture is not None:
            pictures.store(ctx, ctx.me.id, kind, prepared.picture)
        elif given.get(kind, "") is None:
            pictures.remove(ctx, ctx.me.id, kind)
    for name in hashtags(columns.get("note", "")):
        tags.find_or_create(ctx.db, name, ctx.now)


def let_in(ctx: Context) -> None:
    """Those who wait to follow an account that is locked no longer. The answer to the change does not count
    them yet (recording
    accounts/follow_requests)."""
    now = accounts_store.reload(ctx.db, ctx.me)
    if ctx.me.locked and not now.locked:
        follows.authorize_all(ctx, ctx.me.id)


def _columns(ctx: Context, given: dict[str, Any]) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    for name in TEXTS:
        if name in given:
            columns[name] = _not_null(name, given[name]).strip()
    for name in DESCRIPTIONS:
        if name in given:
            columns[name] = (given[name] or "").strip()
    for name in REQUIRED_FLAGS:
        if name in given:
            columns[name] = _not_null(name, given[name])
    for name in OPTIONAL_FLAGS:
        if name in given:
            columns[name] = given[name]
    if "bot" in given:
        columns["bot"] = bool(given["bot"])
    if given.get("fields_attributes") is not None:
        columns["fields"] = _fields(given["fields_attributes"], ctx.me.fields)
    if given.get("attribution_domains") is not None:
        columns["attribution_domains"] = _domains(given["attribution_domains"])
    return columns


def _not_null(name: str, value: Any) -> Any:
    """A real server fails on these (recording accounts/update_basics)."""
    if value is None:
        raise errors.InvalidParameter(f"{name} must not be null or empty")
    return value


def _fields(rows: list[tuple[str, str]], before: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Entries without anything in them are left out; a value that stays is still verified."""
    verified = {field["value"]: field.get("verified_at") for field in before}
    trimmed = [(name.strip()[:FIELD_LENGTH], value.strip()[:FIELD_LENGTH]) for name, value in rows]
    return [
        {"name": name, "value": value, "verified_at": verified.get(value)}
        for name, value in trimmed
        if name or value
    ]


def _domains(given: list[str]) -> list[str]:
    bare = (one.strip().removeprefix("http://").removeprefix("https://").removeprefix("*.") for one in given)
    return list(dict.fromkeys(filter(None, bare)))


def _failures(columns: dict[str, Any], made: dict[str, pictures.Prepared | None]) -> Iterator[Failure]:
    for domain in columns.get("attribution_domains", ()):
        if _DOMAIN.fullmatch(domain) is None:
            yield Failure(
                "attribution_domains", "ERR_INVALID_DOMAIN_ON_LINE", f"{domain} is not a valid domain name"
            )
    if len(columns.get("attribution_domains", ())) > ATTRIBUTION_DOMAINS:
        yield too_long("attribution_domains", ATTRIBUTION_DOMAINS)
    for kind in pictures.KINDS:
        prepared = made.get(kind)
        if prepared is not None:
            yield from prepared.failures
        if len(columns.get(f"{kind}_description", "")) > DESCRIPTION_LENGTH:
            yield too_long(f"{kind}_description", DESCRIPTION_LENGTH)
    if len(columns.get("display_name", "")) > NAME_LENGTH:
        yield too_long("display_name", NAME_LENGTH)
    if length.count(length.beginning(columns.get("note", ""), NOTE_LENGTH)) > NOTE_LENGTH:
        yield too_long("note", NOTE_LENGTH)
    fields = columns.get("fields", ())
    if len(fields) > FIELDS:
        yield too_long("fields", FIELDS)
    if any(not field["name"] for field in fields):
        yield Failure(
            "fields", "ERR_FIELDS_WITH_VALUES_MISSING_LABELS", "contains values with missing labels"
        )


def update_defaults(ctx: Context, given: dict[str, Any]) -> None:
    """The defaults of one's new posts: `source[…]` of update_credentials. Only what is sent changes."""
    chosen = {f"default_{name}": _default(name, value) for name, value in given.items()}
    if chosen:
        ctx.db.update(users, {"account_id": ctx.me.id}, settings={**ctx.user.settings, **chosen})


def _default(name: str, value: Any) -> Any:
    """Raises InvalidParameter for what a real server fails on (recording accounts/update_source)."""
    allowed = {"privacy": PRIVACIES, "quote_policy": QUOTE_POLICIES}.get(name)
    if allowed is not None:
        if value not in allowed:
            raise errors.InvalidParameter(f"source[{name}] must be one of {', '.join(allowed)}")
        return value
    return bool(value) if name == "sensitive" else value or ""
