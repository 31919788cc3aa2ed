"""Suggesting whom to follow: https://docs.joinmastodon.org/methods/suggestions/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations import suggestions
from mockserver.context import Context
from mockserver.handlers.binding import handles
from mockserver.render import accounts as render
from mockserver.store import accounts
from mockserver.store import suggestions as store
from mockserver.store.paging import limit_of, offset_of, record_id
from mockserver.store.schema import follow_recommendation_mutes
from mockserver.text.entities import split_handle

FORMER_SOURCES = {"featured": "staff", "friends_of_friends": "past_interactions"}


def _suggested(ctx: Context, op: suggestions.Get | suggestions.GetV1) -> dict[int, list[str]]:
    """Ids of accounts, and why each is suggested."""
    offset = offset_of(op.offset)
    found: dict[int, list[str]] = {}
    for source, ids in (
        ("featured", store.suitable(ctx.db, ctx.me.id, _picks(ctx))),
        ("friends_of_friends", store.friends_of_friends(ctx.db, ctx.me.id)),
    ):
        for number in ids:
            found.setdefault(number, []).append(source)
    return dict(list(found.items())[offset : offset + limit_of(op.limit, 40, 80)])


def _picks(ctx: Context) -> list[int]:
    """Whom the staff names to newcomers."""
    handles = ctx.instance.settings["bootstrap_timeline_accounts"].split(",")
    rows = (
        accounts.by_handle(ctx.db, *split_handle(handle.strip().removeprefix("@"), ctx.instance.domain))
        for handle in handles
    )
    return [row.id for row in rows if row is not None]


@handles(suggestions.Get)
def get(ctx: Context, op: suggestions.Get) -> list[entities.Suggestion]:
    found = _suggested(ctx, op)
    return [
        entities.Suggestion(source=FORMER_SOURCES[found[number][0]], sources=found[number], account=account)
        for number, account in zip(found, render.many(ctx, list(found)), strict=True)
    ]


@handles(suggestions.GetV1)
def get_v1(ctx: Context, op: suggestions.GetV1) -> list[entities.Account]:
    return render.many(ctx, list(_suggested(ctx, op)))


@handles(suggestions.Remove)
def remove(ctx: Context, op: suggestions.Remove) -> None:
    target = record_id(op.account_id)
    if target:
        ctx.db.insert_many(
            follow_recommendation_mutes,
            [{"account_id": ctx.me.id, "target_account_id": target, "created_at": ctx.now}],
            ignore=True,
        )
