"""Posting a status: from a draft to the rows, in Mastodon's order of checks
(app/services/post_status_service.rb; reference: statuses_text.md §3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote as percent_encode

from msgspec import Struct

from mockserver import errors
from mockserver.domain import attachments, polls, quoting, tagging
from mockserver.domain.events import StatusPosted
from mockserver.store import accounts, statuses
from mockserver.store.database import Row
from mockserver.store.paging import record_id
from mockserver.store.schema import conversations, mentions, statuses_tags
from mockserver.store.schema import statuses as TABLE
from mockserver.store.statuses import Extra
from mockserver.store.tags import unusable
from mockserver.text import formatting, length
from mockserver.text.entities import Handle, hashtags, mentioned_handles
from mockserver.text.language import normalise_language

if TYPE_CHECKING:
    from mockserver.context import Context

LIMIT = 500
VISIBILITIES = ("public", "unlisted", "private", "direct", "limited")
FALSE_TEXTS = frozenset({"0", "f", "F", "false", "FALSE", "off", "OFF"})
NOT_QUOTABLE_DIRECTLY = "Cannot quote a non-mentioned user in a Private Mention post."


class Draft(Struct, kw_only=True):
    """What somebody wants to post. None: not said, so that the user's default holds. `sensitive` as it was
    sent: a text `false` insists where a JSON false gives way to a content warning (recording
    statuses/sensitive)."""

    text: str = ""
    spoiler_text: str = ""
    sensitive: Any = None
    visibility: str | None = None
    language: str | None = None
    media_ids: Sequence[str] | None = None
    poll: polls.Draft | None = None
    in_reply_to: Row | None = None
    quoted: Row | None = None
    quote_approval_policy: str | None = None
    allowed_mentions: Sequence[Any] | None = None
    application_id: int | None = None


class UnexpectedMentions(Exception):
    """The text names people beside those allowed."""

    def __init__(self, accounts: list[Row]) -> None:
        self.accounts = accounts


class Written(Struct):
    """A text and what is in it."""

    text: str
    spoiler_text: str
    content: str
    people: list[Row]
    tags: list[str]

    @property
    def extras(self) -> int:
        found = 0
        if self.people:
            found |= Extra.MENTIONS
        if self.tags:
            found |= Extra.TAGS
        return found


def post(ctx: Context, account: Row, draft: Draft, *, at: int | None = None, limited: bool = True) -> Row:
    """Post as `account`. `at` (ms) is a past moment, for scenarios. `limited`: it counts towards how many one
    may post, as what the API makes at once does. Raises ValidationFailed with all that is wrong,
    UnexpectedMentions, TooManyRequests, and what `attachments.attachable` raises."""
    user = accounts.user_of(ctx.db, account.id)
    chosen: Mapping[str, Any] = user.settings if user is not None else {}
    media = attachments.attachable(ctx, account.id, draft.media_ids)
    written = write(ctx, account, *texts_of(draft), draft.quoted)
    visibility = visibility_of(account, draft, chosen)
    check_mentions(draft, account, written, visibility)
    check(ctx, draft, written, visibility, media)
    policy = quoting.policy(draft.quote_approval_policy, chosen.get("default_quote_policy"), visibility)
    if limited and ctx.instance.families.count(account.id, "statuses", ctx.instance.clock.seconds()).refused:
        raise errors.TooManyRequests
    now = ctx.now if at is None else at
    status_id = ctx.instance.ids.snowflake(at)
    base = ctx.instance.base_url
    reply_id, reply_account_id, conversation_id = _thread(draft.in_reply_to, account)
    poll_id = polls.create(ctx, account.id, status_id, draft.poll, now) if draft.poll is not None else None
    extras = written.extras
    if media:
        extras |= Extra.MEDIA
    if poll_id is not None:
        extras |= Extra.POLL
    if draft.quoted is not None:
        extras |= Extra.QUOTE
    values: dict[str, Any] = {
        "id": status_id,
        "account_id": account.id,
        "uri": f"{base}/ap/users/{account.id}/statuses/{status_id}",
        "url": f"{base}/@{account.username}/{status_id}",
        "text": written.text,
        "content": written.content,
        "spoiler_text": written.spoiler_text,
        "sensitive": sensitivity(
            draft.sensitive, bool(chosen.get("default_sensitive", False)), draft.spoiler_text
        ),
        "visibility": visibility,
        "language": language_of(draft.language, user),
        "in_reply_to_id": reply_id,
        "in_reply_to_account_id": reply_account_id,
        "conversation_id": conversation_id or ctx.db.insert(conversations, created_at=now),
        "application_id": draft.application_id,
        "poll_id": poll_id,
        "ordered_media_attachment_ids": [row.id for row in media],
        "quote_approval_policy": policy,
        "extras": extras,
        "created_at": now,
    }
    row = ctx.db.insert_row(TABLE, **values)
    attachments.attach(ctx, media, status_id)
    name(ctx, status_id, written.people, now)
    tag_ids = tag(ctx, status_id, written.tags)
    if draft.quoted is not None:
        quoting.quote(ctx, status_id, account.id, draft.quoted, now)
    count(ctx, account.id, visibility, reply_id, 1, now)
    ctx.emit(StatusPosted(row, tuple(person.id for person in written.people), tuple(tag_ids)))
    return row


# --- text


def texts_of(draft: Draft) -> tuple[str, str]:
    """The text and the warning to be: a warning alone becomes the text, unless something is quoted."""
    if (
        formatting.is_blank(draft.text)
        and not formatting.is_blank(draft.spoiler_text)
        and draft.quoted is None
    ):
        return draft.spoiler_text, ""
    return draft.text, draft.spoiler_text


def write(ctx: Context, account: Row, text: str, spoiler_text: str, quoted: Row | None) -> Written:
    """Read a text: who and what it names, and its HTML. Of one that is far too long only the beginning is
    read."""
    text = length.beginning(formatting.strip(text), LIMIT)
    spoiler_text = length.beginning(formatting.strip(spoiler_text), LIMIT)
    people: list[Row] = []
    links: dict[Handle, formatting.Mention] = {}
    if "@" in text:
        people, links = resolve(ctx, account, text)
        text = formatting.rewrite_mentions(text, links, ctx.instance.domain.lower())
    tags = hashtags(text) if "#" in text or "＃" in text else []
    quoted_url = None if quoted is None or (quoted.url and quoted.url in text) else quoted.url or quoted.uri
    return Written(text, spoiler_text, render(ctx, account, text, links, quoted_url), people, tags)


def render(
    ctx: Context, account: Row, text: str, links: Mapping[Handle, formatting.Mention], quoted_url: str | None
) -> str:
    own = {(account.username.lower(), account.domain): link_of(ctx, account)}
    return formatting.format_status(
        text, mentions={**own, **links}, tag_url=lambda name: tag_url(ctx, name), quote=quoted_url
    )


def tag_url(ctx: Context, name: str) -> str:
    return f"{ctx.instance.base_url}/tags/{percent_encode(name, safe='')}"


def link_of(ctx: Context, account: Row) -> formatting.Mention:
    url = (
        f"{ctx.instance.base_url}/@{account.username}"
        if account.domain is None
        else account.url or account.uri
    )
    return formatting.Mention(account.username, account.domain, url)


def resolve(ctx: Context, account: Row, text: str) -> tuple[list[Row], dict[Handle, formatting.Mention]]:
    """The accounts that a text names, in order, and how their handles link. Not those that are suspended,
    not yet confirmed, or blocked by the author (recording text/mentions)."""
    from mockserver.store import relations

    people: dict[int, Row] = {}
    links: dict[Handle, formatting.Mention] = {}
    for username, domain in mentioned_handles(text, ctx.instance.domain.lower()):
        row = accounts.by_handle(ctx.db, username, domain)
        if row is None or row.suspended_at is not None or not accounts.usable(ctx, row):
            continue
        if row.id != account.id and relations.blocks_account(ctx.db, account.id, row.id):
            continue
        people[row.id] = row
        links[username, domain] = link_of(ctx, row)
    return list(people.values()), links


# --- defaults and checks


def visibility_of(account: Row, draft: Draft, chosen: Mapping[str, Any]) -> str:
    """An empty one is no choice, but is not the user's default either (app/models/concerns/status)."""
    given = chosen.get("default_privacy") if draft.visibility is None else draft.visibility
    visibility = given or ("private" if account.locked else "public")
    if visibility == "public" and account.silenced_at is not None:
        visibility = "unlisted"
    if (
        draft.quoted is not None
        and draft.quoted.visibility == "private"
        and visibility in ("public", "unlisted")
    ):
        visibility = "private"
    return str(visibility)


def language_of(given: str | None, user: Row | None) -> str:
    """Never null for a local status: else the user's posting language, else the locale, else English."""
    if user is None:
        return normalise_language(given) or "en"
    preferred = user.settings.get("default_language")
    return (
        normalise_language(given) or normalise_language(preferred) or normalise_language(user.locale) or "en"
    )


def sensitivity(given: Any, default: bool, spoiler_text: str) -> bool:
    if isinstance(given, str) and given in FALSE_TEXTS:
        return False
    if type(given) in (int, float) and not given:
        return False
    base = default if given is None or given == "" or isinstance(given, list | dict) else bool(given)
    return base or bool(formatting.strip(spoiler_text))


def check_mentions(draft: Draft, account: Row, written: Written, visibility: str) -> None:
    if draft.allowed_mentions is not None:
        allowed = {record_id(given) for given in draft.allowed_mentions}
        unexpected = [person for person in written.people if person.id not in allowed]
        if unexpected:
            raise UnexpectedMentions(unexpected)
    quoted = draft.quoted
    if quoted is None or visibility != "direct" or quoted.account_id == account.id:
        return
    if all(person.id != quoted.account_id for person in written.people):
        raise errors.ValidationFailed(NOT_QUOTABLE_DIRECTLY)


def check(ctx: Context, draft: Draft, written: Written, visibility: str, media: Sequence[Row]) -> None:
    """Raise ValidationFailed with all that is wrong, in the order of the model's validations."""
    found = []
    if visibility not in VISIBILITIES:
        found.append("Visibility is not included in the list")
    found += text_problems(ctx, written, bool(media) or draft.quoted is not None)
    if draft.poll is not None:
        found += polls.problems(draft.poll)
    if found:
        raise errors.ValidationFailed(*found)


def text_problems(ctx: Context, written: Written, may_be_blank: bool) -> list[str]:
    found = []
    if formatting.is_blank(written.text) and not may_be_blank:
        found.append("Text can't be blank")
    if length.count(written.text, written.spoiler_text) > LIMIT:
        found.append(f"Text character limit of {LIMIT} exceeded")
    banned = unusable(ctx.db, written.tags) if written.tags else []
    if banned:
        word = "a disallowed hashtag" if len(banned) == 1 else "the disallowed hashtags"
        found.append(f"Text contained {word}: {', '.join(banned)}")
    return found


# --- rows


def _thread(parent: Row | None, account: Row) -> tuple[int | None, int | None, int | None]:
    """What a reply takes from its parent. A reply to one's own reply keeps naming whom that one answered."""
    if parent is None:
        return None, None, None
    answered = parent.account_id
    if parent.account_id == account.id and parent.in_reply_to_account_id is not None:
        answered = parent.in_reply_to_account_id
    return parent.id, answered, parent.conversation_id


def name(ctx: Context, status_id: int, people: Sequence[Row], now: int) -> None:
    ctx.db.insert_many(
        mentions, [{"status_id": status_id, "account_id": person.id, "created_at": now} for person in people]
    )


def tag(ctx: Context, status_id: int, names: Sequence[str]) -> list[int]:
    ids = tagging.ids_of(ctx, names) if names else []
    ctx.db.insert_many(
        statuses_tags, [{"status_id": status_id, "tag_id": tag_id} for tag_id in ids], ignore=True
    )
    return ids


def count(
    ctx: Context, account_id: int, visibility: str, reply_id: int | None, by: int, now: int | None
) -> None:
    """Direct statuses are not counted; only public and unlisted replies are."""
    if visibility != "direct":
        accounts.count_status(ctx.db, account_id, by, now)
    if reply_id is not None and visibility in ("public", "unlisted"):
        statuses.count(ctx.db, reply_id, replies_count=by)
