"""Statuses as ready JSON.

Of a page of statuses mostly everything is the same for all who look: each status is encoded once for each
kind of viewer (its author, any other account, nobody), cut where the viewer's flags and the author's account
stand, and put together again from the pieces."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from msgspec import Struct

from clientkit.entities import Account, Status
from mockserver.render import flags, prototypes, statuses
from mockserver.render.prototypes import Author
from mockserver.store.database import Row
from mockserver.store.statuses import Extra

if TYPE_CHECKING:
    from mockserver.context import Context

Kind = Literal["author", "other", "nobody"]
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
    """The JSON of a status for one kind of viewer, without the flags and the account that stand between the
    pieces. `flagged`: the flags as JSON, by their sum. Good while what its author has chosen is the same
    object."""

    author: Author
    head: bytes
    flagged: list[bytes]
    body: bytes
    tail: bytes


def many(ctx: Context, ids: Sequence[int]) -> list[Ready | Status]:
    """As `statuses.many`; ready where nothing in it is this viewer's alone but the flags."""
    if ctx.viewer_id is not None and ctx.instance.filters.of(ctx):
        return list(statuses.many(ctx, ids))  # each may match a filter
    made: dict[int, Ready | Status] = _kept(ctx, ids)
    if len(made) < len(ids):
        for status in statuses.many(ctx, [i for i in ids if i not in made]):
            made[int(status.id)] = status
            _keep(ctx, status)
    return [made[i] for i in ids if i in made]


def one(ctx: Context, status_id: int) -> Ready | Status:
    """As `statuses.one`."""
    (found,) = many(ctx, [status_id])
    return found if isinstance(found, Ready) or found.reblog is None else statuses.one(ctx, status_id)


def _kept(ctx: Context, ids: Sequence[int]) -> dict[int, Any]:
    """Those that are ready, by id."""
    kept, viewer, marked = ctx.instance.rendered, ctx.viewer_id, flags.by_status(ctx, ids)
    accounts, authors = kept.account_json[viewer is None], kept.authors
    made = {}
    for i in ids:
        prototype = kept.statuses.get(i)
        if prototype is None:
            continue
        row = prototype.row
        author_id = row.account_id
        template = prototype.templates.get(_kind(author_id, viewer))
        account = accounts.get(author_id)
        if template is None or account is None or template.author is not authors.get(author_id):
            continue
        mark = marked.marks.get(i, 0)
        if row.conversation_id in marked.muted:
            mark |= flags.MUTED
        made[i] = Ready((template.head, template.flagged[mark], template.body, account, template.tail))
    return made


def _kind(author_id: int, viewer: int | None) -> Kind:
    return "nobody" if viewer is None else "author" if author_id == viewer else "other"


def _keep(ctx: Context, status: Status) -> None:
    """Keep the JSON of a status and of its author, where others will see the same."""
    kept, viewer = ctx.instance.rendered, ctx.viewer_id
    prototype = kept.statuses.get(int(status.id))
    if prototype is None:
        return
    row = prototype.row
    kind = _kind(row.account_id, viewer)
    if not _alike(row, status.account, kind) or row.account_id not in kept.accounts:
        return
    account = _encode(status.account)
    head, _, rest = _encode(status).partition(b',"content":')
    body, _, tail = rest.partition(account)
    prototype.templates[kind] = Template(
        author=prototypes.author_of(ctx, row.account_id),
        head=head.partition(b',"favourited":')[0],
        flagged=_FLAGGED["pinnable" if kind == "author" and flags.pinnable(row) else kind],
        body=b',"content":' + body,
        tail=tail,
    )
    kept.account_json[viewer is None][row.account_id] = account


def _alike(row: Row, account: Account, kind: Kind) -> bool:
    """Whether all viewers of a kind see a status alike, but for the flags."""
    return (
        row.reblog_of_id is None
        and not row.extras & (Extra.POLL | Extra.QUOTE)
        and (kind != "other" or row.quote_approval_policy in ALIKE_POLICIES)
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
