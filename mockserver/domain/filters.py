"""Filters, their keywords and statuses (app/models/custom_filter.rb and its parts; recordings filters/*).

What they match is found in rendering (`mockserver.render.filters`): nothing is ever taken out of a listing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from mockserver import errors
from mockserver.domain.events import StatusDeleting, on
from mockserver.store import filters as store
from mockserver.store import statuses as status_store
from mockserver.store.paging import integer, record_id
from mockserver.store.schema import custom_filter_keywords as KEYWORDS
from mockserver.store.schema import custom_filter_statuses as STATUSES
from mockserver.store.schema import custom_filters as TABLE

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

CONTEXTS = ("home", "notifications", "public", "thread", "account")
ACTIONS = ("warn", "hide", "blur")
LONGEST_TITLE, LONGEST_KEYWORD = 256, 512

SHARED = (
    "These parameters cannot be changed from this application because they apply to more than one filter "
    "keyword. Use a more recent application or the web interface."
)


class Keyword(Struct, frozen=True):
    """A keyword to add, to change (`id`) or to remove (`id`, `destroy`); None leaves as it is."""

    id: int | None = None
    keyword: str | None = None
    whole_word: bool | None = None
    destroy: bool = False

    def columns(self) -> dict[str, Any]:
        given = {"keyword": self.keyword, "whole_word": self.whole_word}
        return {name: value for name, value in given.items() if value is not None}


def own(ctx: Context, given: str) -> Row:
    """The caller's filter; raises RecordNotFound."""
    return _found(ctx.db.find(TABLE, id=record_id(given), account_id=ctx.me.id))


def own_keyword(ctx: Context, given: str) -> Row:
    return _found(store.keyword(ctx.db, ctx.me.id, record_id(given)))


def own_status(ctx: Context, given: str) -> Row:
    """The place of a status in one of the caller's filters; raises RecordNotFound."""
    return _found(store.status(ctx.db, ctx.me.id, record_id(given)))


def _found(row: Row | None) -> Row:
    if row is None:
        raise errors.RecordNotFound
    return row


def expiry(ctx: Context, expires_in: str | None) -> int | None:
    """The end of so many seconds from now, in ms; blank never ends, text that is no number does at once."""
    if expires_in is None or not expires_in.strip():
        return None
    seconds = integer(expires_in) or 0
    if abs(seconds) > 10**10:
        raise errors.InvalidParameter("expires_in is out of range")
    return ctx.now + seconds * 1000


# --- filters


def create(ctx: Context, values: dict[str, Any], keywords: Sequence[Keyword] = ()) -> Row:
    """`values`: title, context, action, expires_at, as far as they were given."""
    values = {"title": "", "context": [], "action": "warn", "expires_at": None} | _clean(values)
    _check(values, keywords)
    filter_id = ctx.db.insert(TABLE, account_id=ctx.me.id, created_at=ctx.now, **values)
    _save_keywords(ctx, filter_id, keywords)
    return _found(ctx.db.find(TABLE, id=filter_id))


def update(ctx: Context, row: Row, values: dict[str, Any], keywords: Sequence[Keyword] = ()) -> Row:
    """What is not given stays."""
    held = {keyword.id for keyword in store.keywords(ctx.db, [row.id])}
    if any(keyword.id is not None and keyword.id not in held for keyword in keywords):
        raise errors.RecordNotFound
    values = _clean(values)
    _check({"title": row.title, "context": row.context, "action": row.action} | values, keywords)
    if values:
        ctx.db.update(TABLE, {"id": row.id}, **values)
    _save_keywords(ctx, row.id, keywords)
    return _found(ctx.db.find(TABLE, id=row.id))


def delete(ctx: Context, row: Row) -> None:
    ctx.db.delete(KEYWORDS, custom_filter_id=row.id)
    ctx.db.delete(STATUSES, custom_filter_id=row.id)
    ctx.db.delete(TABLE, id=row.id)


def _clean(values: dict[str, Any]) -> dict[str, Any]:
    """Names of contexts without blanks around; blank ones count for nothing."""
    if "context" not in values:
        return values
    return values | {"context": [name for one in values["context"] or [] if (name := one.strip())]}


def _check(values: dict[str, Any], keywords: Sequence[Keyword]) -> None:
    problems = []
    if values["action"] not in ACTIONS:
        problems.append("Action is not included in the list")
    for keyword in keywords:
        if not keyword.destroy and (keyword.keyword is not None or keyword.id is None):
            problems += [f"Keywords keyword {problem}" for problem in _keyword_problems(keyword.keyword)]
    title, context = values["title"] or "", values["context"]
    if not title.strip():
        problems.append("Title can't be blank")
    if not context:
        problems.append("Context can't be blank")
    if len(title) > LONGEST_TITLE:
        problems.append(f"Title is too long (maximum is {LONGEST_TITLE} characters)")
    if not context or any(name not in CONTEXTS for name in context):
        problems.append("Context None or invalid context supplied")
    if problems:
        raise errors.ValidationFailed(*dict.fromkeys(problems))


# --- keywords


def _keyword_problems(keyword: str | None) -> list[str]:
    if keyword is None or not keyword.strip():
        return ["can't be blank"]
    return (
        [f"is too long (maximum is {LONGEST_KEYWORD} characters)"] if len(keyword) > LONGEST_KEYWORD else []
    )


def _save_keywords(ctx: Context, filter_id: int, keywords: Sequence[Keyword]) -> None:
    for keyword in keywords:
        if keyword.destroy:
            if keyword.id is not None:
                ctx.db.delete(KEYWORDS, id=keyword.id)
        elif keyword.id is None:
            ctx.db.insert(KEYWORDS, custom_filter_id=filter_id, updated_at=ctx.now, **keyword.columns())
        elif columns := keyword.columns():
            ctx.db.update(KEYWORDS, {"id": keyword.id}, updated_at=ctx.now, **columns)


def add_keyword(ctx: Context, row: Row, keyword: Keyword) -> Row:
    _check_keyword(keyword.keyword)
    keyword_id = ctx.db.insert(KEYWORDS, custom_filter_id=row.id, updated_at=ctx.now, **keyword.columns())
    return _found(ctx.db.find(KEYWORDS, id=keyword_id))


def update_keyword(ctx: Context, row: Row, changes: Keyword) -> Row:
    if changes.keyword is not None:
        _check_keyword(changes.keyword)
    columns = {name: value for name, value in changes.columns().items() if value != getattr(row, name)}
    if columns:
        ctx.db.update(KEYWORDS, {"id": row.id}, updated_at=ctx.now, **columns)
    return _found(ctx.db.find(KEYWORDS, id=row.id))


def _check_keyword(keyword: str | None) -> None:
    problems = _keyword_problems(keyword)
    if problems:
        raise errors.ValidationFailed(*[f"Keyword {problem}" for problem in problems])


def remove_keyword(ctx: Context, row: Row) -> None:
    """Its filter stays, even an empty one."""
    ctx.db.delete(KEYWORDS, id=row.id)


# --- statuses


def add_status(ctx: Context, row: Row, given: str | None) -> Row:
    """Only a status that the caller may see, each once."""
    status = status_store.by_id(ctx.db, record_id(given))
    if status is None:
        raise errors.ValidationFailed("Status must exist")
    problems = []
    if status_store.find_visible(ctx, status.id) is None:
        problems.append("Status is invalid")
    if ctx.db.find(STATUSES, custom_filter_id=row.id, status_id=status.id) is not None:
        problems.append("Status has already been taken")
    if problems:
        raise errors.ValidationFailed(*problems)
    place = ctx.db.insert(STATUSES, custom_filter_id=row.id, status_id=status.id)
    return _found(ctx.db.find(STATUSES, id=place))


def remove_status(ctx: Context, row: Row) -> None:
    ctx.db.delete(STATUSES, id=row.id)


@on(StatusDeleting)
def deleting(ctx: Context, event: StatusDeleting) -> None:
    if ctx.db.find(STATUSES, status_id=event.status.id) is not None:
        ctx.db.delete(STATUSES, status_id=event.status.id)


# --- the first API, in which a filter is one keyword


def update_v1(ctx: Context, row: Row, values: dict[str, Any], whole_word: bool | None) -> Row:
    """`values` belong to the whole filter (title, action, context, expires_at): they can't change where it
    has other keywords too."""
    parent = _found(ctx.db.find(TABLE, id=row.custom_filter_id))
    values = _clean(values)
    changed = {name: value for name, value in values.items() if value != getattr(parent, name)}
    if (phrase := values.get("title")) is not None:
        _check_keyword(phrase)
    if changed and len(store.keywords(ctx.db, [parent.id])) > 1:
        raise errors.Unprocessable(SHARED)
    updated = update_keyword(ctx, row, Keyword(keyword=values.get("title"), whole_word=whole_word))
    if changed:
        update(ctx, parent, changed)
    return updated
