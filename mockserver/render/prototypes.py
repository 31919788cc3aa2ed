"""What of a status is the same for whoever looks: made once, in batches, and kept until a row behind it
changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from msgspec import Struct

from clientkit.entities import Mention, QuoteApproval, ShallowTag, Status, StatusApplication
from mockserver import clock
from mockserver.render import accounts, cards, emojis, media, polls, urls
from mockserver.store import accounts as account_store
from mockserver.store import statuses as store
from mockserver.store.database import Row
from mockserver.store.schema import applications, media_attachments, mentions, statuses_tags, tags
from mockserver.store.statuses import Extra

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.render.ready import Template


class Prototype(Struct):
    """A status without what depends on the viewer; `row` for the decisions that do. `templates`: its JSON
    by kind of viewer, as far as somebody of that kind has looked."""

    entity: Status
    row: Row
    templates: dict[str, Template] = {}


class Author(Struct, frozen=True):
    """What an author has chosen, or has been done to, that shows in every status."""

    shows_application: bool  # to others
    sensitized: bool  # marked sensitive by moderators: others see each status so


def by_id(ctx: Context, ids: Sequence[int]) -> dict[int, Prototype]:
    kept = ctx.instance.rendered.statuses
    found = {i: kept[i] for i in ids if i in kept}
    missing = [i for i in dict.fromkeys(ids) if i not in found]
    if missing:
        made = _make(ctx, missing)
        found |= made
        for i, prototype in made.items():
            kept[i] = prototype
    return found


def _make(ctx: Context, ids: list[int]) -> dict[int, Prototype]:
    return build(ctx, store.with_counters(ctx.db, ids))


def build(ctx: Context, rows: dict[int, Row]) -> dict[int, Prototype]:
    ids = list(rows)
    everything = 0
    for row in rows.values():
        everything |= row.extras
    attached = _media(ctx, rows) if everything & Extra.MEDIA else {}
    named = _mentions(ctx, ids) if everything & Extra.MENTIONS else {}
    tagged = _tags(ctx, ids) if everything & Extra.TAGS else {}
    linked = cards.by_status(ctx, ids) if everything & Extra.CARD else {}
    authors = accounts.by_id(ctx, {row.account_id for row in rows.values()})
    made = {}
    for i, row in rows.items():
        entity = Status(
            id=str(i),
            created_at=clock.iso(row.created_at),
            in_reply_to_id=_text(row.in_reply_to_id),
            in_reply_to_account_id=_text(row.in_reply_to_account_id),
            sensitive=row.sensitive,
            spoiler_text=row.spoiler_text,
            visibility="private" if row.visibility == "limited" else row.visibility,
            language=row.language,
            uri=row.uri,
            url=row.url,
            replies_count=row.replies_count or 0,
            reblogs_count=row.reblogs_count or 0,
            favourites_count=row.favourites_count or 0,
            quotes_count=row.quotes_count or 0,
            edited_at=clock.optional_iso(row.edited_at),
            content=row.content,
            reblog=None,
            account=authors[row.account_id],
            media_attachments=attached.get(i, []),
            mentions=named.get(i, []),
            tags=tagged.get(i, []),
            emojis=_emojis(ctx, row),
            tagged_collections=[],
            quote=None,
            card=linked.get(i),
            poll=None,
            quote_approval=QuoteApproval(automatic=[], manual=[], current_user="denied"),
        )
        made[i] = Prototype(entity, row)
    return made


def _text(value: int | None) -> str | None:
    return None if value is None else str(value)


def application(ctx: Context, row: Row) -> StatusApplication | None:
    """The application it was posted with."""
    if row.application_id is None:
        return None
    kept = ctx.instance.rendered.applications
    if row.application_id not in kept:
        app = ctx.db.find(applications, id=row.application_id)
        kept[row.application_id] = (
            None if app is None else StatusApplication(name=app.name, website=app.website)
        )
    return kept[row.application_id]


def author_of(ctx: Context, account_id: int) -> Author:
    kept = ctx.instance.rendered.authors
    author = kept.get(account_id)
    if author is None:
        user, account = account_store.user_of(ctx.db, account_id), account_store.by_id(ctx.db, account_id)
        author = kept[account_id] = Author(
            shows_application=user is None or bool(user.settings.get("show_application", True)),
            sensitized=account is not None and account.sensitized_at is not None,
        )
    return author


def _media(ctx: Context, rows: dict[int, Row]) -> dict[int, list[Any]]:
    """In the order in which they were attached; what an edit has dropped stays bound, but unshown."""
    by_id = {row.id: row for row in ctx.db.find_all(media_attachments, status_id=list(rows))}
    return {
        i: [media.one(ctx, by_id[m]) for m in row.ordered_media_attachment_ids if m in by_id]
        for i, row in rows.items()
        if row.ordered_media_attachment_ids
    }


_MENTIONS = (
    sa.select(mentions)
    .where(mentions.c.status_id.in_(sa.bindparam("ids", expanding=True)), mentions.c.silent.is_(False))
    .order_by(mentions.c.id)
)


def _mentions(ctx: Context, ids: list[int]) -> dict[int, list[Mention]]:
    rows = ctx.db.rows(_MENTIONS, {"ids": ids})
    people = account_store.by_ids(ctx.db, {row.account_id for row in rows})
    found: dict[int, list[Mention]] = {}
    for row in rows:
        found.setdefault(row.status_id, []).append(mention(ctx, people[row.account_id]))
    return found


def mention(ctx: Context, account: Row) -> Mention:
    return Mention(
        id=str(account.id),
        username=account.username,
        url=urls.profile(ctx.instance, account),
        acct=accounts.acct(account),
    )


_TAGS = (
    sa.select(statuses_tags.c.status_id, tags.c.id, tags.c.name)
    .join(tags, tags.c.id == statuses_tags.c.tag_id)
    .where(statuses_tags.c.status_id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(tags.c.id)
)


def _tags(ctx: Context, ids: list[int]) -> dict[int, list[ShallowTag]]:
    found: dict[int, list[ShallowTag]] = {}
    for row in ctx.db.rows(_TAGS, {"ids": ids}):
        found.setdefault(row.status_id, []).append(
            ShallowTag(name=row.name, url=urls.tag(ctx.instance, row.name))
        )
    return found


def _emojis(ctx: Context, row: Row) -> list[Any]:
    if ":" not in row.text and ":" not in row.spoiler_text and not row.extras & Extra.POLL:
        return []
    options = polls.options_of(ctx, row) if row.extras & Extra.POLL else []
    domain = None if row.local else _domain(ctx, row.account_id)
    return emojis.used(ctx, [row.spoiler_text, row.text, *options], domain)


def _domain(ctx: Context, account_id: int) -> str | None:
    account = account_store.by_id(ctx.db, account_id)
    return None if account is None else account.domain
