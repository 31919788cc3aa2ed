"""Collections of accounts: what they may hold and who may be in them (app/models/collection.rb,
app/policies/account_policy.rb; recordings collections/*)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from mockserver import errors
from mockserver.domain.events import (
    AddedToCollection,
    Blocked,
    CollectionDeleting,
    CollectionUpdated,
    StatusEdited,
    StatusPosted,
    on,
)
from mockserver.store import accounts as account_store
from mockserver.store import collections as store
from mockserver.store import relations
from mockserver.store import tags as tag_store
from mockserver.store.paging import record_id
from mockserver.store.schema import collection_items, status_collections, statuses
from mockserver.store.schema import collections as TABLE
from mockserver.store.statuses import Extra
from mockserver.text.language import LANGUAGES
from mockserver.text.links import urls
from mockserver.text.tags import normalise_tag, valid_tag, written_tag

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

LONGEST_NAME = 40
LONGEST_DESCRIPTION = 100
MOST_MEMBERS = 25
TOLD_OF = ("name", "description", "sensitive", "tag_id")
"""Changes that the members are notified of."""

Problem = tuple[str, str, str]
"""Attribute, code, description: ("name", "ERR_BLANK", "can't be blank")."""


# --- collections


def create(ctx: Context, me: Row, values: dict[str, Any], members: Sequence[int]) -> Row:
    """`values` as in `update`; `members`: ids of accounts. Raises RecordNotFound for unknown accounts,
    NotPermitted for those that may not be added, CollectionInvalid."""
    blank = {"name": None, "description": None, "language": None, "sensitive": None, "discoverable": None}
    columns, unusable = _columns(ctx, blank | values)
    people = _addable(ctx, me, members)
    problems = [*_problems(columns), *unusable]
    if len(people) > MOST_MEMBERS:
        too_many = f"are too many, no more than {MOST_MEMBERS} are allowed"
        problems.append(("collection_items", "ERR_TOO_MANY", too_many))
    if store.count_made(ctx.db, me.id) >= ctx.instance.roles.of(ctx.user.role).collection_limit:
        problems.append(("base", "ERR_TOO_MANY", _untranslated("base", "too_many")))
    _refuse(problems)
    row = ctx.db.insert_row(
        TABLE,
        id=ctx.instance.ids.snowflake(),
        account_id=me.id,
        created_at=ctx.now,
        updated_at=ctx.now,
        **columns,
    )
    for person in people:
        _insert(ctx, row, person)
    return row


def _addable(ctx: Context, me: Row, ids: Sequence[int]) -> list[Row]:
    wanted = list(dict.fromkeys(ids))
    found = account_store.by_ids(ctx.db, wanted)
    if len(found) < len(wanted):
        raise errors.RecordNotFound
    people = [found[number] for number in wanted]
    for person in people:
        _may_add(ctx, me, person)
    return people


def update(ctx: Context, row: Row, values: dict[str, Any]) -> Row:
    """Change what `values` names: name, description, language, tag_name, sensitive, discoverable; None
    clears. Raises CollectionInvalid."""
    columns, unusable = _columns(ctx, values)
    _refuse([*_problems(columns), *unusable])
    changed = {name: value for name, value in columns.items() if value != getattr(row, name)}
    if not changed:
        return row
    ctx.db.update(TABLE, {"id": row.id}, **changed, updated_at=ctx.now)
    if any(name in changed for name in TOLD_OF):
        ctx.emit(CollectionUpdated(row.id, row.account_id, tuple(store.members(ctx.db, row.id))))
    after = store.by_id(ctx.db, row.id)
    assert after is not None
    return after


def delete(ctx: Context, row: Row) -> None:
    ctx.emit(CollectionDeleting(row.id))
    ctx.db.delete(collection_items, collection_id=row.id)
    ctx.db.delete(status_collections, collection_id=row.id)
    ctx.db.delete(TABLE, id=row.id)


def erase(ctx: Context, account_id: int) -> None:
    """Delete an account's own collections and take it out of all others."""
    for row in ctx.db.find_all(TABLE, order="id", account_id=account_id):
        delete(ctx, row)
    ctx.db.delete(collection_items, account_id=account_id)


def own(ctx: Context, given: str) -> Row:
    """One's own collection of an id in a path; raises RecordNotFound, NotPermitted."""
    row = store.get(ctx, given)
    must_own(ctx, row)
    return row


def must_own(ctx: Context, row: Row) -> None:
    if row.account_id != ctx.me.id:
        raise errors.NotPermitted


# --- what is valid


def _columns(ctx: Context, values: dict[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """The columns that these values fill, and what is wrong with the tag beside."""
    columns = {name: value for name, value in values.items() if name != "tag_name"}
    if "tag_name" not in values:
        return columns, []
    tag = None if values["tag_name"] is None else _tag(ctx, values["tag_name"])
    columns["tag_id"] = None if tag is None else tag.id
    if tag is not None and tag.usable is False:
        return columns, [("tag_name", "ERR_UNUSABLE", _untranslated("tag_name", "unusable"))]
    return columns, []


def _tag(ctx: Context, given: str) -> Row:
    """The hashtag, made if it is new. Raises CollectionInvalid with the troubles of the hashtag alone."""
    name = written_tag(given)
    problems: list[Problem] = []
    if not normalise_tag(name):
        problems.append(("name", "ERR_BLANK", "can't be blank"))
    if not valid_tag(name):
        problems += [(what, "ERR_INVALID", "is invalid") for what in ("name", "display_name")]
    _refuse(problems)
    return tag_store.find_or_create(ctx.db, name, ctx.now)


def _problems(columns: dict[str, Any]) -> list[Problem]:
    problems: list[Problem] = []
    if "name" in columns and not (columns["name"] or "").strip():
        problems.append(("name", "ERR_BLANK", "can't be blank"))
    for name, longest in (("name", LONGEST_NAME), ("description", LONGEST_DESCRIPTION)):
        if len(columns.get(name) or "") > longest:
            too_long = f"is too long (maximum is {longest} characters)"
            problems.append((name, "ERR_TOO_LONG", too_long))
    problems += [
        (name, "ERR_INCLUSION", "is not included in the list")
        for name in ("sensitive", "discoverable")
        if columns.get(name, False) is None
    ]
    language = columns.get("language")
    if language is not None and language not in LANGUAGES:
        problems.append(("language", "ERR_INVALID", "is invalid"))
    return problems


def _refuse(problems: Sequence[Problem]) -> None:
    if not problems:
        return
    details: dict[str, list[dict[str, str]]] = {}
    for attribute, code, description in problems:
        details.setdefault(attribute, []).append({"error": code, "description": description})
    raise errors.CollectionInvalid(*map(_sentence, problems), details=details)


def _sentence(problem: Problem) -> str:
    attribute, _, description = problem
    if attribute == "base":
        return description
    return f"{attribute.replace('_', ' ').capitalize()} {description}"


def _untranslated(attribute: str, error: str) -> str:
    """What a real server says where it has no words (recordings collections/limits,
    collections/create_errors)."""
    places = (
        f"activerecord.errors.models.collection.attributes.{attribute}",
        "activerecord.errors.models.collection",
        "activerecord.errors.messages",
        f"errors.attributes.{attribute}",
        "errors.messages",
    )
    lines = (f"- en.{place}.{error}" for place in places)
    return "\n".join(("Translation missing. Options considered were:", *lines))


# --- members


def add(ctx: Context, row: Row, account: Row) -> Row:
    """Add an account to one's own collection, beyond the number that creating allows too (recording
    collections/limits). Raises NotPermitted, and ValidationFailed for one that is there in any state."""
    _may_add(ctx, ctx.me, account)
    if ctx.db.find(collection_items, collection_id=row.id, account_id=account.id) is not None:
        raise errors.ValidationFailed("Account has already been taken")
    return _insert(ctx, row, account)


def _insert(ctx: Context, row: Row, account: Row) -> Row:
    """Another server has to agree first, so its accounts stay pending."""
    made = ctx.db.insert_row(
        collection_items,
        id=ctx.instance.ids.snowflake(),
        collection_id=row.id,
        account_id=account.id,
        state="pending" if account.domain is not None else "accepted",
        created_at=ctx.now,
    )
    if account.domain is None:
        ctx.emit(AddedToCollection(made.id, row.id, row.account_id, account.id))
    return made


def _may_add(ctx: Context, me: Row, account: Row) -> None:
    """Raises NotPermitted for one who does not want to be in collections, or in the way of a block."""
    if (
        not _featureable(ctx, me, account)
        or relations.blocks_account(ctx.db, me.id, account.id)
        or relations.blocks_account(ctx.db, account.id, me.id)
    ):
        raise errors.NotPermitted


def _featureable(ctx: Context, me: Row, account: Row) -> bool:
    if account.domain is not None:
        policy = account.feature_policy or []
    elif not account.discoverable:
        policy = []
    else:
        policy = ["followers" if account.locked else "public"]
    if "public" in policy:
        return True
    return "followers" in policy and (
        account.id == me.id or relations.follows_account(ctx.db, me.id, account.id)
    )


def remove(ctx: Context, item: Row) -> None:
    ctx.db.delete(collection_items, id=item.id)


def revoke(ctx: Context, item_ids: Sequence[int]) -> None:
    """The items stay, seen by nobody, so that the accounts cannot be added again."""
    if item_ids:
        ctx.db.update(collection_items, {"id": list(item_ids)}, state="revoked")


@on(Blocked)
def blocked(ctx: Context, event: Blocked) -> None:
    """Neither stays in a collection of the other."""
    ends = (event.account_id, event.target_account_id)
    for owner_id, account_id in (ends, ends[::-1]):
        revoke(ctx, store.items_between(ctx.db, owner_id, account_id))


# --- in statuses


@on(StatusPosted)
def posted(ctx: Context, event: StatusPosted) -> None:
    _note_linked(ctx, event.status)


@on(StatusEdited)
def edited(ctx: Context, event: StatusEdited) -> None:
    if event.before.extras & Extra.COLLECTIONS:
        ctx.db.delete(status_collections, status_id=event.status.id)
    _note_linked(ctx, event.status)


def _note_linked(ctx: Context, status: Row) -> None:
    """The collections whose addresses a post of this server holds, where they are links: on a host of a known
    top-level domain (https://docs.joinmastodon.org/client/collections/; recording
    collections/in_posts_and_reports)."""
    pages = f"{ctx.instance.base_url}/collections/"
    if not status.local or pages not in status.text:
        return
    linked = {url.value for url in urls(status.text) if url.value.startswith(pages)}
    found = store.by_ids(ctx.db, [record_id(address.removeprefix(pages)) for address in linked])
    tag(ctx, status, [row.id for row in found if f"{pages}{row.id}" in linked])


def tag(ctx: Context, status: Row, collection_ids: Sequence[int]) -> None:
    """Have a status name collections."""
    rows = [{"status_id": status.id, "collection_id": number} for number in collection_ids]
    if rows:
        ctx.db.insert_many(status_collections, rows, ignore=True)
        ctx.db.update(statuses, {"id": status.id}, extras=status.extras | int(Extra.COLLECTIONS))
