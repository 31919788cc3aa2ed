"""Describe the server: https://docs.joinmastodon.org/methods/instance/"""

from __future__ import annotations

from clientkit import entities
from clientkit.operations import instance
from mockserver import clock, errors
from mockserver.clock import DAY
from mockserver.context import Context
from mockserver.handlers.binding import Reply, handles
from mockserver.render import instance as render
from mockserver.store import instance as store
from mockserver.store import logins
from mockserver.text.language import LANGUAGES

WEEK = 7 * DAY
WEEKS = 12
SEARCHED_PEERS = 10


@handles(instance.Get)
def get(ctx: Context, op: instance.Get) -> entities.Instance:
    return render.v2(ctx)


@handles(instance.GetV1)
def get_v1(ctx: Context, op: instance.GetV1) -> entities.V1Instance:
    return render.v1_instance(ctx)


@handles(instance.Rules)
def rules(ctx: Context, op: instance.Rules) -> list[entities.Rule]:
    return render.rules(ctx)


def require(ctx: Context, setting: str) -> None:
    if not ctx.instance.settings[setting]:
        raise errors.EmptyNotFound


@handles(instance.Peers)
def peers(ctx: Context, op: instance.Peers) -> list[str]:
    require(ctx, "peers_api_enabled")
    return store.peers(ctx.db)


@handles(instance.SearchPeers)
def search_peers(ctx: Context, op: instance.SearchPeers) -> Reply:
    """A literal null without a query."""
    if not ctx.instance.settings["peers_api_enabled"]:
        raise errors.NoPeers
    query = (op.q or "").strip().lower()
    if not query:
        return Reply(b"null", content_type="application/json; charset=utf-8")
    return Reply([domain for domain in store.peers(ctx.db) if domain.startswith(query)][:SEARCHED_PEERS])


@handles(instance.Activity)
def activity(ctx: Context, op: instance.Activity) -> list[dict[str, str]]:
    """Weeks of days: the first begins today, so the past days are counted from the second on (recording
    instance/activity)."""
    require(ctx, "activity_api_enabled")
    today = ctx.now - ctx.now % (WEEK // 7)
    return [
        {
            "week": str((ctx.now - back * WEEK) // 1000),
            "statuses": str(store.posted(ctx.db, today - back * WEEK, today - back * WEEK + WEEK)),
            "logins": str(logins.between(ctx.db, today - back * WEEK, today - back * WEEK + WEEK)),
            "registrations": str(store.registered(ctx.db, today - back * WEEK, today - back * WEEK + WEEK)),
        }
        for back in range(WEEKS)
    ]


@handles(instance.DomainBlocks)
def domain_blocks(ctx: Context, op: instance.DomainBlocks) -> Reply:
    """Whom the list and its reasons are shown: nobody, users, all."""
    shown = ctx.instance.settings["show_domain_blocks"]
    if not _may_see(ctx, shown):
        raise errors.EmptyNotFound
    with_comment = _may_see(ctx, ctx.instance.settings["show_domain_blocks_rationale"])
    blocks = [render.domain_block(row, with_comment=with_comment) for row in store.published_blocks(ctx.db)]
    return Reply(blocks, headers={} if shown == "all" else {"Cache-Control": "private, no-store"})


def _may_see(ctx: Context, whom: str) -> bool:
    user = ctx.session.user if ctx.session is not None else None
    is_user = user is not None and user.confirmed_at is not None and user.approved and not user.disabled
    return whom == "all" or (whom == "users" and is_user)


@handles(instance.ExtendedDescription)
def extended_description(ctx: Context, op: instance.ExtendedDescription) -> entities.ExtendedDescription:
    return render.extended_description(ctx)


@handles(instance.PrivacyPolicy)
def privacy_policy(ctx: Context, op: instance.PrivacyPolicy) -> entities.PrivacyPolicy:
    return render.privacy_policy(ctx)


@handles(instance.TermsOfService)
def terms_of_service(ctx: Context, op: instance.TermsOfService) -> entities.TermsOfService:
    row = store.current_terms(ctx.db, clock.day(ctx.now))
    if row is None:
        raise errors.RecordNotFound
    return render.terms(ctx, row)


@handles(instance.TermsOfServiceOf)
def terms_of_service_of(ctx: Context, op: instance.TermsOfServiceOf) -> entities.TermsOfService:
    row = store.terms_of(ctx.db, op.date)
    if row is None:
        raise errors.RecordNotFound
    return render.terms(ctx, row)


@handles(instance.TranslationLanguages)
def translation_languages(ctx: Context, op: instance.TranslationLanguages) -> dict[str, list[str]]:
    """A fake translates nothing."""
    return {}


@handles(instance.Languages)
def languages(ctx: Context, op: instance.Languages) -> list[dict[str, str]]:
    return [{"code": code, "name": name} for code, name in LANGUAGES.items()]
