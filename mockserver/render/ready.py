"""Statuses as ready JSON.

Of a page of statuses mostly everything is the same for all who look: each status is encoded once for each
kind of viewer (its author, any other account, nobody), cut where the viewer's flags, the author's account, a
poll and a boosted status stand, and put together again from the pieces."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from clientkit.entities import Account, Status
from mockserver.render import flags, polls, prototypes, statuses
from mockserver.render.prototypes import Author, Prototype
from mockserver.store.database import Row
from mockserver.store.statuses import Extra

if TYPE_CHECKING:
    from mockserver.context import Context

Pieces = tuple[bytes, ...]

ALIKE_POLICIES = ("public", "nobody")
"""Policies of quoting by which everyone may or no one may: the viewer makes no difference."""

_encode = msgspec.json.Encoder().encode


class Ready:
    """A status in pieces of JSON, most of which it shares with whatever else shows it."""

    __slots__ = ("pieces",)

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces

    def json(self) -> bytes:
        return b"".join(self.pieces)


class Template(Struct, frozen=True):
    """The JSON of a status for one kind of viewer, in pieces: between them go the viewer's flags, what is
    boosted, the account, the poll. Good while what it was made from is the same object."""

    author: Author
    boosted: Prototype | None
    head: bytes
    flagged: list[bytes]  # the flags as JSON, by their sum
    body: bytes
    after_boosted: bytes  # empty where nothing is boosted, and the body reaches to the account
    tail: bytes
    after_poll: bytes  # empty where there is no poll, and the tail reaches to the end


def many(ctx: Context, ids: Sequence[int], *, alone: bool = False) -> list[Ready | Status]:
    """As `statuses.many`; ready where nothing in it is this viewer's alone but the flags."""
    if ctx.viewer_id is not None and ctx.instance.filters.of(ctx):
        return list(statuses.many(ctx, ids, alone=alone))  # each may match a filter
    made: dict[int, Ready | Status] = _Kept(ctx, ids, alone).ready(ids)
    if len(made) < len(ids):
        for status in statuses.many(ctx, [i for i in ids if i not in made], alone=alone):
            made[int(status.id)] = status
            _keep(ctx, status)
    return [made[i] for i in ids if i in made]


def one(ctx: Context, status_id: int) -> Ready | Status:
    """As `statuses.one`."""
    return many(ctx, [status_id], alone=True)[0]


class _Kept:
    """What is known already of the statuses of a page, and what one viewer needs besides."""

    def __init__(self, ctx: Context, ids: Sequence[int], alone: bool) -> None:
        kept = ctx.instance.rendered
        self.viewer, self.alone = ctx.viewer_id, alone
        self.statuses, self.authors = kept.statuses, kept.authors
        self.accounts = kept.account_json[self.viewer is None]
        found = [prototype.row for i in ids if (prototype := self.statuses.get(i)) is not None]
        originals = [row.reblog_of_id for row in found if row.reblog_of_id is not None]
        if originals:
            found += [p.row for i in originals if (p := self.statuses.get(i)) is not None]
            ids = [*ids, *originals]
        self.flags = flags.by_status(ctx, ids)
        voted = polls.by_status(ctx, [row for row in found if row.extras & Extra.POLL])
        self.polls = {i: _encode(poll) for i, poll in voted.items()}

    def ready(self, ids: Sequence[int]) -> dict[int, Any]:
        pieces = ((i, self.pieces(i)) for i in ids)
        return {i: Ready(those) for i, those in pieces if those is not None}

    def pieces(self, status_id: int) -> Pieces | None:
        prototype = self.statuses.get(status_id)
        if prototype is None:
            return None
        row = prototype.row
        author_id = row.account_id
        boosted = self.statuses.get(row.reblog_of_id) if row.reblog_of_id is not None else None
        template = prototype.templates.get(_kind(row, boosted, self.viewer))
        account = self.accounts.get(author_id)
        if (
            template is None
            or account is None
            or template.author is not self.authors.get(author_id)
            or template.boosted is not boosted
        ):
            return None
        mark, body, tail = self.flags.of(row), template.body, template.tail
        if boosted is not None:
            inner = self.pieces(row.reblog_of_id)
            if inner is None:
                return None
            body = b"".join((body, *inner, template.after_boosted))
            if self.alone:
                of_it = flags.OF_A_BOOST_ALONE
                mark = mark & ~of_it | self.flags.of(boosted.row) & of_it
        if template.after_poll:
            tail = b"".join((tail, self.polls.get(status_id, b"null"), template.after_poll))
        return template.head, template.flagged[mark], body, account, tail


def _relation(row: Row, viewer: int | None) -> str:
    return "nobody" if viewer is None else "author" if row.account_id == viewer else "other"


def _kind(row: Row, boosted: Prototype | None, viewer: int | None) -> str:
    """Which template of a status a viewer sees: of a boost, by what the viewer is to both."""
    relation = _relation(row, viewer)
    return relation if boosted is None else f"{relation} of a boost, {_relation(boosted.row, viewer)}"


def _keep(ctx: Context, status: Status) -> None:
    """Keep the JSON of a status and of its author, where others will see the same."""
    kept, viewer = ctx.instance.rendered, ctx.viewer_id
    prototype, boosted = kept.statuses.get(int(status.id)), None
    if status.reblog is not None:
        _keep(ctx, status.reblog)
        boosted = kept.statuses.get(int(status.reblog.id))
        if boosted is None:
            return
    if prototype is None:
        return
    row = prototype.row
    if not _alike(row, boosted, status.account, viewer) or row.account_id not in kept.accounts:
        return
    account, bare = _encode(status.account), msgspec.structs.replace(status, reblog=None, poll=None)
    # No text of a user holds what is cut at: its quotes stand behind backslashes.
    head, _, rest = _encode(bare).partition(b',"content":')
    body, _, tail = rest.partition(account)
    body, after_boosted = _hole(body, "reblog") if boosted is not None else (body, b"")
    tail, after_poll = _hole(tail, "poll") if status.poll is not None else (tail, b"")
    relation = _relation(row, viewer)
    prototype.templates[_kind(row, boosted, viewer)] = Template(
        author=prototypes.author_of(ctx, row.account_id),
        boosted=boosted,
        head=head.partition(b',"favourited":')[0],
        flagged=_FLAGGED["pinnable" if relation == "author" and flags.pinnable(row) else relation],
        body=b',"content":' + body,
        after_boosted=after_boosted,
        tail=tail,
        after_poll=after_poll,
    )
    kept.account_json[viewer is None][row.account_id] = account


def _hole(json: bytes, name: str) -> tuple[bytes, bytes]:
    """What is before and after the value, null, of a key."""
    key = f',"{name}":'.encode()
    before, _, after = json.partition(key + b"null")
    return before + key, after


def _alike(row: Row, boosted: Prototype | None, account: Account, viewer: int | None) -> bool:
    """Whether all viewers of a kind see a status alike, but for what goes between the pieces."""
    quotable = row if boosted is None else boosted.row
    return (
        not row.extras & (Extra.QUOTE | Extra.COLLECTIONS)
        and (_relation(quotable, viewer) != "other" or quotable.quote_approval_policy in ALIKE_POLICIES)
        and "followers" not in account.feature_approval.automatic
    )


def _flagged(mark: int, names: Sequence[str]) -> bytes:
    shown = (f',"{name}":{"true" if mark & 1 << bit else "false"}' for bit, name in enumerate(names))
    return "".join(shown).encode()


_SHOWN = {"nobody": (), "other": flags.NAMES[:-1], "author": flags.NAMES[:-1], "pinnable": flags.NAMES}
_FLAGGED = {
    kind: [_flagged(mark, names) for mark in range(1 << len(flags.NAMES))] for kind, names in _SHOWN.items()
}
"""The viewer's flags as JSON, by their sum."""


@lru_cache(maxsize=64)
def page(statuses: tuple[Pieces, ...]) -> tuple[bytes, str]:
    """Statuses as a JSON array, and its SHA-256 in hexadecimal. Kept, for whoever looks at a timeline again
    before something new is there: putting it together anew takes as long as all else of the request."""
    body = b"[%b]" % b",".join(map(b"".join, statuses))
    return body, sha256(body).hexdigest()
