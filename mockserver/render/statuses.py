"""Statuses as they go over the wire, always in batches (reference: entities.md, Status; statuses_text.md
§11).

What is the same for every viewer is made once and kept (`Prototype`); flags, poll, quote, filters and the
right to see the application are filled in for each viewer, with a few statements for the whole page."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from clientkit.entities import Account, Mention, QuoteApproval, ShallowTag, Status, StatusApplication
from mockserver import clock
from mockserver.render import accounts, cards, emojis, filters, media, polls, quotes, urls
from mockserver.store import accounts as account_store
from mockserver.store import statuses as store
from mockserver.store.database import Row
from mockserver.store.schema import (
    applications,
    bookmarks,
    conversation_mutes,
    favourites,
    follows,
    media_attachments,
    mentions,
    status_pins,
    statuses,
    statuses_tags,
    tags,
)
from mockserver.store.statuses import Extra

if TYPE_CHECKING:
    from mockserver.context import Context


ALIKE_POLICIES = ("public", "nobody")
"""Policies of quoting by which everyone may or no one may: the viewer makes no difference."""


class Prototype(Struct):
    """A status without what depends on the viewer; `row` for the decisions that do."""

    entity: Status
    row: Row
    encoded: Encoded | None = None


class Encoded(Struct, frozen=True):
    """The JSON of a status, cut where the viewer's flags stand: all else is the same for every logged-in
    viewer but its author. Good while the author's entities are the same objects."""

    account: Account | None
    author: Author
    head: bytes
    tail: bytes


class Author(Struct, frozen=True):
    """What an author has chosen, or has been done to, that shows in every status."""

    shows_application: bool  # to others
    sensitized: bool  # marked sensitive by moderators: others see each status so


class Flags(Struct):
    """What the viewer has done, as sets of ids."""

    favourited: set[int]
    reblogged: set[int]
    bookmarked: set[int]
    pinned: set[int]
    muted: set[int]  # conversation ids


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
    found = prototypes(ctx, ids)
    originals = prototypes(
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


def listed(ctx: Context, ids: Sequence[int], *, alone: bool = False) -> list[Status | msgspec.Raw]:
    """As `many`, but ready JSON where nothing of a status is this viewer's own: of a long page mostly
    everything."""
    found = prototypes(ctx, ids)
    originals = prototypes(
        ctx, [p.row.reblog_of_id for p in found.values() if p.row.reblog_of_id is not None]
    )
    page = _Page(ctx, found | originals, plain_quotes=False)
    made: list[Status | msgspec.Raw] = []
    for prototype in (found[i] for i in ids if i in found):
        boosted = originals.get(prototype.row.reblog_of_id)
        made.append(page.json(prototype) if boosted is None else page.boost(prototype, boosted, alone))
    return made


class _Page:
    """What a batch of statuses needs to know about its viewer."""

    def __init__(self, ctx: Context, found: dict[int, Prototype], plain_quotes: bool) -> None:
        self.ctx = ctx
        self.viewer = ctx.viewer_id
        self.accounts = accounts.by_id(ctx, {p.row.account_id for p in found.values()})
        self.flags = flags(ctx, found) if self.viewer is not None else None
        rows = [p.row for p in found.values()]
        self.polls = polls.by_status(ctx, [row for row in rows if row.extras & Extra.POLL])
        self.quotes = quotes.by_status(
            ctx, [row for row in rows if row.extras & Extra.QUOTE], plain=plain_quotes
        )
        self.following: set[int] | None = None
        self.filtering = self.viewer is not None and bool(ctx.instance.filters.of(ctx))
        self.alike = self._authors_alike()

    def status(self, prototype: Prototype) -> Status:
        row, entity, viewer = prototype.row, prototype.entity, self.viewer
        status = msgspec.structs.replace(
            entity,
            account=self.accounts[row.account_id],
            poll=self.polls.get(row.id),
            quote=self.quotes.get(row.id),
        )
        author = author_of(self.ctx, row.account_id)
        if row.local and (author.shows_application or viewer == row.account_id):
            status.application = _application(self.ctx, row)
        if author.sensitized and viewer != row.account_id:
            status.sensitive = True
        if viewer is not None:
            self._flag(status, row, row)
            if status.card is not None:
                status.card = msgspec.structs.replace(status.card, missing_attribution=False)
            status.filtered = filters.matches(self.ctx, prototype)
        status.quote_approval = self._approval(row)
        return status

    def json(self, prototype: Prototype) -> Status | msgspec.Raw:
        row, flags, known = prototype.row, self.flags, prototype.encoded
        alike = self.alike.get(row.account_id)
        if flags is None or alike is None:
            return self.status(prototype)
        account, author = alike
        if known is None or known.account is not account or known.author is not author:
            if row.extras & (Extra.POLL | Extra.QUOTE) or row.quote_approval_policy not in ALIKE_POLICIES:
                return self.status(prototype)
            head, _, tail = _encode(self.status(prototype)).partition(b',"favourited":')
            known = prototype.encoded = Encoded(account, author, head, tail[tail.index(b',"content":') :])
        flagged = _FLAGGED[
            row.id in flags.favourited,
            row.id in flags.reblogged,
            row.conversation_id in flags.muted,
            row.id in flags.bookmarked,
        ]
        return msgspec.Raw(known.head + flagged + known.tail)

    def _authors_alike(self) -> dict[int, tuple[Account | None, Author]]:
        """The entities of the authors whose statuses can be the same for this viewer as for any other, but
        for the flags."""
        if self.viewer is None or self.filtering:
            return {}
        kept = self.ctx.instance.rendered.accounts
        return {
            id: (kept.get(id), author_of(self.ctx, id))
            for id, account in self.accounts.items()
            if id != self.viewer and "followers" not in account.feature_approval.automatic
        }

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

    def _flag(self, status: Status, row: Row, of: Row) -> None:
        assert self.flags is not None
        status.favourited = of.id in self.flags.favourited
        status.reblogged = of.id in self.flags.reblogged
        status.muted = row.conversation_id in self.flags.muted
        status.bookmarked = of.id in self.flags.bookmarked
        if (
            row.account_id == self.viewer
            and row.reblog_of_id is None
            and row.visibility in ("public", "unlisted", "private")
        ):
            status.pinned = row.id in self.flags.pinned

    def _approval(self, row: Row) -> QuoteApproval:
        """Who may quote it (recordings statuses/quote_policy, statuses/see_private)."""
        policy = row.quote_approval_policy
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
        else:
            may = "denied"
        return QuoteApproval(automatic=automatic, manual=[], current_user=may)

    def _follows(self, account_id: int) -> bool:
        if self.following is None:
            ids = list(self.accounts)
            self.following = set(self.ctx.db.scalars(_FOLLOWED, {"viewer": self.viewer, "ids": ids}))
        return account_id in self.following


_FOLLOWED = sa.select(follows.c.target_account_id).where(
    follows.c.account_id == sa.bindparam("viewer"),
    follows.c.target_account_id.in_(sa.bindparam("ids", expanding=True)),
)


def _flags_statement() -> sa.CompoundSelect[Any]:
    """All flags of a page in one statement. The page is given by the range of its ids: one viewer has done
    little within it."""
    low, high = sa.bindparam("low", type_=sa.BigInteger), sa.bindparam("high", type_=sa.BigInteger)
    viewer = sa.bindparam("viewer", type_=sa.BigInteger)
    parts = [
        sa.select(sa.literal_column(f"'{kind}'"), table.c.status_id).where(
            table.c.account_id == viewer, table.c.status_id.between(low, high)
        )
        for kind, table in (("favourited", favourites), ("bookmarked", bookmarks), ("pinned", status_pins))
    ]
    parts.append(
        sa.select(sa.literal_column("'reblogged'"), statuses.c.reblog_of_id).where(
            statuses.c.account_id == viewer, statuses.c.reblog_of_id.between(low, high)
        )
    )
    parts.append(
        sa.select(sa.literal_column("'muted'"), conversation_mutes.c.conversation_id).where(
            conversation_mutes.c.account_id == viewer
        )
    )
    return sa.union_all(*parts)


_FLAGS = _flags_statement()
_encode = msgspec.json.Encoder().encode
_FLAGGED = {
    values: "".join(
        f',"{name}":{str(value).lower()}'
        for name, value in zip(("favourited", "reblogged", "muted", "bookmarked"), values, strict=True)
    ).encode()
    for values in itertools.product((False, True), repeat=4)
}
"""The viewer's flags as JSON, by their values."""


def flags(ctx: Context, ids: Iterable[int]) -> Flags:
    wanted = list(ids)
    found = Flags(set(), set(), set(), set(), set())
    if wanted:
        range_ = {"viewer": ctx.viewer_id, "low": min(wanted), "high": max(wanted)}
        for kind, value in map(tuple, ctx.db.rows(_FLAGS, range_)):
            getattr(found, kind).add(value)
    return found


def prototypes(ctx: Context, ids: Sequence[int]) -> dict[int, Prototype]:
    kept = ctx.instance.rendered.statuses
    found = {i: kept[i] for i in ids if i in kept}
    missing = [i for i in dict.fromkeys(ids) if i not in found]
    if missing:
        made = _make(ctx, missing)
        found |= made
        for i, prototype in made.items():
            kept[i] = prototype
    return found


def discarded(ctx: Context, found: Sequence[Mapping[str, Any]]) -> list[Status]:
    """Deleted statuses that moderators still see, from the columns of their rows: the text without what
    belonged to it."""
    rows: dict[int, Any] = {one["id"]: SimpleNamespace(**_UNCOUNTED | dict(one, extras=0)) for one in found}
    made = _build(ctx, rows)
    page = _Page(ctx, made, plain_quotes=False)
    return [page.status(prototype) for prototype in made.values()]


_UNCOUNTED = dict.fromkeys(("replies_count", "reblogs_count", "favourites_count", "quotes_count"), 0)


def _make(ctx: Context, ids: list[int]) -> dict[int, Prototype]:
    return _build(ctx, store.with_counters(ctx.db, ids))


def _build(ctx: Context, rows: dict[int, Row]) -> dict[int, Prototype]:
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


def _application(ctx: Context, row: Row) -> StatusApplication | None:
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
