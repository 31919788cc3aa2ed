"""Accounts: showing, finding and registering them, and changing one's own: https://docs.joinmastodon.org/methods/accounts/

What people do to one another is in handlers/relationships.py.
"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations import accounts
from mockserver.context import Context
from mockserver.handlers.binding import handles
from mockserver.render import accounts as render
from mockserver.render import credentials
from mockserver.store import accounts as store


@handles(accounts.VerifyCredentials)
def verify_credentials(ctx: Context, op: accounts.VerifyCredentials) -> entities.CredentialAccount:
    return credentials.account(ctx, ctx.me, ctx.user)


@handles(accounts.Get)
def get(ctx: Context, op: accounts.Get) -> entities.Account:
    return render.one(ctx, store.get(ctx, op.id))
