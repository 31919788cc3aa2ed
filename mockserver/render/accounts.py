"""Accounts as they go over the wire, always in batches (reference: entities.md, Account)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import sqlalchemy as sa
from msgspec import UNSET

from clientkit.entities import Account, AccountRole, CustomEmoji, FeatureApproval, Field
from mockserver import clock
from mockserver.render import emojis, urls
from mockserver.store import accounts as store
from mockserver.store.database import Row
from mockserver.store.schema import follows, users
from mockserver.text import entities, formatting

if TYPE_CHECKING:
    from mockserver.context import Context

_FOLLOWED = sa.select(follows.c.target_account_id).where(
    follows.c.account_id == sa.bindparam("viewer"),
    follows.c.target_account_id.in_(sa.bindparam("ids", expanding=True)),
)


def one(ctx: Context, account: Row) -> Account:
    return many(ctx, [account.id])[0]


def many(ctx: Context, ids: Sequence[int]) -> list[Account]:
    """The accounts of these ids, in this order; ids without a row are left out."""
    found = by_id(ctx, ids)
    return [found[i] for i in ids if i in found]


def by_id(ctx: Context, ids: Iterable[int]) -> dict[int, Account]:
    """Accounts as this viewer sees them."""
    wanted = set(ids)
    kept = ctx.instance.rendered.accounts
    fresh = [i for i in wanted if i not in kept]
    made = _make(ctx, fresh) if fresh else {}
    accounts = {i: made.get(i) or kept[i] for i in wanted if i in made or i in kept}
    return _for_viewer(ctx, accounts)


def _for_viewer(ctx: Context, accounts: dict[int, Account]) -> dict[int, Account]:
    """Say for each account whether this viewer may feature it: all else is the same for everybody."""
    viewer = ctx.viewer_id
    if viewer is None:
        return accounts
    asks = [i for i, account in accounts.items() if "followers" in account.feature_approval.automatic]
    followed = set(ctx.db.scalars(_FOLLOWED, {"viewer": viewer, "ids": asks})) if asks else set()
    for i, account in accounts.items():
        approval = account.feature_approval
        if "public" in approval.automatic or (i in asks and (i == viewer or i in followed)):
            may = "automatic"
        elif not approval.automatic and "@" in account.acct:
            may = "missing"
        else:
            continue
        approval = msgspec.structs.replace(approval, current_user=may)
        accounts[i] = msgspec.structs.replace(account, feature_approval=approval)
    return accounts


class Profile(NamedTuple):
    """An account without its counters, which change with every status."""

    entity: Account
    moved_to: int | None


def _make(ctx: Context, ids: list[int]) -> dict[int, Account]:
    cache = ctx.instance.rendered
    profiles = _profiles(ctx, ids)
    stats = store.stats_of(ctx.db, ids)
    targets = by_id(ctx, [one.moved_to for one in profiles.values() if one.moved_to is not None])
    made = {}
    for i, profile in profiles.items():
        counts = stats.get(i)
        account = made[i] = msgspec.structs.replace(
            profile.entity,
            followers_count=counts.followers_count if counts is not None else 0,
            following_count=counts.following_count if counts is not None else 0,
            statuses_count=counts.statuses_count if counts is not None else 0,
            last_status_at=clock.day(counts.last_status_at)
            if counts is not None and counts.last_status_at
            else None,
        )
        if profile.moved_to is None:
            cache.accounts[i] = account
        else:
            target = targets.get(profile.moved_to)
            account.moved = (
                None
                if target is None or account.suspended is True
                else msgspec.structs.replace(target, moved=UNSET)
            )
    return made


def _profiles(ctx: Context, ids: list[int]) -> dict[int, Profile]:
    kept = ctx.instance.rendered.profiles
    found = {i: kept[i] for i in ids if i in kept}
    missing = [i for i in ids if i not in found]
    if missing:
        people = {row.account_id: row for row in ctx.db.find_all(users, account_id=missing)}
        for i, row in store.by_ids(ctx.db, missing).items():
            found[i] = kept[i] = Profile(_account(ctx, row, people.get(i)), row.moved_to_account_id)
    return found


def _account(ctx: Context, row: Row, user: Row | None) -> Account:
    instance, local = ctx.instance, row.domain is None
    suspended = row.suspended_at is not None
    avatar, avatar_static = _picture(ctx, row.avatar, row.avatar_static, "avatars", suspended)
    header, header_static = _picture(ctx, row.header, row.header_static, "headers", suspended)
    role = instance.roles.of(user.role if user is not None else None)
    return Account(
        id=str(row.id),
        username=row.username,
        acct=acct(row),
        display_name="" if suspended else row.display_name,
        locked=row.locked and not suspended,
        bot=row.bot and not suspended,
        discoverable=False if suspended else row.discoverable,
        indexable=row.indexable and not suspended,
        group=row.group,
        created_at=clock.midnight(row.created_at),
        note="" if suspended else note(ctx, row),
        url=urls.profile(instance, row),
        uri=row.uri,
        avatar=avatar,
        avatar_static=avatar_static,
        avatar_description="" if suspended else row.avatar_description,
        header=header,
        header_static=header_static,
        header_description="" if suspended else row.header_description,
        followers_count=0,
        following_count=0,
        statuses_count=0,
        last_status_at=None,
        hide_collections=row.hide_collections,
        show_media=row.show_media,
        show_media_replies=row.show_media_replies,
        show_featured=row.show_featured,
        suspended=True if suspended else UNSET,
        limited=True if row.silenced_at is not None else UNSET,
        noindex=bool(user.settings.get("noindex", False)) if user is not None else (None if local else UNSET),
        memorial=True if row.memorial else UNSET,
        feature_approval=_feature_approval(row, local),
        emojis=[] if suspended else _emojis(ctx, row),
        roles=(
            (
                [AccountRole(id=str(role.id), name=role.name, color=role.color)]
                if role.highlighted and not suspended
                else []
            )
            if local
            else UNSET
        ),
        fields=[] if suspended else fields(ctx, row),
    )


def acct(row: Row) -> str:
    """`alice`, or `rem@remote.example` with the domain in Unicode."""
    if row.domain is None:
        return str(row.username)
    return f"{row.username}@{unicode_domain(row.domain)}"


def unicode_domain(domain: str) -> str:
    try:
        return domain.encode("ascii").decode("idna") if "xn--" in domain else domain
    except UnicodeError:
        return domain


def _picture(
    ctx: Context, path: str | None, static: str | None, kind: str, suspended: bool
) -> tuple[str, str]:
    if path is None or suspended:
        default = urls.missing(ctx.instance, kind)
        return default, default
    url = urls.file(ctx.instance, path)
    return url, urls.file(ctx.instance, static) if static else url


def _feature_approval(row: Row, local: bool) -> FeatureApproval:
    if not local:
        return FeatureApproval(automatic=list(row.feature_policy or []), manual=[], current_user="denied")
    automatic = [] if not row.discoverable else ["followers"] if row.locked else ["public"]
    return FeatureApproval(automatic=automatic, manual=[], current_user="denied")


def note(ctx: Context, row: Row) -> str:
    """The bio as HTML."""
    if row.domain is not None or not row.note:
        return str(row.note)
    return formatting.format_note(
        row.note, mentions=_mentions(ctx, row.note), tag_url=lambda name: urls.tag(ctx.instance, name)
    )


def fields(ctx: Context, row: Row) -> list[Field]:
    """The profile's table, values as HTML."""
    return [
        Field(
            name=field["name"],
            value=(
                field["value"]
                if row.domain is not None
                else formatting.format_field(
                    field["value"],
                    mentions=_mentions(ctx, field["value"]),
                    tag_url=lambda name: urls.tag(ctx.instance, name),
                )
            ),
            verified_at=field.get("verified_at"),
        )
        for field in row.fields
    ]


def _mentions(ctx: Context, source: str) -> dict[tuple[str, str | None], Any]:
    """Whom a profile names: handles to links."""
    if "@" not in source:
        return {}
    found: dict[tuple[str, str | None], Any] = {}
    for username, domain in entities.mentioned_handles(source):
        where = None if domain in (None, ctx.instance.domain) else domain
        row = store.by_handle(ctx.db, username, where)
        if row is not None and row.suspended_at is None:
            found[(username, where)] = formatting.Mention(
                username=row.username, domain=row.domain, url=urls.profile(ctx.instance, row)
            )
    return found


def _emojis(ctx: Context, row: Row) -> list[CustomEmoji]:
    texts = [
        row.display_name,
        row.note,
        *(part for field in row.fields for part in (field["name"], field["value"])),
    ]
    return emojis.used(ctx, texts, row.domain)
