"""Quotes as the viewer sees them (reference: entities.md, Quote; statuses_text.md §9)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import UNSET

from clientkit.entities import Quote, Status
from mockserver.store import statuses as store
from mockserver.store.database import Row
from mockserver.store.schema import account_domain_blocks, accounts, blocks, mutes, quotes

if TYPE_CHECKING:
    from mockserver.context import Context

_HIDDEN_BY = sa.union_all(
    sa.select(sa.literal_column("'blocked_domain'"), accounts.c.id).where(
        account_domain_blocks.c.account_id == sa.bindparam("viewer"),
        account_domain_blocks.c.domain == accounts.c.domain,
        accounts.c.id.in_(sa.bindparam("ids3", expanding=True)),
    ),
    sa.select(sa.literal_column("'blocked_account'"), blocks.c.target_account_id).where(
        blocks.c.account_id == sa.bindparam("viewer"),
        blocks.c.target_account_id.in_(sa.bindparam("ids", expanding=True)),
    ),
    sa.select(sa.literal_column("'muted_account'"), mutes.c.target_account_id).where(
        mutes.c.account_id == sa.bindparam("viewer"),
        mutes.c.target_account_id.in_(sa.bindparam("ids2", expanding=True)),
    ),
)


def by_status(ctx: Context, statuses: Sequence[Row], *, plain: bool = False) -> dict[int, Quote]:
    """Quotes by the id of the quoting status; what is quoted in a quoted status shows as its id only.
    `plain`: whom the viewer blocks or mutes makes no difference."""
    from mockserver.render import statuses as render

    rows = ctx.db.find_all(quotes, status_id=[row.id for row in statuses]) if statuses else []
    if not rows:
        return {}
    targets = [
        row.quoted_status_id for row in rows if row.quoted_status_id is not None and row.state == "accepted"
    ]
    seen = store.visible_ids(ctx, targets)
    shown = {int(status.id): status for status in render.many(ctx, sorted(seen))}
    states = {} if plain else _viewer_states(ctx, rows)
    made: dict[int, Quote] = {}
    for row in rows:
        state = (
            row.state
            if row.quoted_status_id is not None
            else "deleted"
            if row.state == "accepted"
            else row.state
        )
        quoted = None
        if state == "accepted":
            state = states.get(row.quoted_account_id, state)
            quoted = shown.get(row.quoted_status_id)
            if quoted is None:
                state = "unauthorized"
        made[row.status_id] = Quote(state=state, quoted_status=None if quoted is None else shallow(quoted))
    return made


def shallow(status: Status) -> Status:
    """A quoted status: its own quote is only named."""
    if status.quote is None or status.quote.quoted_status is UNSET:
        return status
    inner = status.quote.quoted_status
    named = Quote(state=status.quote.state, quoted_status_id=None if inner is None else inner.id)
    return msgspec.structs.replace(status, quote=named)


def filled(ctx: Context, status_id: int, quote: Quote) -> Quote:
    """With what is quoted whatever the state, as the answer to a deletion has it (recording
    notifications/types_quote)."""
    from mockserver.render import statuses as render

    row = ctx.db.find(quotes, status_id=status_id)
    if quote.quoted_status is not None or row is None or row.quoted_status_id is None:
        return quote
    seen = render.many(ctx, sorted(store.visible_ids(ctx, [row.quoted_status_id])))
    return Quote(state=quote.state, quoted_status=shallow(seen[0])) if seen else quote


def _viewer_states(ctx: Context, rows: Sequence[Row]) -> dict[int, str]:
    """Authors whom the viewer blocks or mutes, or whose domain, with the state that their quoted statuses
    then show: of several the first."""
    authors = [row.quoted_account_id for row in rows if row.quoted_account_id is not None]
    if ctx.viewer_id is None or not authors:
        return {}
    found = ctx.db.rows(
        _HIDDEN_BY, {"viewer": ctx.viewer_id, "ids": authors, "ids2": authors, "ids3": authors}
    )
    return {account: state for state, account in map(tuple, reversed(found))}
