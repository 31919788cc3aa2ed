"""The home and list timelines, which are written when something happens, not when they are read
(app/lib/feed_manager.rb, fan_out_on_write_service.rb; recordings timelines/home_*, timelines/list*).

A new status goes into all feeds that take it; following, muting, blocking and membership move earlier ones in
and out. What of that the streams tell is handed to `streams`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mockserver.domain import merging, streams
from mockserver.domain.events import (
    AccountSuspended,
    AccountUnsuspended,
    Blocked,
    Followed,
    InteractionPolicyChanged,
    ListMembersAdded,
    ListMembersRemoved,
    Muted,
    QuoteRevoked,
    StatusDeleting,
    StatusEdited,
    StatusPosted,
    TagUnfollowed,
    Unfollowed,
    Unmuted,
    on,
)
from mockserver.store import accounts as account_store
from mockserver.store import fanout, relations, timelines
from mockserver.store import feeds as store
from mockserver.store import statuses as status_store
from mockserver.store.schema import follows, lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mockserver.context import Context
    from mockserver.store.database import Row

Feed = tuple[str, int]

# --- statuses


def _circulation(ctx: Context, status: Row, named: Sequence[int]) -> tuple[dict[str, bool], dict[str, Any]]:
    """The form and the parameters of the statements that find who takes a status; `named`: the ids of the
    accounts it mentions."""
    involved = {status.account_id, *named}
    reply_to = status.in_reply_to_account_id
    shape = {
        "local": bool(status.local),
        "direct": status.visibility in ("direct", "limited"),
        "boost": status.reblog_of_id is not None,
        "reply": reply_to is not None and reply_to != status.account_id,
        "language": status.language is not None,
        "remote_boosted": False,
    }
    parameters: dict[str, Any] = {"status_id": status.id, "author": status.account_id, "reply_to": reply_to}
    if status.language is not None:
        parameters["language_pattern"] = f'%"{status.language}"%'
    if status.reblog_of_id is not None:
        original = status_store.original(ctx, status)
        involved |= {original.account_id, *store.mentioned(ctx.db, [original.id]).get(original.id, ())}
        parameters |= {"original": original.id, "boosted_author": original.account_id}
        author = None if original.local else account_store.by_id(ctx.db, original.account_id)
        if author is not None and author.domain is not None:
            shape["remote_boosted"] = True
            parameters["boosted_domain"] = author.domain
    parameters["involved"] = list(involved)
    return shape, parameters


def _takers_by_tag(ctx: Context, status: Row, tags: Sequence[int], involved: list[int]) -> list[Feed]:
    """Homes that take a status for its hashtags, once for each hashtag."""
    if not tags or status.visibility != "public" or status.reblog_of_id is not None:
        return []
    author = None if status.local else account_store.by_id(ctx.db, status.account_id)
    extra = {} if author is None or author.domain is None else {"author_domain": author.domain}
    people = fanout.tag_followers(
        ctx.db, tags=list(tags), author=status.account_id, involved=involved, **extra
    )
    return [("home", person) for person in people]


@on(StatusPosted)
def distribute(ctx: Context, event: StatusPosted) -> None:
    status = event.status
    shape, parameters = _circulation(ctx, status, event.mentions)
    taken = fanout.fan_out(ctx.db, shape, parameters)
    by_tag = _takers_by_tag(ctx, status, event.tags, parameters["involved"])
    if by_tag:
        store.insert(ctx.db, by_tag, status.id)
    # Every feed is cut to its size now and then; which ones, the time decides.
    if taken and (status.id >> 16) % 16 == 0:
        for step in range(min(16, len(taken))):
            store.trim(ctx.db, *taken[((status.id >> 20) + step) % len(taken)])
    streams.announce(ctx, "update", status, taken + by_tag)


@on(StatusEdited)
def redistribute(ctx: Context, event: StatusEdited) -> None:
    """A boost that is edited (its author may) is one that feeds have seen before: they change in nothing."""
    if event.status.reblog_of_id is None:
        _update(ctx, event.status, event.tags)
    else:
        streams.tell_mentioned(ctx, event.status)


@on(QuoteRevoked)
def show_revocation(ctx: Context, event: QuoteRevoked) -> None:
    status = status_store.by_id(ctx.db, event.quote.status_id)
    if status is not None:
        _update(ctx, status, timelines.tags_of(ctx.db, status.id))


@on(InteractionPolicyChanged)
def show_policy(ctx: Context, event: InteractionPolicyChanged) -> None:
    status = event.status
    _update(ctx, status, timelines.tags_of(ctx.db, status.id), notifying=False)


def _update(ctx: Context, status: Row, tags: Sequence[int], *, notifying: bool = True) -> None:
    """An edit goes the same way as a new status: feeds that would take it now get it, those that would not
    lose it, and those that show it by a boost hear nothing. `notifying`: those whom it mentions are told as
    well."""
    named = store.mentioned(ctx.db, [status.id]).get(status.id, [])
    shape, parameters = _circulation(ctx, status, named)
    # A reply to what is gone is for its author alone (app/lib/feed_manager.rb).
    orphaned = status.in_reply_to_account_id is not None and status.in_reply_to_id is None
    takers = [
        (row.kind, row.owner_id)
        for row in fanout.readers(ctx.db, shape, parameters)
        if not orphaned or row.person == status.account_id
    ]
    boosted = store.showing_boost(ctx.db, status.id)
    by_tag = _takers_by_tag(ctx, status, tags, parameters["involved"])
    updated = [feed for feed in takers + by_tag if feed not in boosted]
    holders = store.holders(ctx.db, status.id)
    store.insert(ctx.db, set(updated) - holders, status.id)
    lost = holders - set(takers) - set(by_tag)
    lost &= store.regular_feeds(ctx.db, status.account_id) if lost else set()
    for kind, owner in lost:
        store.remove_status(ctx.db, kind, owner, status.id)
    streams.withdraw(ctx, status.id, sorted(lost))
    streams.announce(ctx, "status.update", status, updated)
    if notifying:
        streams.tell_mentioned(ctx, status)


@on(StatusDeleting)
def retract(ctx: Context, event: StatusDeleting) -> None:
    status = event.status
    entries = store.delete_status(ctx.db, status.id)
    shown = [entry for entry in entries if not entry.hidden]
    if status.reblog_of_id is not None:
        for entry in shown:
            store.reinstate(
                ctx.db, status.id, status.reblog_of_id, {"kind": entry.kind, "owner": entry.owner_id}
            )
    streams.retract(ctx, status, _told(ctx, status, shown))


def _told(ctx: Context, status: Row, entries: Sequence[Row]) -> dict[int, list[Feed]]:
    """By id, the feeds that are told of a deletion: of those that held the status only its author's,
    followers' and lists' ones, not those that it came into by a hashtag (recording streaming/tag_follow)."""
    others = {entry.status_id for entry in entries} - {status.id}
    gone = {status.id: status, **status_store.by_ids(ctx.db, others)}
    told: dict[int, list[Feed]] = {}
    for status_id, feeds in _grouped(entries).items():
        author = gone[status_id].account_id
        if feeds != [("home", author)]:
            regular = store.regular_feeds(ctx.db, author) | {("home", author)}
            feeds = [feed for feed in feeds if feed in regular]
        told[status_id] = feeds
    return told


def _grouped(entries: Sequence[Row]) -> dict[int, list[Feed]]:
    groups: dict[int, list[Feed]] = {}
    for entry in entries:
        groups.setdefault(entry.status_id, []).append((entry.kind, entry.owner_id))
    return groups


# --- follows, mutes, blocks


def _feeds_of(ctx: Context, person: int, account_id: int) -> list[Feed]:
    """The feeds of a person that an account's statuses go into."""
    return [
        ("home", person),
        *(("list", list_id) for list_id in timelines.lists_with(ctx.db, person, account_id)),
    ]


def _local(ctx: Context, person: int) -> bool:
    account = account_store.by_id(ctx.db, person)
    return account is not None and account.domain is None


@on(Followed)
def fill(ctx: Context, event: Followed) -> None:
    _merge(ctx, event.follow.account_id, event.follow.target_account_id)


@on(Unmuted)
def refill(ctx: Context, event: Unmuted) -> None:
    if relations.follows_account(ctx.db, event.account_id, event.target_account_id):
        _merge(ctx, event.account_id, event.target_account_id)


def _merge(ctx: Context, person: int, account_id: int) -> None:
    if _local(ctx, person):
        for kind, owner in _feeds_of(ctx, person, account_id):
            merging.merge(ctx, kind, owner, person, account_id)


@on(Unfollowed)
def empty(ctx: Context, event: Unfollowed) -> None:
    """Lists are emptied by the end of the membership."""
    if not event.removed:
        _unmerge(ctx, "home", event.follow.account_id, event.follow.target_account_id)


def _unmerge(ctx: Context, kind: str, owner: int, account_id: int) -> None:
    """In silence."""
    store.remove(ctx.db, kind, owner, store.by_account(ctx.db, kind, owner, account_id))


@on(AccountSuspended)
def take_out(ctx: Context, event: AccountSuspended) -> None:
    for follow in ctx.db.find_all(follows, order="id", target_account_id=event.account_id):
        for kind, owner in _feeds_of(ctx, follow.account_id, event.account_id):
            _unmerge(ctx, kind, owner, event.account_id)


@on(AccountUnsuspended)
def put_back(ctx: Context, event: AccountUnsuspended) -> None:
    """Direct statuses do not come back (recording moderation/suspended_timelines)."""
    for follow in ctx.db.find_all(follows, order="id", target_account_id=event.account_id):
        _merge(ctx, follow.account_id, event.account_id)


@on(Muted)
def silence(ctx: Context, event: Muted) -> None:
    _clear(ctx, event.mute.account_id, event.mute.target_account_id)


@on(Blocked)
def banish(ctx: Context, event: Blocked) -> None:
    _clear(ctx, event.account_id, event.target_account_id)


def _clear(ctx: Context, person: int, account_id: int) -> None:
    """All that is by, of or about an account leaves the feeds of a person, who is told."""
    for kind, owner in [
        ("home", person),
        *(("list", row.id) for row in ctx.db.find_all(lists, order="id", account_id=person)),
    ]:
        entries = store.about_account(ctx.db, kind, owner, account_id)
        store.remove(ctx.db, kind, owner, entries)
        for entry in entries:
            streams.withdraw(ctx, entry.status_id, [(kind, owner)])


# --- lists and hashtags


@on(ListMembersAdded)
def fill_list(ctx: Context, event: ListMembersAdded) -> None:
    """Only whom the owner follows brings earlier statuses along."""
    row = ctx.db.find(lists, id=event.list_id)
    assert row is not None
    for account_id in event.account_ids:
        if relations.follows_account(ctx.db, row.account_id, account_id):
            merging.merge(ctx, "list", row.id, row.account_id, account_id)


@on(ListMembersRemoved)
def empty_list(ctx: Context, event: ListMembersRemoved) -> None:
    for account_id in event.account_ids:
        _unmerge(ctx, "list", event.list_id, account_id)


@on(TagUnfollowed)
def drop_tagged(ctx: Context, event: TagUnfollowed) -> None:
    entries = store.only_by_tag(ctx.db, event.account_id, event.tag_id)
    store.remove(ctx.db, "home", event.account_id, entries)
