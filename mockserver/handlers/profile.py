"""One's own profile, raw: https://docs.joinmastodon.org/methods/profile/"""

from __future__ import annotations

from typing import Any

from msgspec import UNSET

from clientkit import entities
from clientkit.operations import accounts, profile
from mockserver.context import Context
from mockserver.domain import pictures, profiles
from mockserver.handlers.binding import handles
from mockserver.render import credentials
from mockserver.render import profiles as render
from mockserver.store import accounts as store


def given(op: accounts.UpdateCredentials | profile.Update) -> dict[str, Any]:
    """What was sent, by name; the profile's table as pairs."""
    values = {name: getattr(op, name) for name in op.__struct_fields__ if getattr(op, name) is not UNSET}
    rows = values.get("fields_attributes")
    if rows is not None:
        values["fields_attributes"] = [(row.name or "", row.value or "") for row in rows]
    return values


def made_pictures(op: accounts.UpdateCredentials | profile.Update) -> dict[str, pictures.Prepared | None]:
    """The slow half of a change: runs in a thread."""
    return {kind: pictures.prepare(kind, getattr(op, kind)) for kind in pictures.KINDS}


@handles(profile.Get)
def get(ctx: Context, op: profile.Get) -> entities.Profile:
    return render.one(ctx, store.reload(ctx.db, ctx.me))


@handles(profile.Update, prepare=made_pictures)
def update(ctx: Context, op: profile.Update) -> entities.Profile:
    profiles.update(ctx, given(op), ctx.call.prepared)
    answer = render.one(ctx, store.reload(ctx.db, ctx.me))
    profiles.let_in(ctx)
    return answer


@handles(profile.DeleteAvatar)
def delete_avatar(ctx: Context, op: profile.DeleteAvatar) -> entities.CredentialAccount:
    pictures.remove(ctx, ctx.me.id, "avatar")
    return credentials.account(ctx, store.reload(ctx.db, ctx.me), ctx.user)


@handles(profile.DeleteHeader)
def delete_header(ctx: Context, op: profile.DeleteHeader) -> entities.CredentialAccount:
    pictures.remove(ctx, ctx.me.id, "header")
    return credentials.account(ctx, store.reload(ctx.db, ctx.me), ctx.user)
