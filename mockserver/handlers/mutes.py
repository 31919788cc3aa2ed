"""List the accounts one mutes: https://docs.joinmastodon.org/methods/mutes/"""

from __future__ import annotations

from msgspec.structs import asdict

from clientkit.entities import Account, MutedAccount
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
    muted = [_muted(ctx, accounts[row.account_id], row.expires_at) for row in rows]
    return page(muted, [row.row_id for row in rows], cut.limit)


def _muted(ctx: Context, account: Account, expires_at: int | None) -> MutedAccount:
    # A mute past its end is listed until a job removes it (recording relations/mute_expiry).
    ends = clock.iso(expires_at) if expires_at is not None and expires_at > ctx.now else None
    return MutedAccount(**asdict(account) | {"mute_expires_at": ends})
