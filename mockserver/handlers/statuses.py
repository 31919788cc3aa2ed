"""Statuses: https://docs.joinmastodon.org/methods/statuses/"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET

from clientkit.entities import Context as Thread
from clientkit.entities import Quote, ScheduledStatus, Status, StatusEdit, StatusSource
from clientkit.operations import statuses
from mockserver import errors
from mockserver.context import Context
from mockserver.domain import (
    attachments,
    deleting,
    editing,
    idempotency,
    polls,
    posting,
    quoting,
    scheduling,
    uploads,
)
from mockserver.handlers.binding import Page, handles, page
from mockserver.render import accounts as account_render
from mockserver.render import history, ready
from mockserver.render import quotes as quotes_render
from mockserver.render import statuses as render
from mockserver.render.ready import Ready
from mockserver.store import interactions, threads
from mockserver.store import statuses as store
from mockserver.store.database import Row
from mockserver.store.paging import cursor, record_id
from mockserver.store.schema import statuses as TABLE
from mockserver.text.formatting import is_blank

MOST_AT_ONCE = 20


class ReplyTargetMissing(errors.NotFound):
    """What is answered is not there, or not to be seen."""

    text = "The post you are trying to reply to does not appear to exist."


# --- posting


@handles(statuses.Create)
def create(ctx: Context, op: statuses.Create) -> Status | ScheduledStatus:
    _refuse_nonsense(ctx.call.parameters)
    replied, quoted = _reply_target(ctx, op.in_reply_to_id), _quoted(ctx, op.quoted_status_id)
    known = idempotency.recall(ctx)
    if known is not None:
        return render.one(ctx, known)
    draft = _draft(ctx, op, replied, quoted)
    at = scheduling.moment(None if op.scheduled_at is UNSET else op.scheduled_at)
    if at is not None and at > ctx.now:
        media = attachments.attachable(ctx, ctx.me.id, draft.media_ids)
        scheduled = scheduling.schedule(ctx, draft, _params(ctx, op, draft), media, at)
        idempotency.remember(ctx, scheduled_status_id=scheduled.id)
        return history.scheduled(ctx, scheduled)
    try:
        status = posting.post(ctx, ctx.me, draft)
    except posting.UnexpectedMentions as unexpected:
        people = account_render.many(ctx, [row.id for row in unexpected.accounts])
        raise errors.Unprocessable(
            "Post would be sent to unexpected accounts", unexpected_accounts=people
        ) from None
    idempotency.remember(ctx, status_id=status.id)
    return render.one(ctx, status)


def _refuse_nonsense(parameters: dict[str, Any]) -> None:
    """What a real server fails on: an empty `sensitive`, numbers where words or times are wanted (recording
    errors/types)."""
    if parameters.get("sensitive") == "":
        raise errors.InvalidParameter("sensitive must be true or false")
    for name in ("visibility", "language", "scheduled_at"):
        if isinstance(parameters.get(name), int | float) and not isinstance(parameters[name], bool):
            raise errors.InvalidParameter(f"{name} must be a text")
    if isinstance(parameters.get("media_attributes"), dict):  # recording media/attach_more
        raise errors.InvalidParameter("media_attributes must be a list")


def _given(value: Any) -> Any:
    """Absent as None."""
    return None if value is UNSET else value


def _reply_target(ctx: Context, given: Any) -> Row | None:
    if given is UNSET or given is None or is_blank(given):
        return None
    status = store.find_visible(ctx, record_id(given))
    if status is None:
        raise ReplyTargetMissing
    return store.original(ctx, status)


def _quoted(ctx: Context, given: Any) -> Row | None:
    return None if given is UNSET or given is None or is_blank(given) else quoting.quotable(ctx, given)


def _draft(ctx: Context, op: statuses.Create, replied: Row | None, quoted: Row | None) -> posting.Draft:
    application = ctx.session.application if ctx.session is not None else None
    return posting.Draft(
        text=_given(op.status) or "",
        spoiler_text=_given(op.spoiler_text) or "",
        sensitive=_given(op.sensitive),
        visibility=_given(op.visibility),
        language=_given(op.language),
        media_ids=_given(op.media_ids),
        poll=polls.draft_of(_given(op.poll)),
        in_reply_to=replied,
        quoted=quoted,
        quote_approval_policy=_given(op.quote_approval_policy) or None,
        allowed_mentions=_given(op.allowed_mentions),
        application_id=application.id if application is not None else None,
    )


def _params(ctx: Context, op: statuses.Create, draft: posting.Draft) -> dict[str, Any]:
    """The request as a scheduled status keeps it: values as they were sent (recording polls/scheduled_*)."""
    policy = quoting.policy(
        draft.quote_approval_policy, ctx.user.settings.get("default_quote_policy"), "public"
    )
    params = {
        "text": _given(op.status),
        "quote_approval_policy": policy,
        "media_ids": _given(op.media_ids),
        "sensitive": _given(op.sensitive),
        "spoiler_text": _given(op.spoiler_text),
        "visibility": _given(op.visibility),
        "language": _given(op.language),
        "scheduled_at": None,
        "poll": polls.permitted(_given(op.poll)) if draft.poll is not None else None,
        "allowed_mentions": _given(op.allowed_mentions),
        "idempotency": None,
        "with_rate_limit": False,
        "in_reply_to_id": draft.in_reply_to.id if draft.in_reply_to is not None else None,
        "application_id": draft.application_id,
        "quoted_status_id": str(draft.quoted.id) if draft.quoted is not None else None,
    }
    if draft.quoted is None and is_blank(draft.text) and not is_blank(draft.spoiler_text):
        # It was taken out to become the text, which is not kept: it is lost (reference: statuses_text.md §5).
        del params["spoiler_text"]
    return params


# --- reading


@handles(statuses.Get)
def get(ctx: Context, op: statuses.Get) -> Status | Ready:
    return ready.one(ctx, store.visible_id(ctx, op.id))


@handles(statuses.Index)
def index(ctx: Context, op: statuses.Index) -> list[Status]:
    ids = {record_id(text) for text in _given(op.id) or []}
    if len(ids) > MOST_AT_ONCE:
        raise errors.TooManyIds
    return render.many(ctx, interactions.listed(ctx, ids) if ids else [], plain_quotes=True)


@handles(statuses.Context)
def thread(ctx: Context, op: statuses.Context) -> Thread:
    status = store.get(ctx, op.id)
    if status.reblog_of_id is not None:
        return Thread(ancestors=[], descendants=[])
    above, below = threads.ancestors(ctx, status), threads.descendants(ctx, status)
    return Thread(ancestors=render.many(ctx, above), descendants=render.many(ctx, below))


def look(ctx: Context, op: Any) -> None:
    """The status is looked for before the token is judged (reference: 00-common.md, Check order quirks)."""
    store.get(ctx, op.id)


@handles(statuses.History, first=look)
def versions(ctx: Context, op: statuses.History) -> list[StatusEdit]:
    return history.versions(ctx, store.get(ctx, op.id))


@handles(statuses.Source, first=look)
def source(ctx: Context, op: statuses.Source) -> StatusSource:
    return history.source(store.get(ctx, op.id))


@handles(statuses.Translate, first=look)
def translate(ctx: Context, op: statuses.Translate) -> None:
    """No translation service is configured, and the API has no way to configure one."""
    store.get(ctx, op.id)
    raise errors.NotFound


@handles(statuses.FavouritedBy, first=look)
def favourited_by(ctx: Context, op: statuses.FavouritedBy) -> Page:
    at, status = cursor(op), store.get(ctx, op.id)
    rows = interactions.favourited_by(ctx, status.id, at)
    return page(
        account_render.many(ctx, [row.account_id for row in rows]), [row.id for row in rows], at.limit
    )


@handles(statuses.RebloggedBy, first=look)
def reblogged_by(ctx: Context, op: statuses.RebloggedBy) -> Page:
    at, status = cursor(op), store.get(ctx, op.id)
    rows = interactions.reblogged_by(ctx, status.id, at)
    return page(
        account_render.many(ctx, [row.account_id for row in rows]), [row.id for row in rows], at.limit
    )


# --- changing and deleting


def read_artworks(op: statuses.Edit) -> dict[int, uploads.Artwork]:
    given = {record_id(one.id or None): one.thumbnail for one in _given(op.media_attributes) or []}
    made = {media_id: uploads.prepare_artwork(thumbnail) for media_id, thumbnail in given.items()}
    return {media_id: artwork for media_id, artwork in made.items() if artwork is not None}


@handles(statuses.Edit, prepare=read_artworks)
def edit(ctx: Context, op: statuses.Edit) -> Status:
    _refuse_nonsense(ctx.call.parameters)
    status = store.own(ctx, op.id)
    change = editing.Change(
        text=_given(op.status) or "",
        spoiler_text=_given(op.spoiler_text) or "",
        sensitive=_given(op.sensitive),
        media_ids=_given(op.media_ids),
        media_attributes=_given(op.media_attributes) or (),
        artworks=ctx.call.prepared or {},
        poll=polls.draft_of(_given(op.poll)),
        language=_given(op.language),
        quote_approval_policy=_given(op.quote_approval_policy) or None,
    )
    return render.one(ctx, editing.edit(ctx, status, change))


@handles(statuses.Delete)
def delete(ctx: Context, op: statuses.Delete) -> Status:
    status = store.own(ctx, op.id)
    shown = with_source(ctx, render.one(ctx, status))
    deleting.delete(ctx, status, media_too=_given(op.delete_media) is True)
    return shown


def with_source(ctx: Context, status: Status) -> Status:
    """As deleting shows it, for a new draft: the source instead of the content, in what it quotes or boosts
    too."""
    row = store.by_id(ctx.db, int(status.id))
    made = msgspec.structs.replace(status, content=UNSET, text=row.text if row is not None else "")
    if isinstance(made.quote, Quote):
        made.quote = quotes_render.filled(ctx, int(status.id), made.quote)
    if made.quote is not None and isinstance(made.quote.quoted_status, Status):
        made.quote = msgspec.structs.replace(
            made.quote, quoted_status=with_source(ctx, made.quote.quoted_status)
        )
    if made.reblog is not None:
        made.reblog = with_source(ctx, made.reblog)
    return made


# --- quotes


@handles(statuses.Quotes, first=look)
def quotes(ctx: Context, op: statuses.Quotes) -> Page:
    at, status = cursor(op), store.get(ctx, op.id)
    rows = interactions.quotes_of(ctx, status.id, at)
    ids = [row.status_id for row in rows]
    if ids and status.account_id != ctx.viewer_id:
        listed = set(interactions.listed(ctx, ids))
        ids = [one for one in ids if one in listed]
    cut = page(render.many(ctx, ids), [row.id for row in rows], at.limit)
    if not ids:
        # What cannot be seen fills a page all the same: it has a next one, but nothing newer.
        cut.first = None
    return cut


@handles(statuses.RevokeQuote, first=look)
def revoke_quote(ctx: Context, op: statuses.RevokeQuote) -> Status:
    return render.one(ctx, quoting.revoke(ctx, store.get(ctx, op.id), record_id(op.quoting_status_id)))


@handles(statuses.EditInteractionPolicy, first=look)
def edit_interaction_policy(ctx: Context, op: statuses.EditInteractionPolicy) -> Status:
    status = store.get(ctx, op.id)
    if status.account_id != ctx.viewer_id:
        raise errors.NotPermitted
    default = ctx.user.settings.get("default_quote_policy")
    policy = quoting.policy(_given(op.quote_approval_policy) or None, default, status.visibility)
    if policy != status.quote_approval_policy:
        ctx.db.update(TABLE, {"id": status.id}, quote_approval_policy=policy)
        quoting.announce_policy(ctx, status.id)
    return render.one(ctx, status)
