"""Statuses as they go over the wire, always in batches (reference: entities.md, Status; statuses_text.md
§11).

What is the same for every viewer is made once and kept (`Prototype`); flags, poll, quote, filters and the
right to see the application are filled in for each viewer, with a few statements for the whole page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from clientkit.entities import QuoteApproval, Status
from mockserver.domain.quoting import ON_REQUEST
from mockserver.render import accounts, collections, filters, flags, polls, prototypes, quotes
from mockserver.render.prototypes import Prototype
from mockserver.store.database import Row
from mockserver.store.schema import follows
from mockserver.store.statuses import Extra

if TYPE_CHECKING:
    from mockserver.context import Context


def one(ctx: Context, status: Row | int) -> Status:
    """A status alone. A boost shows the viewer's flags of what it boosts, unlike in listings (recording
    statuses/reblog)."""
    return many(ctx, [status if isinstance(status, int) else status.id], alone=True)[0]


def many(
    ctx: Context, ids: Sequence[int], *, alone: bool = False, plain_quotes: bool = False
) -> list[Status]:
    """The statuses of these ids, in this order; ids without a row are left out. They must have passed the
    gate. `plain_quotes`: whom the viewer blocks or mutes does not show in the state of quotes (recording
    statuses/quote_blocked)."""
    found = prototypes.by_id(ctx, ids)
    originals = prototypes.by_id(
        ctx, [p.row.reblog_of_id for p in found.values() if p.row.reblog_of_id is not None]
    )
    everything = found | originals
    page = _Page(ctx, everything, plain_quotes)
    made: list[Status] = []
    for i in ids:
        prototype = found.get(i)
        if prototype is None:
            continue
        boosted = originals.get(prototype.row.reblog_of_id)
        if boosted is None:
            made.append(page.status(prototype))
        else:
            made.append(page.boost(prototype, boosted, alone))
    return made


class _Page:
    """What a batch of statuses needs to know about its viewer."""

    def __init__(self, ctx: Context, found: dict[int, Prototype], plain_quotes: bool) -> None:
        self.ctx = ctx
        self.viewer = ctx.viewer_id
        self.accounts = accounts.by_id(ctx, {p.row.account_id for p in found.values()})
        self.flags = flags.by_status(ctx, found)
        rows = [p.row for p in found.values()]
        self.polls = polls.by_status(ctx, [row for row in rows if row.extras & Extra.POLL])
        self.quotes = quotes.by_status(
            ctx, [row for row in rows if row.extras & Extra.QUOTE], plain=plain_quotes
        )
        self.collections = collections.by_status(ctx, [row for row in rows if row.extras & Extra.COLLECTIONS])
        self.following: set[int] | None = None

    def status(self, prototype: Prototype) -> Status:
        row, entity, viewer = prototype.row, prototype.entity, self.viewer
        status = msgspec.structs.replace(
            entity,
            account=self.accounts[row.account_id],
            tagged_collections=self.collections.get(row.id, []),
            poll=self.polls.get(row.id),
            quote=self.quotes.get(row.id),
        )
        author = prototypes.author_of(self.ctx, row.account_id)
        if row.local and (author.shows_application or viewer == row.account_id):
            status.application = prototypes.application(self.ctx, row)
        if author.sensitized and viewer != row.account_id:
            status.sensitive = True
        if viewer is not None:
            self._flag(status, row)
            if status.card is not None:
                status.card = msgspec.structs.replace(status.card, missing_attribution=False)
            status.filtered = filters.matches(self.ctx, prototype)
        status.quote_approval = self._approval(row)
        return status

    def boost(self, wrapper: Prototype, boosted: Prototype, alone: bool) -> Status:
        status = self.status(wrapper)
        inner = status.reblog = self.status(boosted)
        if self.viewer is not None:
            if alone:
                status.favourited, status.reblogged, status.bookmarked = (
                    inner.favourited,
                    inner.reblogged,
                    inner.bookmarked,
                )
            status.filtered = filters.matches(self.ctx, boosted, wrapper)
        status.quote_approval = inner.quote_approval
        return status

    def _flag(self, status: Status, row: Row) -> None:
        mark = self.flags.of(row)
        status.favourited = bool(mark & flags.FAVOURITED)
        status.reblogged = bool(mark & flags.REBLOGGED)
        status.muted = bool(mark & flags.MUTED)
        status.bookmarked = bool(mark & flags.BOOKMARKED)
        if row.account_id == self.viewer and flags.pinnable(row):
            status.pinned = bool(mark & flags.PINNED)

    def _approval(self, row: Row) -> QuoteApproval:
        """Who may quote it (recordings statuses/quote_policy, statuses/see_private)."""
        policy, manual = row.quote_approval_policy, []
        if policy.startswith(ON_REQUEST):
            policy, manual = "", [policy.removeprefix(ON_REQUEST)]
        automatic = (
            [policy] if policy in ("public", "followers") else [] if policy in ("nobody", "") else [policy]
        )
        if self.viewer is None or row.visibility == "direct" or row.reblog_of_id is not None:
            may = "denied"
        elif row.account_id == self.viewer:
            may = "automatic"
        elif row.visibility in ("private", "limited"):
            may = "denied"
        elif policy == "public" or (policy == "followers" and self._follows(row.account_id)):
            may = "automatic"
        elif manual == ["public"] or (manual == ["followers"] and self._follows(row.account_id)):
            may = "manual"
        else:
            may = "denied"
        return QuoteApproval(automatic=automatic, manual=manual, current_user=may)

    def _follows(self, account_id: int) -> bool:
        if self.following is None:
            ids = list(self.accounts)
            self.following = set(self.ctx.db.scalars(_FOLLOWED, {"viewer": self.viewer, "ids": ids}))
        return account_id in self.following


_FOLLOWED = sa.select(follows.c.target_account_id).where(
    follows.c.account_id == sa.bindparam("viewer"),
    follows.c.target_account_id.in_(sa.bindparam("ids", expanding=True)),
)


def discarded(ctx: Context, found: Sequence[Mapping[str, Any]]) -> list[Status]:
    """Deleted statuses that moderators still see, from the columns of their rows: the text without what
    belonged to it."""
    rows: dict[int, Any] = {one["id"]: SimpleNamespace(**_UNCOUNTED | dict(one, extras=0)) for one in found}
    made = prototypes.build(ctx, rows)
    page = _Page(ctx, made, plain_quotes=False)
    return [page.status(prototype) for prototype in made.values()]


_UNCOUNTED = dict.fromkeys(("replies_count", "reblogs_count", "favourites_count", "quotes_count"), 0)
