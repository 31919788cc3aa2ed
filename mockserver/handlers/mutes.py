"""List the accounts one mutes: https://docs.joinmastodon.org/methods/mutes/"""

from __future__ import annotations

import msgspec

from clientkit.entities import MutedAccount
from clientkit.operations import mutes as ops
from mockserver import clock
from mockserver.context import Context
from mockserver.handlers.binding import Page, handles, page
from mockserver.render import accounts as render
from mockserver.store import relations
from mockserver.store.paging import cursor


@handles(ops.Get)
def get(ctx: Context, op: ops.Get) -> Page:
    cut = cursor(op)
    rows = relations.mutes_page(ctx.db, ctx.me.id, cut)
    accounts = render.by_id(ctx, [row.account_id for row in rows])
    muted = [
        MutedAccount(
            **msgspec.structs.asdict(accounts[row.account_id]),
            # A mute past its end is listed until a job removes it (recording relations/mute_expiry).
            mute_expires_at=clock.iso(row.expires_at) if row.expires_at is not None and row.expires_at > ctx.now else None,
        )
        for row in rows
    ]
    return page(muted, [row.row_id for row in rows], cut.limit)
