"""Statuses as the streams tell them (reference: streaming.md §7, §8).

On the streams of a person (home, lists, notifications) a status is what REST gives the same person, but
with the viewer's keys at the end; readers to whom it looks alike share one rendering. On public and hashtag
streams it is rendered for nobody, with `filtered` added for each reader, and left out for those who would
not see it in their timelines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from mockserver.context import Context
from mockserver.render import accounts, filters, prototypes, statuses
from mockserver.render.prototypes import Prototype
from mockserver.render.ready import ALIKE_POLICIES
from mockserver.store import accounts as account_store
from mockserver.store import audience
from mockserver.store.schema import quotes
from mockserver.store.statuses import Extra
from mockserver.streaming.frames import Frame

if TYPE_CHECKING:
    from clientkit.entities import FilterResult, Status
    from mockserver.context import Session
    from mockserver.domain.outbox import Message
    from mockserver.instance import Instance
    from mockserver.streaming.connection import Subscription

Json = dict[str, Any]

VIEWER_KEYS = ("favourited", "reblogged", "muted", "bookmarked", "pinned", "filtered")
BOOST_KEYS = ("muted", "bookmarked", "pinned", "filtered", "favourited", "reblogged")
"""In the order in which they stand at the end."""

_encode = msgspec.json.Encoder().encode


def involved(ctx: Context, status_id: int) -> list[Prototype]:
    """A status, what it boosts and what that quotes; empty when it is gone."""
    found = prototypes.by_id(ctx, [status_id])
    for step in (_boosted, _quoted):
        more = [i for prototype in list(found.values()) if (i := step(ctx, prototype)) is not None]
        found |= prototypes.by_id(ctx, more)
    return list(found.values()) if status_id in found else []


def _boosted(_: Context, prototype: Prototype) -> int | None:
    boosted: int | None = prototype.row.reblog_of_id
    return boosted


def _quoted(ctx: Context, prototype: Prototype) -> int | None:
    if not prototype.row.extras & Extra.QUOTE:
        return None
    quote = ctx.db.find(quotes, status_id=prototype.row.id)
    return None if quote is None else quote.quoted_status_id


# --- home, lists, notifications


def for_readers(instance: Instance, message: Message, readers: Mapping[int, Session]) -> dict[int, Frame]:
    """The frame of each reader, by account id."""
    shown = involved(Context(instance), message.id)
    if not shown:
        return {}
    alike, matching = _Likeness(instance, shown), _Matching(instance, shown, readers)
    alone = len(shown) == 1
    rendered: dict[object, _Rendered] = {}
    made: dict[int, Frame] = {}
    for reader, session in readers.items():
        ctx = Context(instance, session)
        found = matching.of(ctx)
        # Within a boost or a quote filters show deeper in, too.
        key = alike.of(reader) if alone or not any(found) else (reader,)
        if key not in rendered:
            rendered[key] = _Rendered(message.event, personal(ctx, shown[0]))
        made[reader] = rendered[key].with_filters(found[0]) if alone else rendered[key].whole
    return made


class _Rendered:
    """A status encoded for all readers to whom it looks alike, but for what their filters say of it."""

    def __init__(self, event: str, payload: Json) -> None:
        self.event = event
        self.payload = payload

    @cached_property
    def whole(self) -> Frame:
        return Frame(self.event, _encode(self.payload))

    @cached_property
    def _start(self) -> bytes:
        return _open_end({key: value for key, value in self.payload.items() if key != "filtered"})

    @cached_property
    def _unfiltered(self) -> Frame:
        return Frame(self.event, self._start + b"[]}")

    def with_filters(self, found: list[FilterResult]) -> Frame:
        return Frame(self.event, self._start + _encode(found) + b"}") if found else self._unfiltered


def _open_end(status: Json | Status) -> bytes:
    """A status without its last key, which differs from reader to reader."""
    return _encode(status)[:-1] + b',"filtered":'


class _Matching:
    """What the filters of many readers say of the same statuses."""

    def __init__(
        self, instance: Instance, shown: Sequence[Prototype], readers: Mapping[int, Session]
    ) -> None:
        instance.filters.load(instance.db, readers)
        self.shown = shown
        self.searched = [instance.filters.searchable(Context(instance), prototype) for prototype in shown]

    def of(self, ctx: Context) -> list[list[FilterResult]]:
        """For each of the statuses."""
        return [
            filters.matches(ctx, prototype, self.shown[0], searched)
            for prototype, searched in zip(self.shown, self.searched, strict=True)
        ]


class _Likeness:
    """Tells which readers see a status alike, with a few statements for all of them."""

    def __init__(self, instance: Instance, shown: Sequence[Prototype]) -> None:
        rows = [prototype.row for prototype in shown]
        self._special = audience.concerned(instance.db, rows)
        # Who may quote or feature can depend on following.
        people = accounts.by_id(Context(instance), {row.account_id for row in rows})
        authors = {
            row.account_id
            for row in rows
            if row.quote_approval_policy not in ALIKE_POLICIES
            or "followers" in people[row.account_id].feature_approval.automatic
        }
        self._followed = audience.followed_among(instance.db, authors) if authors else {}
        # What a quote shows of a post that is not open to all is each reader's own.
        self._each = any(row.visibility not in ("public", "unlisted") for row in rows[1:])

    def of(self, reader: int) -> object:
        if self._each or reader in self._special:
            return (reader,)
        return self._followed.get(reader)


def personal(ctx: Context, prototype: Prototype) -> Json:
    """A status as its reader's own streams carry it."""
    status = statuses.many(ctx, [prototype.row.id])[0]
    if prototypes.author_of(ctx, prototype.row.account_id).sensitized:
        status.sensitive = True  # told to the author too, who does not see it by REST (recording moderation)
    payload: Json = msgspec.to_builtins(status)
    _viewed(payload, str(ctx.viewer_id))
    return payload


def _viewed(payload: Json, reader: str) -> None:
    """Move the viewer's keys to the end; a boost carries those of what it boosts, and all own posts tell
    whether they are pinned."""
    boosted = payload["reblog"]
    quoted = (payload["quote"] or {}).get("quoted_status")
    for inner in filter(None, (boosted, quoted)):
        _viewed(inner, reader)
    if payload["account"]["id"] == reader:
        payload.setdefault("pinned", False)
    if boosted:
        payload["favourited"], payload["reblogged"] = boosted["favourited"], boosted["reblogged"]
    _to_end(payload, BOOST_KEYS if boosted else VIEWER_KEYS)
    if payload["poll"]:
        _to_end(payload["poll"], ("voted", "own_votes"))


def _to_end(payload: Json, keys: Iterable[str]) -> None:
    for key in keys:
        if key in payload:
            payload[key] = payload.pop(key)


# --- public and hashtag streams


def for_everyone(
    instance: Instance, message: Message, listeners: Iterable[Subscription]
) -> dict[Subscription, Frame]:
    """The frame of each who is told."""
    ctx = Context(instance)
    prototype = prototypes.by_id(ctx, [message.id]).get(message.id)
    if prototype is None:
        return {}
    told = _who_is_told(ctx, prototype, listeners)
    readers = {subscription.connection.account_id: subscription.connection.session for subscription in told}
    instance.filters.load(instance.db, readers)
    searched = instance.filters.searchable(ctx, prototype)
    start = _open_end(statuses.many(ctx, [message.id])[0])
    unmatched = Frame(message.event, start + b"[]}")
    frames = {}
    for reader, session in readers.items():
        found = filters.streamed(Context(instance, session), searched)
        frames[reader] = Frame(message.event, start + _encode(found) + b"}") if found else unmatched
    return {subscription: frames[subscription.connection.account_id] for subscription in told}


def _who_is_told(ctx: Context, prototype: Prototype, listeners: Iterable[Subscription]) -> list[Subscription]:
    row = prototype.row
    author = account_store.by_id(ctx.db, row.account_id)
    if author is None:
        return []
    averse = audience.averse(ctx.db, author, [int(mention.id) for mention in prototype.entity.mentions])
    told = []
    for subscription in listeners:
        languages = subscription.connection.chosen_languages
        if not (subscription.hears_local if row.local else subscription.hears_remote):
            continue
        if languages is not None and row.language not in languages:
            continue
        if subscription.connection.account_id not in averse:
            told.append(subscription)
    return told
